import { useLiveQuery } from 'dexie-react-hooks';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDesk } from '../../ui/session.tsx';
import { WorkEditor } from './WorkEditor.tsx';

/** What was done, of an order that is reported as finished; or the same corrected later. */
export function WorkFormPage({ id }: { id: string }) {
  const { session } = useDesk();
  const order = useLiveQuery(() => session.database.dispatchOrders.get(id), [session.database, id]);
  if (order === undefined) return null;
  return (
    <DraftGate id={`dispatch-work-${id}`} form="dispatchWork">
      {(draft) => <WorkEditor draft={draft} order={order} />}
    </DraftGate>
  );
}
