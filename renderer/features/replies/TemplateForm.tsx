import { Button, Checkbox, Group, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { letterTemplateInput, type LetterTemplateInput } from '../../../shared/domain/reply-letter.ts';
import { saveLetterTemplate } from '../../data/operations/save-letter-template.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import type { RecordGateContent } from '../../ui/RecordGate.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useMay } from '../../ui/may.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { TEMPLATE_FACTS, type ReplyTemplate } from './reply-templates.ts';

const EMPTY: LetterTemplateInput = { name: '', language: 'zh', title: '', salutation: '', body: '', active: true };
const LANGUAGES = ['zh', 'en'] as const;
const BODY_ROWS = { autosize: true, minRows: 8, maxRows: 18 } as const;

interface TemplateFormProps extends RecordGateContent<'letterTemplates'> {
  id: string;
  /** The template that a new one is a copy of; `undefined` for one begun from nothing. */
  copied: ReplyTemplate | undefined;
  onCopy: () => void;
}

/** A template of the house, kept as a draft while it is written. */
export function TemplateForm({ id, draft, record, copied, done, onCopy }: TemplateFormProps) {
  const { t } = useTranslation(['replies', 'common']);
  const may = useMay();
  const run = useOperation();
  const begun = copied === undefined ? EMPTY : { ...copied, name: t('templates.copyOf', { name: copied.name }), active: true };
  const edit = useRecordForm<LetterTemplateInput>({
    draft,
    start: startValues(letterTemplateInput, record ?? begun, draft.values, EMPTY),
    own: record,
    rules: { name: (name) => (name.trim() === '' ? t('common:required') : null) },
    save: (values, operationId) => run(saveLetterTemplate, { ...values, id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;
  const mayChange = may('save-letter-template');
  return (
    <RecordForm
      title={record === null ? t('templates.new') : record.name}
      record={edit}
      table="letterTemplates"
      storedId={record?.id ?? ''}
      readOnly={!mayChange}
      actions={record !== null && mayChange && <CopyButton onCopy={onCopy} />}
    >
      <TextInput label={t('templates.name')} withAsterisk maxLength={100} autoFocus={record === null} {...form.getInputProps('name')} />
      <ChoiceField
        label={t('field.language')}
        value={form.values.language}
        onChange={(value) => form.setFieldValue('language', value)}
        choices={LANGUAGES.map((value) => ({ value, label: t(`languageName.${value}`) }))}
      />
      <TextInput label={t('field.title')} {...form.getInputProps('title')} />
      <TextInput label={t('field.salutation')} {...form.getInputProps('salutation')} />
      <Textarea label={t('field.body')} {...BODY_ROWS} {...form.getInputProps('body')} />
      <Text size="xs" c="gray.7">
        {t('templates.help', { names: TEMPLATE_FACTS.map((fact) => `{{${fact}}}`).join(' '), interpolation: { skipOnVariables: true } })}
      </Text>
      <Checkbox label={t('templates.active')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </RecordForm>
  );
}

/** A template that comes with the app: to be read, and copied by whoever may write one. */
export function ShippedTemplate({ template, onCopy }: { template: ReplyTemplate; onCopy: () => void }) {
  const { t } = useTranslation('replies');
  const may = useMay();
  const { name, title, salutation, body } = template;
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2}>{name}</Title>
          {may('save-letter-template') && <CopyButton onCopy={onCopy} />}
        </Group>
        <Text size="sm" c="gray.7">
          {t('templates.readOnly')}
        </Text>
        <TextInput label={t('field.title')} readOnly value={title} />
        <TextInput label={t('field.salutation')} readOnly value={salutation} />
        <Textarea label={t('field.body')} readOnly {...BODY_ROWS} value={body} />
      </Stack>
    </Paper>
  );
}

function CopyButton({ onCopy }: { onCopy: () => void }) {
  const { t } = useTranslation('replies');
  return (
    <Button variant="default" onClick={onCopy}>
      {t('templates.copy')}
    </Button>
  );
}
