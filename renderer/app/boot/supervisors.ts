import type { HostApi, UnlockOutcome } from '../../../shared/contract/host-calls.ts';
import { valueOf } from '../../../shared/contract/result.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { BookDatabase } from '../../data/database.ts';

/** Who can answer for what the database says: supervisors with a PIN at this PC, by name. */
export async function supervisorsOf(host: HostApi, database: BookDatabase): Promise<Person[]> {
  const { withPin } = valueOf(await host.pinState());
  const people = await database.people.filter((person) => person.active && person.roles.includes('supervisor')).sortBy('name');
  return people.filter((person) => withPin.includes(person.id));
}

/** Does something that the host lets supervisors do only, and leaves the desk locked, whatever comes of it. */
export async function asSupervisor(
  host: HostApi,
  { personId, pin }: { personId: string; pin: string },
  work: () => Promise<void>,
): Promise<UnlockOutcome> {
  const answer = valueOf(await host.unlock({ personId, pin }));
  if (answer.outcome !== 'unlocked') return answer;
  try {
    await work();
  } finally {
    await host.lock();
  }
  return answer;
}
