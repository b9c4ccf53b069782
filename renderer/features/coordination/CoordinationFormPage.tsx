import { useLiveQuery } from 'dexie-react-hooks';
import { useSearchParams } from 'wouter';
import { coordinationFromSource } from '../../data/queries/form-source.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { CoordinationEditor } from './CoordinationEditor.tsx';

/** Issues a form, from an entry or a letter with nothing retyped, or corrects one: the address decides. */
export function CoordinationFormPage({ id }: { id: string }) {
  const { session } = useDesk();
  const [search] = useSearchParams();
  const from = search.get('from') ?? '';
  const sourceId = search.get('id') ?? '';
  const found = useFirst(
    useLiveQuery(
      async () => ({
        form: (await session.database.coordinationForms.get(id)) ?? null,
        source: await coordinationFromSource(session.database, from, sourceId),
      }),
      [session.database, id, from, sourceId],
    ),
  );
  if (found === undefined) return null;
  return (
    <DraftGate id={`coordination-${id}`} form="coordination" begunFrom={{ table: from, id: sourceId }}>
      {(draft) => <CoordinationEditor id={id} draft={draft} form={found.form} source={found.source} />}
    </DraftGate>
  );
}
