import { ActionIcon, Button, Group, Input, Modal, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { revealPersonalData } from '../data/operations/reveal-personal-data.ts';
import { EditIcon, EyeIcon } from './icons.tsx';
import { useOperation } from './use-operation.ts';

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
}

/** A phone or ID number in a form: masked until asked for with a reason, which is logged; it can be replaced unseen. */
export function SecretField({ label, value, onChange, stored, mask, table, recordId, field, error, openItem }: SecretFieldProps) {
  const { t } = useTranslation('common');
  const { t: directory } = useTranslation('directory');
  const run = useOperation();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');

  if (opened || stored === '' || value !== stored) {
    return (
      <TextInput
        label={label}
        value={value}
        error={error}
        maxLength={60}
        onChange={(event) => {
          setOpened(true);
          onChange(event.currentTarget.value);
        }}
        autoComplete="off"
        autoFocus={opened}
      />
    );
  }

  async function reveal(reason = why): Promise<void> {
    const result = await run(revealPersonalData, { table, recordId, field, why: reason });
    if (!result.ok) return;
    setAsking(false);
    setOpened(true);
  }

  return (
    <Input.Wrapper label={label} labelElement="div">
      <Group gap={2} wrap="nowrap" h={36}>
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {mask(value)}
        </Text>
        <Tooltip label={directory('showIt')}>
          <ActionIcon
            variant="subtle"
            onClick={() => (openItem === undefined ? setAsking(true) : void reveal(openItem))}
            aria-label={`${directory('showIt')}: ${label}`}
          >
            <EyeIcon />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={directory('replaceIt')}>
          <ActionIcon
            variant="subtle"
            aria-label={`${directory('replaceIt')}: ${label}`}
            onClick={() => {
              setOpened(true);
              onChange('');
            }}
          >
            <EditIcon />
          </ActionIcon>
        </Tooltip>
      </Group>
      <Modal opened={asking} onClose={() => setAsking(false)} title={label}>
        <Stack>
          <TextInput
            label={t('showWhy')}
            description={t('showWhyHelp')}
            value={why}
            maxLength={300}
            onChange={(event) => setWhy(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              if (why.trim() !== '') void reveal();
            }}
            data-autofocus
          />
          <Button disabled={why.trim() === ''} onClick={() => void reveal()}>
            {directory('showIt')}
          </Button>
        </Stack>
      </Modal>
    </Input.Wrapper>
  );
}
