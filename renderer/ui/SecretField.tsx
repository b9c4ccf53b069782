import { ActionIcon, Group, Input, Text, TextInput, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { revealPersonalData } from '../data/operations/reveal-personal-data.ts';
import { EditIcon, EyeIcon, RemoveIcon } from './icons.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';
import { useOperation } from './use-operation.ts';

/** Draws a field where nothing is hidden; `focus` where somebody just asked for it. */
export type PlainField = (value: string, onChange: (value: string) => void, focus: boolean) => ReactNode;

interface SecretFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** As stored; a value that was typed just now is not hidden from whoever typed it. */
  stored: string;
  mask: (text: string) => string;
  table: TableName;
  recordId: string;
  field: string;
  error?: ReactNode;
  /** An open item of one's own: then the item itself is the reason, and one click shows the number (DOMAIN §15). */
  openItem?: string | undefined;
  disabled?: boolean | undefined;
  /** Why it cannot be shown, in words; `''` where it can. */
  hiddenFor?: string;
  /** The field where nothing is hidden, if it is not a plain one. */
  plain?: PlainField | undefined;
}

/**
 * A phone or ID number in a form: masked until asked for with a reason, which is logged. Unseen it can be replaced, where an
 * empty field leaves the number as it is, or removed.
 */
export function SecretField({
  label,
  value,
  onChange,
  stored,
  mask,
  error,
  openItem,
  disabled,
  hiddenFor = '',
  plain,
  ...of
}: SecretFieldProps) {
  const { t } = useTranslation('directory');
  const run = useOperation();
  const [shown, setShown] = useState(false);
  /** What is typed in the place of a number that is kept until then; `null` while nobody replaces it. */
  const [replacing, setReplacing] = useState<{ typed: string; kept: string } | null>(null);
  const [asking, setAsking] = useState(false);

  async function reveal(why: string): Promise<void> {
    const result = await run(revealPersonalData, { ...of, why });
    if (!result.ok) return;
    setAsking(false);
    setShown(true);
  }

  if (replacing !== null) {
    return (
      <TextInput
        label={label}
        placeholder={t('replaceHelp')}
        value={replacing.typed}
        error={error}
        maxLength={60}
        autoComplete="off"
        disabled={disabled}
        autoFocus
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setReplacing({ ...replacing, typed });
          onChange(typed === '' ? replacing.kept : typed);
        }}
      />
    );
  }

  if (shown || stored === '' || value !== stored) {
    const change = (typed: string): void => {
      setShown(true);
      onChange(typed);
    };
    return (
      plain?.(value, change, shown) ?? (
        <TextInput
          label={label}
          value={value}
          error={error}
          maxLength={60}
          autoComplete="off"
          disabled={disabled}
          autoFocus={shown}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )
    );
  }

  const show = { name: t('showIt'), icon: <EyeIcon />, press: () => (openItem === undefined ? setAsking(true) : void reveal(openItem)) };
  const buttons = [
    ...(hiddenFor === '' ? [show] : []),
    { name: t('replaceIt'), icon: <EditIcon />, press: () => setReplacing({ typed: '', kept: stored }) },
    {
      name: t('removeIt'),
      icon: <RemoveIcon />,
      press: () => {
        setShown(true);
        onChange('');
      },
    },
  ];
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      description={hiddenFor}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
    >
      <Group gap={2} wrap="nowrap" h={36}>
        <Text size="sm" c={disabled === true ? 'gray.6' : undefined} style={{ whiteSpace: 'nowrap' }}>
          {mask(value)}
        </Text>
        {disabled !== true &&
          buttons.map(({ name, icon, press }) => (
            <Tooltip label={name} key={name}>
              <ActionIcon variant="subtle" onClick={press} aria-label={`${name}: ${label}`}>
                {icon}
              </ActionIcon>
            </Tooltip>
          ))}
      </Group>
      <RevealQuestion opened={asking} title={label} onAnswer={(why) => void reveal(why)} onClose={() => setAsking(false)} />
    </Input.Wrapper>
  );
}
