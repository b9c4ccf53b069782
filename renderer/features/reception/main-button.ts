import { receptionNextStep, type Reception, type ReceptionGap } from '../../../shared/domain/reception.ts';

/** The button of an entry's page that leads on; `null` where nothing is to be done before something else happens. */
export type MainButton = 'openPosting' | 'issueOrder' | 'issueForm' | 'decide' | 'close' | null;

/**
 * One button is the main one, that of the entry's next step: two filled ones leave it to the reader which comes first.
 * @param gaps what stands in the way of closing
 */
export function mainButton(
  entry: Pick<Reception, 'category' | 'complaint' | 'links' | 'state' | 'answeredOnSpot'>,
  gaps: readonly ReceptionGap[],
): MainButton {
  const leadsTo = (...tables: string[]) => entry.links.some(({ table }) => tables.includes(table));
  if (entry.category === 'praise' && !leadsTo('praises')) return 'openPosting';
  if (entry.state !== 'open') return null;
  const step = receptionNextStep(entry);
  if (step !== null) return step;
  // What nobody could settle in the call itself is work for somebody; the form's own button says the same.
  const work = entry.category === 'report' || entry.category === 'help';
  if (work && entry.answeredOnSpot !== 'yes' && !leadsTo('dispatchOrders', 'coordinationForms')) return 'issueOrder';
  return gaps.length === 0 ? 'close' : null;
}
