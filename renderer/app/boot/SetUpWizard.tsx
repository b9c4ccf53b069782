import { Alert, Button, Center, Group, Paper, SegmentedControl, Stack, Stepper, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result.ts';
import { isPin } from '../../../shared/domain/pin.ts';
import { failureOf } from '../../data/store-failure.ts';
import { languageOf } from '../../i18n/language.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx';
import { DeskProvider } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useKeptData } from '../../ui/use-kept-data.ts';
import { createEstate, type SetUpValues } from './create-estate.ts';
import type { OpenBook } from './open-book.ts';
import { PutBackData } from './PutBackData.tsx';
import { RestoreFromBackup } from './RestoreFromBackup.tsx';
import { SampleStart } from './SampleStart.tsx';

interface SetUpWizardProps {
  book: OpenBook;
  onDone: () => void;
}

/** Fields that must be right before a step may be left. */
const STEP_FIELDS = [
  [],
  ['propertyCompany', 'developer', 'estate', 'deskCode', 'postcode'],
  ['departments'],
  ['name', 'pin', 'pinAgain'],
] as const;

/** The first field of a step; of a row of choices, the one that is taken. */
const FIRST_OF_STEP = 'input:checked, input:not([type=radio]), textarea';

/** First start: language, companies and estate, departments, the first person with a PIN, the recovery code. */
export function SetUpWizard({ book, onDone }: SetUpWizardProps) {
  const { t, i18n } = useTranslation('boot');
  const { t: common } = useTranslation('common');
  const { t: shell } = useTranslation('shell');
  const failureText = useFailureText();
  const [step, setStep] = useState(0);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [code, setCode] = useState('');
  const kept = useKeptData(book.host);
  const [instead, setInstead] = useState<'restore' | 'putBack' | null>(null);
  const body = useRef<HTMLDivElement>(null);
  // Each step starts in its first field; the recovery code looks after its own cursor.
  useEffect(() => body.current?.querySelector<HTMLElement>(FIRST_OF_STEP)?.focus(), [step, instead]);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => body.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus(), [refusals]);
  const required = (value: string) => (value.trim() === '' ? common('required') : null);
  const form = useForm<SetUpValues>({
    initialValues: {
      propertyCompany: '',
      developer: '',
      estate: '',
      estateAddress: '',
      postcode: '',
      deskPhone: '',
      deskCode: 'A',
      departments: t('wizard.departmentsDefault'),
      name: '',
      pin: '',
      pinAgain: '',
    },
    validate: {
      propertyCompany: required,
      developer: required,
      estate: required,
      postcode: (value) => (/^(\d{6})?$/.test(value.trim()) ? null : shell('postcodeRule')),
      deskCode: (value) => (/^[A-Z0-9]{1,6}$/.test(value) ? null : t('wizard.deskCodeHelp')),
      departments: required,
      name: required,
      pin: (value) => (isPin(value) ? null : shell('pinRule')),
      pinAgain: (value, values) => (value === values.pin ? null : t('wizard.pinDiffers')),
    },
  });

  if (book.description.sample) return <SampleStart book={book} onDone={onDone} />;

  /** What nobody typed yet follows the language; what is wrong with a field is said anew when the step is left. */
  async function speak(language: string): Promise<void> {
    const untouched = form.getValues().departments === t('wizard.departmentsDefault');
    await i18n.changeLanguage(language);
    form.clearErrors();
    if (untouched) form.setFieldValue('departments', i18n.t('boot:wizard.departmentsDefault'));
  }

  function next(): void {
    const wrong = (STEP_FIELDS[step] ?? []).map((field) => form.validateField(field)).some((result) => result.hasError);
    if (wrong) setRefusals(refusals + 1);
    else setStep(step + 1);
  }

  async function create(): Promise<void> {
    if (form.validate().hasErrors) return setRefusals(refusals + 1);
    setWorking(true);
    setProblem(null);
    try {
      const details = { language: languageOf(i18n), administrationWord: t('wizard.administrationWord') };
      setCode(await createEstate(book, form.values, details));
      setStep(4);
    } catch (error) {
      setProblem(await failureOf(book.host, error));
    } finally {
      setWorking(false);
    }
  }

  if (instead !== null) {
    const back = () => setInstead(null);
    return (
      <Center mih="100%" p="md">
        <Paper withBorder p="xl" w={760}>
          {instead === 'restore' ? (
            <RestoreFromBackup book={book} onBack={back} />
          ) : (
            <PutBackData book={book} entries={kept} onBack={back} />
          )}
        </Paper>
      </Center>
    );
  }
  return (
    <Center mih="100%" p="md">
      <Paper withBorder p="xl" w={760}>
        <Stack>
          <Title order={1}>{t('wizard.title')}</Title>
          <Text c="dimmed">{t('wizard.intro')}</Text>
          <Stepper active={step} size="xs" iconSize={26} wrap={false}>
            <Stepper.Step label={t('wizard.step.language')} />
            <Stepper.Step label={t('wizard.step.company')} />
            <Stepper.Step label={t('wizard.step.departments')} />
            <Stepper.Step label={t('wizard.step.person')} />
            <Stepper.Step label={t('wizard.step.recovery')} />
          </Stepper>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (step < 3) next();
              else if (step === 3) void create();
            }}
          >
            <Stack ref={body}>
              {step === 0 && (
                <LanguageStep
                  onLanguage={(language) => void speak(language)}
                  onRestore={() => setInstead('restore')}
                  onPutBack={kept.length > 0 ? () => setInstead('putBack') : null}
                />
              )}
              {step === 1 && <CompanyStep form={form} />}
              {step === 2 && (
                <Textarea
                  label={t('wizard.departments')}
                  description={t('wizard.departmentsHelp')}
                  minRows={7}
                  {...form.getInputProps('departments')}
                />
              )}
              {step === 3 && <PersonStep form={form} />}
              {step === 4 && (
                <DeskProvider session={book} actorId={book.actorId()} fallback={null}>
                  <RecoveryCodeCard code={code} onDone={onDone} />
                </DeskProvider>
              )}
              {problem !== null && (
                <Alert color="red" role="alert">
                  {failureText(problem)}
                </Alert>
              )}
              {step < 4 && (
                <Group justify="space-between">
                  <Button variant="default" onClick={() => setStep(step - 1)} disabled={step === 0}>
                    {t('wizard.previous')}
                  </Button>
                  <Button type="submit" loading={working}>
                    {step === 3 ? t('wizard.create') : t('wizard.next')}
                  </Button>
                </Group>
              )}
            </Stack>
          </form>
        </Stack>
      </Paper>
    </Center>
  );
}

