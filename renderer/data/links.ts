import { FailureError } from '../../shared/contract/result.ts';
import type { Link } from '../../shared/domain/fields.ts';
import type { WriteContext } from './write-context.ts';

/** Notes on the source record that another record came from it; the source may be a reception entry or a letter. */
export async function linkSource(context: WriteContext, source: { table: string; id: string }, to: Link): Promise<void> {
  if (source.id === '') return;
  switch (source.table) {
    case 'receptions': {
      const entry = await context.get('receptions', source.id);
      await context.put('receptions', { ...entry, links: [...entry.links, to] });
      return;
    }
    case 'letters': {
      const letter = await context.get('letters', source.id);
      await context.put('letters', { ...letter, links: [...letter.links, to] });
      return;
    }
    default:
      throw new FailureError('sourceUnknown', { table: source.table });
  }
}
