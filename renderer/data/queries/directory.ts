import type { Household, Unit } from '../../../shared/domain/property.ts';
import type { BookDatabase } from '../database.ts';

/** Units in the order of their numbers. */
export function readUnits(database: BookDatabase): Promise<Unit[]> {
  return database.units.orderBy('sortKey').toArray();
}

export interface HouseholdRow {
  household: Household;
  unit: Unit | undefined;
}

/** Households in force and proposed, in the order of their units; those who moved out only when asked for. */
export async function readHouseholds(database: BookDatabase, withPast: boolean): Promise<HouseholdRow[]> {
  const [units, households] = await Promise.all([readUnits(database), database.households.toArray()]);
  const places = new Map(units.map((unit, at) => [unit.id, { unit, at }]));
  return households
    .filter((household) => withPast || household.state !== 'past')
    .map((household) => ({ household, unit: places.get(household.unitId)?.unit, at: places.get(household.unitId)?.at ?? units.length }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ household, unit }) => ({ household, unit }));
}

/** Everybody who lives or lived in a unit, those in force first. */
export async function householdsOfUnit(database: BookDatabase, unitId: string): Promise<Household[]> {
  const households = await database.households.where('unitId').equals(unitId).toArray();
  const rank = { inForce: 0, proposed: 1, past: 2 };
  return households.toSorted((left, right) => rank[left.state] - rank[right.state]);
}
