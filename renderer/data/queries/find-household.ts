import type { Collection } from 'dexie';
import type { Household, HouseholdMember, Unit } from '../../../shared/domain/property.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { BookDatabase } from '../database.ts';
import { unitsCalled } from './units-called.ts';

export interface HouseholdHit {
  unit: Unit;
  household: Household | null;
  /** Those of the household, whoever was meant by what was typed before the others. */
  members: readonly HouseholdMember[];
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
  const hits = new Map<string, Omit<HouseholdHit, 'members'>>();
  for (const unit of byPlace) {
    const households = await database.households.where('unitId').equals(unit.id).toArray();
    const current = households.find((household) => household.state === 'inForce') ?? null;
    hits.set(unit.id, { unit, household: current });
  }
  for (const household of [...byName, ...byPhone]) {
    const unit = await database.units.get(household.unitId);
    if (unit !== undefined) hits.set(unit.id, { unit, household });
  }
  return [...hits.values()]
    .toSorted((left, right) => left.unit.sortKey.localeCompare(right.unit.sortKey))
    .slice(0, LIMIT)
    .map((hit) => ({ ...hit, members: hit.household === null ? [] : meantFirst(hit.household, text, phone) }));
}

/** The tenant's name finds the tenant, not the owner who stands above in the same household. */
function meantFirst({ members, keys }: Household, text: string, phone: string): HouseholdMember[] {
  const meant = membersNamed(members, keys, text);
  for (const member of members) if (phone.length >= 3 && normalisePhone(member.phone).startsWith(phone)) meant.add(member);
  return [...members.filter((member) => meant.has(member)), ...members.filter((member) => !meant.has(member))];
}

/** Whose name or reading begins so. Keys stand in the order of the members, those of each behind the name itself. */
function membersNamed(members: readonly HouseholdMember[], keys: readonly string[], text: string): Set<HouseholdMember> {
  const named = new Set<HouseholdMember>();
  let whose: HouseholdMember | undefined;
  for (const key of keys) {
    whose = members.find(({ name }) => name.normalize('NFKC').trim().toLowerCase() === key) ?? whose;
    if (whose !== undefined && key.startsWith(text)) named.add(whose);
  }
  return named;
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
