import { useLiveQuery } from 'dexie-react-hooks';
import { useSearchParams } from 'wouter';
import { praiseFromSource } from '../../data/queries/praise-source.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { PraiseForm } from './PraiseForm.tsx';

/** Opens a posting, from a letter or an entry with nothing retyped, or changes one: the address decides. */
export function PraiseFormPage({ id }: { id: string }) {
  const { session, settings } = useDesk();
  const { zone } = settings.desk;
  const [search] = useSearchParams();
  const from = search.get('from') ?? '';
  const sourceId = search.get('id') ?? '';
  const found = useFirst(
    useLiveQuery(
      async () => ({
        praise: (await session.database.praises.get(id)) ?? null,
        source: await praiseFromSource(session.database, from, sourceId, zone),
      }),
      [session.database, id, from, sourceId, zone],
    ),
  );
  if (found === undefined) return null;
  return (
    <DraftGate id={`praise-${id}`} form="praise" begunFrom={{ table: from, id: sourceId }}>
      {(draft) => <PraiseForm id={id} draft={draft} praise={found.praise} source={found.source} />}
    </DraftGate>
  );
}
