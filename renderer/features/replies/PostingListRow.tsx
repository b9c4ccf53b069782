import { Checkbox, NumberInput, Table, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { plainYuan } from '../../../shared/domain/money.ts';
import { postageOf } from '../../../shared/domain/postage.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { useDesk } from '../../ui/session.tsx';
import { PostalNumberField } from './PostalNumberField.tsx';
import type { PostingRow } from './posting-draft.ts';

interface PostingListRowProps {
  letter: ReplyLetter;
  row: PostingRow;
  grams: number;
  /** What is missing is said. */
  asked: boolean;
  onChange: (changed: Partial<PostingRow>) => void;
}

/** One letter that waits to be posted: whether it goes along, and what the post office wrote on its receipt. */
export function PostingListRow({ letter, row, grams, asked, onChange }: PostingListRowProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { session, settings } = useDesk();
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const { local, returnReceipt } = row;
  const charges = postageOf({ grams, local, registered: true, returnReceipt }, settings.postage);
  const required = asked && row.chosen;
  const weightProblem = charges.ok || grams === 0 ? '' : t('post.tooHeavy', { most: settings.postage.maxGrams });
  const named = (label: string) => `${letter.number} ${label}`;
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          label={`${letter.number} ${letter.postalName}`}
          description={letter.postalAddress}
          checked={row.chosen}
          onChange={(event) => onChange({ chosen: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <PostalNumberField
          registered
          required={required}
          label={named(t('post.postalNumber'))}
          value={row.postalNumber}
          onChange={(postalNumber) => onChange({ postalNumber })}
          postedReplyId={letter.id}
          today={today}
        />
      </Table.Td>
      <Table.Td>
        <TextInput
          aria-label={named(t('post.receiptNumber'))}
          value={row.receiptNumber}
          onChange={(event) => onChange({ receiptNumber: event.currentTarget.value })}
        />
      </Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={named(t('post.weight'))}
          min={1}
          allowDecimal={false}
          value={grams}
          onChange={(value) => onChange({ weightGrams: Number(value) || 0 })}
          error={required && grams === 0 ? t('common:required') : weightProblem}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={named(t('post.localYes'))}
          checked={local}
          onChange={(event) => onChange({ local: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={named(t('post.returnReceipt'))}
          checked={returnReceipt}
          onChange={(event) => onChange({ returnReceipt: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>{charges.ok ? plainYuan(charges.totalFen) : ''}</Table.Td>
    </Table.Tr>
  );
}
