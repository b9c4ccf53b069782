import { useLiveQuery } from 'dexie-react-hooks';
import { useSearchParams } from 'wouter';
import { orderFromSource } from '../../data/queries/order-source.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { DispatchEditor } from './DispatchEditor.tsx';

/** Issues an order, from an entry, a letter, a form or a finished order with nothing retyped, or corrects one. */
export function DispatchFormPage({ id }: { id: string }) {
  const { session } = useDesk();
  const [search] = useSearchParams();
  const from = search.get('from') ?? '';
  const sourceId = search.get('id') ?? '';
  const found = useFirst(
    useLiveQuery(
      async () => ({
        order: (await session.database.dispatchOrders.get(id)) ?? null,
        start: await orderFromSource(session.database, from, sourceId),
      }),
      [session.database, id, from, sourceId],
    ),
  );
  if (found === undefined) return null;
  return (
    <DraftGate id={`dispatch-${id}`} form="dispatch" begunFrom={{ table: from, id: sourceId }}>
      {(draft) => (
        <DispatchEditor
          id={id}
          draft={draft}
          order={found.order}
          start={found.start}
          followUpId={found.start.order.reworkOfId === '' ? '' : (search.get('followUp') ?? '')}
        />
      )}
    </DraftGate>
  );
}
