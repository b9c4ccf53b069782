import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { MayGate } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { WorkEditor } from './WorkEditor.tsx';

/** What was done, of an order that is reported as finished; or the same corrected later. */
export function WorkFormPage({ id }: { id: string }) {
  const { session } = useDesk();
  const order = useLiveQuery(() => session.database.dispatchOrders.get(id), [session.database, id]);
  return order === undefined ? null : <GatedWork order={order} />;
}

/** Reporting the work is another operation than correcting it, and another right. */
function GatedWork({ order }: { order: DispatchOrder }) {
  // Reported here, it is finished the moment it is stored; the form stays the one it was until it is left.
  const [run] = useState<OperationName>(order.finishedAt === '' ? 'advance-dispatch-order' : 'change-dispatch-order');
  return (
    <MayGate run={run}>
      <DraftGate id={`dispatch-work-${order.id}`} form="dispatchWork">
        {(draft) => <WorkEditor draft={draft} order={order} />}
      </DraftGate>
    </MayGate>
  );
}
