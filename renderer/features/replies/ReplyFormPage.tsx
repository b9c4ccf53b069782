import { useLiveQuery } from 'dexie-react-hooks';
import { useSearchParams } from 'wouter';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { replyFromSource } from '../../data/queries/reply-source.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { ReplyEditor } from './ReplyEditor.tsx';

/** Drafts a reply, to a letter, an entry, an order or a form with nothing retyped, or changes a draft: the address decides. */
export function ReplyFormPage({ id }: { id: string }) {
  const { session, settings } = useDesk();
  const [search] = useSearchParams();
  const from = search.get('from') ?? '';
  const sourceId = search.get('id') ?? '';
  const today = localDateOf(session.clock.now(), settings.desk.zone);
  const found = useFirst(
    useLiveQuery(async () => {
      const letter = (await session.database.replies.get(id)) ?? null;
      const answered = letter?.answers[0];
      const source = answered === undefined ? { table: from, id: sourceId } : { table: answered.table, id: answered.id };
      return { letter, source: await replyFromSource(session.database, settings, source, today) };
    }, [session.database, settings, id, from, sourceId, today]),
  );
  if (found === undefined) return null;
  return (
    <DraftGate id={`reply-${id}`} form="reply" begunFrom={{ table: from, id: sourceId }}>
      {(draft) => <ReplyEditor id={id} draft={draft} letter={found.letter} source={found.source} />}
    </DraftGate>
  );
}
