import { FailureError } from '../../shared/contract/result.ts';
import type { Link } from '../../shared/domain/fields.ts';
import { reopenedLetter } from '../../shared/domain/letter.ts';
import { reopenedEntry } from '../../shared/domain/reception.ts';
import type { WriteContext } from './write-context.ts';

/** One link to a record is enough, however often it is come back to. */
function linked(links: readonly Link[], to: Link): Link[] {
  return links.some(({ id }) => id === to.id) ? [...links] : [...links, to];
}

interface Source {
  table: string;
  id: string;
}

/**
 * Notes on the source record that another record came from it. A coordination form keeps no links of its own: its page asks
 * for the records that name it as their source.
 */
export function linkSource(context: WriteContext, source: Source, to: Link): Promise<void> {
  return changeLinks(context, source, (links) => linked(links, to));
}

/** Writes on the source record the number that was given since to what came of it: a reply has none before its approval. */
export function numberLink(context: WriteContext, source: Source, to: Omit<Link, 'table'>): Promise<void> {
  return changeLinks(context, source, (links) => links.map((one) => (one.id === to.id ? { ...one, number: to.number } : one)));
}

async function changeLinks(context: WriteContext, source: Source, change: (links: readonly Link[]) => Link[]): Promise<void> {
  if (source.id === '') return;
  switch (source.table) {
    case 'receptions': {
      const entry = await context.get('receptions', source.id);
      await context.put('receptions', { ...entry, links: change(entry.links) });
      return;
    }
    case 'letters': {
      const letter = await context.get('letters', source.id);
      await context.put('letters', { ...letter, links: change(letter.links) });
      return;
    }
    case 'dispatchOrders': {
      const order = await context.get('dispatchOrders', source.id);
      await context.put('dispatchOrders', { ...order, links: change(order.links) });
      return;
    }
    case 'coordinationForms':
      await context.get('coordinationForms', source.id);
      return;
    default:
      throw new FailureError('sourceUnknown', { table: source.table });
  }
}

/**
 * Takes a link off the source again: the record that came from it was cancelled, and another may take its place. A source
 * that was closed and still needs one is open again.
 */
export async function unlinkSource(context: WriteContext, source: Source, toId: string): Promise<void> {
  if (source.id === '') return;
  switch (source.table) {
    case 'receptions': {
      const entry = await context.get('receptions', source.id);
      await context.put('receptions', reopenedEntry({ ...entry, links: entry.links.filter((to) => to.id !== toId) }));
      return;
    }
    case 'letters': {
      const letter = await context.get('letters', source.id);
      await context.put('letters', reopenedLetter({ ...letter, links: letter.links.filter((to) => to.id !== toId) }));
      return;
    }
    default:
      throw new FailureError('sourceUnknown', { table: source.table });
  }
}

/**
 * Takes a cancelled order off every entry and letter that leads to it: the one it came from, and those in which the customer
 * asked again. The order does not name the latter; the operations that urged it do.
 */
export async function unlinkOrder(context: WriteContext, orderId: string): Promise<void> {
  const operations = await context.database.operations.where('records').equals(`dispatchOrders/${orderId}`).toArray();
  for (const record of new Set(operations.flatMap(({ records }) => records))) {
    const [table, id] = record.split('/');
    if (id === undefined || (table !== 'receptions' && table !== 'letters')) continue;
    const source = await context.get(table, id);
    if (source.links.some((to) => to.id === orderId)) await unlinkSource(context, { table, id }, orderId);
  }
}

/**
 * Moves the link back from an earlier record of the same register to the one that follows it: off the one it followed
 * before, onto the one it follows now. Nothing follows itself.
 */
export async function linkFollowed(
  context: WriteContext,
  table: 'receptions' | 'letters',
  record: { id: string; number: string },
  followed: { before: string; now: string },
): Promise<void> {
  if (followed.now === followed.before) return;
  if (followed.now === record.id) throw new FailureError('followsItself', { field: 'followsId' });
  await unlinkSource(context, { table, id: followed.before }, record.id);
  await linkSource(context, { table, id: followed.now }, { table, id: record.id, number: record.number });
}
