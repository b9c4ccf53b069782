import type { Collection } from 'dexie';
import type { Household, Unit } from '../../../shared/domain/property.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { BookDatabase } from '../database.ts';
import { unitsCalled } from './units-called.ts';

export interface HouseholdHit {
  unit: Unit;
  household: Household | null;
}

const LIMIT = 8;

/** Households and places for what is being typed: a unit in any notation, a name, pinyin, initials or a phone number. */
export async function findHousehold(database: BookDatabase, typed: string): Promise<HouseholdHit[]> {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return [];
  const phone = normalisePhone(text);
  const [byPlace, byName, byPhone] = await Promise.all([
    unitsCalled(database, text, LIMIT),
    livingThere(database.households.where('keys').startsWith(text)),
    phone.length >= 3 ? livingThere(database.households.where('phones').startsWith(phone)) : [],
  ]);
  const hits = new Map<string, HouseholdHit>();
  for (const unit of byPlace) {
    const households = await database.households.where('unitId').equals(unit.id).toArray();
    const current = households.find((household) => household.state === 'inForce') ?? null;
    hits.set(unit.id, { unit, household: current });
  }
  for (const household of [...byName, ...byPhone]) {
    const unit = await database.units.get(household.unitId);
    if (unit !== undefined) hits.set(unit.id, { unit, household });
  }
  return [...hits.values()].toSorted((left, right) => left.unit.sortKey.localeCompare(right.unit.sortKey)).slice(0, LIMIT);
}

/** The first households in force, each once: neither who moved out nor a second key of the same family takes another's place. */
function livingThere(found: Collection<Household, string>): Promise<Household[]> {
  return found
    .filter((household) => household.state === 'inForce')
    .distinct()
    .limit(LIMIT)
    .toArray();
}

/** The household living in a unit now; `null` when none is in force. */
export async function householdOfUnit(database: BookDatabase, unitId: string): Promise<Household | null> {
  const households = await database.households.where('unitId').equals(unitId).toArray();
  return households.find((household) => household.state === 'inForce') ?? null;
}
