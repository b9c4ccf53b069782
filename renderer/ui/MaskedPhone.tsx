import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { maskPhone } from '../../shared/domain/phone.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { revealPersonalData } from '../data/operations/reveal-personal-data.ts';
import { EyeIcon } from './icons.tsx';
import { useMay } from './may.tsx';
import { RevealQuestion } from './RevealQuestion.tsx';
import { useOperation } from './use-operation.ts';

interface MaskedPhoneProps {
  phone: string;
  /** The record the number stands in, for the log of who saw it. */
  table: TableName;
  recordId: string;
  field: string;
  /** An open item of one's own: then the item itself is the reason, and one click shows the number (DOMAIN §15). */
  openItem?: string | undefined;
}

/** A phone number, masked until it is asked for; every showing is logged. */
export function MaskedPhone({ phone, table, recordId, field, openItem }: MaskedPhoneProps) {
  const { t } = useTranslation('common');
  const run = useOperation();
  const may = useMay();
  const [shown, setShown] = useState(false);
  const [asking, setAsking] = useState(false);
  const number = useRef<HTMLParagraphElement>(null);
  const revealed = useRef(false);
  // The button that was pressed makes way for the number: the cursor goes to it, once, and not again after a lock.
  useEffect(() => {
    if (shown && !revealed.current) number.current?.focus();
    revealed.current = shown;
  }, [shown]);

  async function reveal(reason: string): Promise<void> {
    const result = await run(revealPersonalData, { table, recordId, field, why: reason });
    if (!result.ok) return;
    setShown(true);
    setAsking(false);
  }

  if (phone === '') return null;
  if (shown)
    return (
      <Text span size="sm" ref={number} tabIndex={-1}>
        {phone}
      </Text>
    );
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex">
      <Text span size="sm" style={{ whiteSpace: 'nowrap' }}>
        {maskPhone(phone)}
      </Text>
      {may('reveal-personal-data') && (
        <Tooltip label={t('show')}>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('show')}
            onClick={() => (openItem === undefined ? setAsking(true) : void reveal(openItem))}
          >
            <EyeIcon />
          </ActionIcon>
        </Tooltip>
      )}
      <RevealQuestion opened={asking} title={t('show')} onAnswer={(why) => void reveal(why)} onClose={() => setAsking(false)} />
    </Group>
  );
}
