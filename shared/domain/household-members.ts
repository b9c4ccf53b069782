import type { HouseholdMember } from './property.ts';

type Members = readonly HouseholdMember[];

const FIELDS = ['name', 'reading', 'relation', 'phone', 'idNumber'] as const;
/** What somebody who was added stood for before: every word of theirs is a change. */
const NOBODY: HouseholdMember = { name: '', reading: '', relation: 'owner', phone: '', idNumber: '' };

/** Who of `later` is whom of `earlier`: by name, and who got another name in the order they stand in. */
function pairs(earlier: Members, later: Members): Map<HouseholdMember, HouseholdMember> {
  const found = new Map<HouseholdMember, HouseholdMember>();
  const free = new Set(later);
  for (const member of earlier) {
    const same = [...free].find((one) => one.name.trim() === member.name.trim());
    if (same === undefined) continue;
    found.set(member, same);
    free.delete(same);
  }
  const renamed = earlier.filter((member) => !found.has(member));
  if (renamed.length === free.size) [...free].forEach((member, at) => found.set(renamed[at] ?? NOBODY, member));
  return found;
}

function isAsItWas(then: HouseholdMember, member: HouseholdMember): boolean {
  return FIELDS.every((field) => member[field] === then[field]);
}

/** What was changed since `then`, over what the member is now. */
function over(then: HouseholdMember, member: HouseholdMember, now: HouseholdMember): HouseholdMember {
  const changed = FIELDS.filter((field) => member[field] !== then[field]);
  return { ...now, ...Object.fromEntries(changed.map((field) => [field, member[field]])) };
}

/**
 * The people of a household after a change that was made of how they stood `then`: what it changed, member by member, over
 * what has been put right since (5:1). Who was removed meanwhile stays so, unless the change was about just them; whom it
 * removes goes.
 */
export function mergeMembers(then: Members, changed: Members, now: Members): HouseholdMember[] {
  const changedFrom = new Map([...pairs(then, changed)].map(([was, member]) => [member, was]));
  const nowOf = pairs(then, now);
  const addedNow = now.filter((member) => ![...nowOf.values()].includes(member));
  const merged = changed.flatMap((member) => {
    const was = changedFrom.get(member) ?? NOBODY;
    const is = was === NOBODY ? addedNow.find((one) => one.name.trim() === member.name.trim()) : nowOf.get(was);
    if (is !== undefined) return [over(was, member, is)];
    return isAsItWas(was, member) ? [] : [member];
  });
  const taken = new Set(merged.map((member) => member.name.trim()));
  return [...merged, ...addedNow.filter((member) => !taken.has(member.name.trim()))];
}
