import { mergeMembers } from '../../../shared/domain/household-members.ts';
import { householdInput, type Household } from '../../../shared/domain/property.ts';
import type { BookDatabase } from '../database.ts';
import type { Row } from '../missing-fields.ts';
import { readHistory } from './record-history.ts';

/** The household as it stood when the proposal for it was last saved. */
async function whenProposed(database: BookDatabase, household: Household, proposal: Household): Promise<Row> {
  const proposed = (await readHistory(database, 'households', proposal.id)).at(-1)?.sequence ?? 0;
  const since = (await readHistory(database, 'households', household.id)).filter(({ sequence }) => sequence > proposed);
  return since.reduceRight<Row>((later, { change }) => ({ ...later, ...change.before }), { ...household });
}

/**
 * A household as its form shows it. What a steward's proposal left as it was follows the household in force, each of its
 * people too: confirmed, it must not take back what the duty room has put right since (5:1).
 */
export async function asItStands(database: BookDatabase, household: Household): Promise<Household> {
  if (household.state !== 'proposed' || household.proposalForId === '') return household;
  const inForce = await database.households.get(household.proposalForId);
  if (inForce === undefined) return household;
  const then = await whenProposed(database, inForce, household);
  const proposed: Row = { ...household };
  const left = Object.keys(householdInput.shape).filter((field) => JSON.stringify(proposed[field]) === JSON.stringify(then[field]));
  const now: Row = { ...inForce };
  const before = householdInput.shape.members.parse(then['members']);
  const members = mergeMembers(before, household.members, inForce.members);
  return { ...household, ...Object.fromEntries(left.map((field) => [field, now[field]])), members };
}