interface LanguageStepProps {
  onLanguage: (language: string) => void;
  onRestore: () => void;
  /** `null` where nothing was put aside. */
  onPutBack: (() => void) | null;
}

function LanguageStep({ onLanguage, onRestore, onPutBack }: LanguageStepProps) {
  const { t, i18n } = useTranslation('boot');
  return (
    <Stack>
      <Text fw={600}>{t('wizard.language')}</Text>
      <SegmentedControl
        size="md"
        w="fit-content"
        aria-label={t('wizard.language')}
        value={i18n.language}
        onChange={onLanguage}
        data={[
          { value: 'zh', label: t('wizard.languageNames.zh') },
          { value: 'en', label: t('wizard.languageNames.en') },
        ]}
      />
      <Alert color="gray" title={t('wizard.trySample')}>
        {t('wizard.sampleHelp')}
      </Alert>
      <Alert color="gray" title={t('elsewhereRestore.haveOne')}>
        <Stack align="flex-start" gap="xs">
          {t('elsewhereRestore.haveOneHelp')}
          <Button variant="default" onClick={onRestore}>
            {t('elsewhereRestore.title')}
          </Button>
        </Stack>
      </Alert>
      {onPutBack !== null && (
        <Alert color="gray" title={t('putBack.haveSome')}>
          <Stack align="flex-start" gap="xs">
            {t('putBack.haveSomeHelp')}
            <Button variant="default" onClick={onPutBack}>
              {t('putBack.look')}
            </Button>
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}

function CompanyStep({ form }: { form: UseFormReturnType<SetUpValues> }) {
  const { t } = useTranslation('boot');
  return (
    <Stack gap="xs">
      <TextInput label={t('wizard.propertyCompany')} withAsterisk {...form.getInputProps('propertyCompany')} />
      <TextInput label={t('wizard.developer')} withAsterisk {...form.getInputProps('developer')} />
      <TextInput label={t('wizard.estate')} description={t('wizard.estateHelp')} withAsterisk {...form.getInputProps('estate')} />
      <Group grow align="flex-start">
        <TextInput label={t('wizard.estateAddress')} {...form.getInputProps('estateAddress')} />
        <TextInput label={t('wizard.postcode')} {...form.getInputProps('postcode')} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t('wizard.deskPhone')} {...form.getInputProps('deskPhone')} />
        <TextInput label={t('wizard.deskCode')} description={t('wizard.deskCodeHelp')} withAsterisk {...form.getInputProps('deskCode')} />
      </Group>
    </Stack>
  );
}

function PersonStep({ form }: { form: UseFormReturnType<SetUpValues> }) {
  const { t } = useTranslation('boot');
  return (
    <Stack gap="xs">
      <TextInput label={t('wizard.name')} description={t('wizard.nameHelp')} withAsterisk {...form.getInputProps('name')} />
      <PasswordField label={t('wizard.pin')} withAsterisk inputMode="numeric" {...form.getInputProps('pin')} />
      <PasswordField label={t('wizard.pinAgain')} withAsterisk inputMode="numeric" {...form.getInputProps('pinAgain')} />
    </Stack>
  );
}
