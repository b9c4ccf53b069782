import { Alert, Button, Checkbox, Group, NumberInput, Paper, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { plainYuan } from '../../../shared/domain/money.ts';
import { postageOf, sameCity } from '../../../shared/domain/postage.ts';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { letterWeight } from '../../../shared/domain/reply-steps.ts';
import { makePostingList } from '../../data/operations/make-posting-list.ts';
import { readLettersToPost } from '../../data/queries/open-replies.ts';
import { DateField } from '../../ui/DateField.tsx';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { PostalNumberField } from './PostalNumberField.tsx';
import { pageCount } from './page-count.ts';

interface Row {
  chosen: boolean;
  postalNumber: string;
  receiptNumber: string;
  /** `null` until somebody weighs it: the weight its pages suggest stands there. */
  weightGrams: number | null;
  local: boolean;
  returnReceipt: boolean;
}

/** Several printed letters handed to the post office on one list: all of them are posted, or none (DOMAIN §5, 5). */
export function PostingListForm({ id }: { id: string }) {
  const { t } = useTranslation(['replies', 'common']);
  const { session, settings } = useDesk();
  const go = useLeave();
  const run = useOperation();
  const operationId = useRef(newId());
  const letters = useLiveQuery(() => readLettersToPost(session.database), [session.database]);
  const [rows, setRows] = useState<Record<string, Row>>({});
  const [postOffice, setPostOffice] = useState('');
  const [postedOn, setPostedOn] = useState(localDateOf(session.clock.now(), settings.desk.zone));
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  // Stored, the form stands still until its safety copy is there: what was typed now would belong to no save.
  const [stored, setStored] = useState(false);
  const suggested = useMemo(
    () => new Map((letters ?? []).map((letter) => [letter.id, letterWeight(pageCount(letter, settings)).grams])),
    [letters, settings],
  );
  if (letters === undefined) return null;

  const rowOf = (letter: ReplyLetter): Row =>
    rows[letter.id] ?? {
      chosen: true,
      postalNumber: '',
      receiptNumber: '',
      weightGrams: null,
      local: sameCity(letter.postcode, settings.estate.developerPostcode),
      returnReceipt: false,
    };
  const change = (letter: ReplyLetter, changed: Partial<Row>) =>
    setRows((known) => ({ ...known, [letter.id]: { ...rowOf(letter), ...changed } }));
  const gramsOf = (letter: ReplyLetter) => rowOf(letter).weightGrams ?? suggested.get(letter.id) ?? 0;
  const chosen = letters.filter((letter) => rowOf(letter).chosen);
  const charges = chosen.map((letter) => {
    const { local, returnReceipt } = rowOf(letter);
    return postageOf({ grams: gramsOf(letter), local, registered: true, returnReceipt }, settings.postage);
  });
  const sum = charges.reduce((total, one) => total + (one.ok ? one.totalFen : 0), 0);
  const ready =
    chosen.length > 0 &&
    postedOn !== '' &&
    charges.every((one) => one.ok) &&
    chosen.every((letter) => checkPostalNumber(rowOf(letter).postalNumber, true).errors.length === 0);

  async function save(): Promise<void> {
    if (saving || !ready) return;
    setSaving(true);
    const input = chosen.map((letter) => {
      const { postalNumber, receiptNumber, local, returnReceipt } = rowOf(letter);
      return { replyId: letter.id, postalNumber, receiptNumber, weightGrams: gramsOf(letter), local, returnReceipt };
    });
    const result = await run(makePostingList, { id, postOffice, postedOn, rows: input }, { operationId: operationId.current, quiet: true });
    if (!result.ok) {
      setSaving(false);
      return setProblem(result.text);
    }
    setStored(true);
    await result.value.saved;
    go(`/replies/postings/${id}?print=1`);
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      inert={stored}
      aria-label={t('postingList.new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={formKeys(() => void save())}
    >
      <Stack gap="sm">
        <Title order={1}>{t('postingList.new')}</Title>
        {letters.length === 0 ? (
          <Text>{t('postingList.nothing')}</Text>
        ) : (
          <>
            <Group>
              <TextInput
                label={t('post.postOffice')}
                value={postOffice}
                onChange={(event) => setPostOffice(event.currentTarget.value)}
                autoFocus
              />
              <DateField label={t('post.postedOn')} withAsterisk value={postedOn} onChange={setPostedOn} />
            </Group>
            <Table verticalSpacing={4} aria-label={t('postingList.choose')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('postingList.choose')}</Table.Th>
                  <Table.Th w={210}>{t('post.postalNumber')}</Table.Th>
                  <Table.Th w={110}>{t('post.receiptNumber')}</Table.Th>
                  <Table.Th w={90}>{t('post.weight')}</Table.Th>
                  <Table.Th w={80}>{t('post.localYes')}</Table.Th>
                  <Table.Th w={80}>{t('post.returnReceipt')}</Table.Th>
                  <Table.Th w={90}>{t('post.charges')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {letters.map((letter) => (
                  <LetterRow
                    key={letter.id}
                    letter={letter}
                    row={rowOf(letter)}
                    grams={gramsOf(letter)}
                    onChange={(changed) => change(letter, changed)}
                  />
                ))}
              </Table.Tbody>
            </Table>
            <Text fw={600}>
              {t('postingList.total', {
                count: chosen.length,
                grams: chosen.reduce((total, letter) => total + gramsOf(letter), 0),
                sum: plainYuan(sum),
              })}
            </Text>
          </>
        )}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          {letters.length > 0 && (
            <Button type="submit" loading={saving} disabled={!ready} rightSection={<SaveKey />}>
              {t('postingList.make')}
            </Button>
          )}
          <Button variant="subtle" onClick={() => go('/replies/postings')}>
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

interface LetterRowProps {
  letter: ReplyLetter;
  row: Row;
  grams: number;
  onChange: (changed: Partial<Row>) => void;
}

function LetterRow({ letter, row, grams, onChange }: LetterRowProps) {
  const { t } = useTranslation('replies');
  const { session, settings } = useDesk();
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const { local, returnReceipt } = row;
  const charges = postageOf({ grams, local, registered: true, returnReceipt }, settings.postage);
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
          label={named(t('post.postalNumber'))}
          value={row.postalNumber}
          onChange={(postalNumber) => onChange({ postalNumber })}
          exceptReplyId={letter.id}
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
          error={charges.ok || grams === 0 ? undefined : t('post.tooHeavy', { most: settings.postage.maxGrams })}
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
