import { useLiveQuery } from 'dexie-react-hooks';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDatabase } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { ReceptionChangeForm } from './ReceptionChangeForm.tsx';

/** Completes or corrects an entry of the log. Its draft has a name of its own: that of a new entry stands in front of every page. */
export function ReceptionChangePage({ id }: { id: string }) {
  const database = useDatabase();
  const entry = useFirst(useLiveQuery(() => database.receptions.get(id), [database, id]));
  if (entry === undefined) return null;
  return (
    <DraftGate id={`reception-change-${id}`} form="receptionChange">
      {(draft) => <ReceptionChangeForm draft={draft} entry={entry} />}
    </DraftGate>
  );
}
