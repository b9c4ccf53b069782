import { Alert, Group, Table, Text, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { plainYuan } from '../../../shared/domain/money.ts';
import { postageOf, sameCity } from '../../../shared/domain/postage.ts';
import { checkPostalNumber } from '../../../shared/domain/postal-number.ts';
import { isLost } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { letterWeight } from '../../../shared/domain/reply-steps.ts';
import type { DraftRow } from '../../data/database.ts';
import { makePostingList } from '../../data/operations/make-posting-list.ts';
import { readLettersToPost } from '../../data/queries/open-replies.ts';
import { goToWrongField } from '../../ui/go-to-wrong-field.ts';
import { DateField } from '../../ui/DateField.tsx';
import { DraftGate, useDraftKeeper } from '../../ui/drafts.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation, type RunOutcome } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { PostingListRow } from './PostingListRow.tsx';
import { pageCount } from './page-count.ts';
import { restorePosting, type PostingDraft, type PostingRow } from './posting-draft.ts';

/** A list that was begun and left goes on where it was. */
export function PostingListFormPage({ id }: { id: string }) {
  return (
    <DraftGate id={`posting-list-${id}`} form="postingList">
      {(draft) => <PostingListForm id={id} draft={draft} />}
    </DraftGate>
  );
}

interface PostingListFormProps {
  id: string;
  draft: DraftRow;
}

/** Several printed letters handed to the post office on one list: all of them are posted, or none (DOMAIN §5, 5). */
function PostingListForm({ id, draft }: PostingListFormProps) {
  const { t } = useTranslation(['replies', 'common']);
  const { session, settings } = useDesk();
  const run = useOperation();
  const operationId = useRef(newId());
  const letters = useLiveQuery(() => readLettersToPost(session.database), [session.database]);
  const keeper = useDraftKeeper(draft);
  const [today] = useState(() => localDateOf(session.clock.now(), settings.desk.zone));
  const [values, setValues] = useState(() => restorePosting(draft.values));
  const { rows, postOffice, postedOn = today } = values;
  const page = usePageForm(keeper);
  /** Somebody wanted to post these already: what a letter still lacks is said beside its fields. */
  const [asked, setAsked] = useState(false);
  const suggested = useMemo(
    () => new Map((letters ?? []).map((letter) => [letter.id, letterWeight(pageCount(letter, settings)).grams])),
    [letters, settings],
  );
  if (letters === undefined) return null;

  const type = (changed: Partial<PostingDraft>) => {
    const typed = { ...values, ...changed };
    setValues(typed);
    keeper.keep(typed);
  };
  const rowOf = (letter: ReplyLetter): PostingRow =>
    rows[letter.id] ?? {
      // Whether one that the post office lost goes out again, somebody decides.
      chosen: !isLost(letter),
      postalNumber: '',
      receiptNumber: '',
      weightGrams: null,
      local: sameCity(letter.postcode, settings.estate.developerPostcode),
      returnReceipt: false,
    };
  const change = (letter: ReplyLetter, changed: Partial<PostingRow>) =>
    type({ rows: { ...rows, [letter.id]: { ...rowOf(letter), ...changed } } });
  const gramsOf = (letter: ReplyLetter) => rowOf(letter).weightGrams ?? suggested.get(letter.id) ?? 0;
  const chosen = letters.filter((letter) => rowOf(letter).chosen);
  const charges = chosen.map((letter) => {
    const { local, returnReceipt } = rowOf(letter);
    return postageOf({ grams: gramsOf(letter), local, registered: true, returnReceipt }, settings.postage);
  });
  const sum = charges.reduce((total, one) => total + (one.ok ? one.totalFen : 0), 0);
  const complete =
    chosen.length > 0 &&
    postedOn !== '' &&
    charges.every((one) => one.ok) &&
    chosen.every((letter) => checkPostalNumber(rowOf(letter).postalNumber, true).errors.length === 0);

  function save(): void {
    if (complete) return void page.save(store, `/replies/postings/${id}?print=1`);
    // Drawn at once, for the cursor to go there.
    flushSync(() => setAsked(true));
    goToWrongField(page.element.current);
  }

  function store(): Promise<RunOutcome> {
    const input = chosen.map((letter) => {
      const { postalNumber, receiptNumber, local, returnReceipt } = rowOf(letter);
      return { replyId: letter.id, postalNumber, receiptNumber, weightGrams: gramsOf(letter), local, returnReceipt };
    });
    return run(makePostingList, { id, postOffice, postedOn, rows: input }, { operationId: operationId.current, quiet: true });
  }

  return (
    <PageForm
      page={page}
      title={t('postingList.new')}
      submit={letters.length > 0 ? t('postingList.make') : undefined}
      onSave={save}
      onCancel={() => void page.giveUp('/replies/postings')}
    >
      {letters.length === 0 ? (
        <Text>{t('postingList.nothing')}</Text>
      ) : (
        <>
          <Group>
            <TextInput
              label={t('post.postOffice')}
              value={postOffice}
              onChange={(event) => type({ postOffice: event.currentTarget.value })}
              autoFocus
            />
            <DateField
              label={t('post.postedOn')}
              withAsterisk
              value={postedOn}
              keptAs="postedOn"
              onChange={(on) => type({ postedOn: on })}
              error={asked && postedOn === '' ? t('common:required') : undefined}
            />
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
                <PostingListRow
                  key={letter.id}
                  letter={letter}
                  row={rowOf(letter)}
                  grams={gramsOf(letter)}
                  asked={asked}
                  onChange={(changed) => change(letter, changed)}
                />
              ))}
            </Table.Tbody>
          </Table>
          {asked && chosen.length === 0 && (
            <Alert color="red" role="alert">
              {t('postingList.chooseOne')}
            </Alert>
          )}
          <Text fw={600}>
            {t('postingList.total', {
              count: chosen.length,
              grams: chosen.reduce((total, letter) => total + gramsOf(letter), 0),
              sum: plainYuan(sum),
            })}
          </Text>
        </>
      )}
    </PageForm>
  );
}
