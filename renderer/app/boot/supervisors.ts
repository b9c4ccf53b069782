import type { HostApi, UnlockOutcome } from '../../../shared/contract/host-calls.ts';
import { valueOf } from '../../../shared/contract/result.ts';
import { holdsRole, type Person } from '../../../shared/domain/person.ts';
import type { BookDatabase } from '../../data/database.ts';

export interface Answering {
  supervisors: readonly Person[];
  codeExists: boolean;
}

export const NOBODY_ANSWERS: Answering = { supervisors: [], codeExists: false };

/** Who can answer for what the database says: its supervisors by name; nobody where no PIN was ever set, and none is asked for. */
export async function whoAnswers(host: HostApi, database: BookDatabase): Promise<Answering> {
  const { withPin, recoveryCodeExists } = valueOf(await host.pinState());
  if (withPin.length === 0) return NOBODY_ANSWERS;
  const supervisors = await database.people.filter((person) => holdsRole(person, 'supervisor')).sortBy('name');
  return { supervisors, codeExists: recoveryCodeExists };
}

/** A supervisor and their PIN; with a recovery code it is a new one, which takes the place of a forgotten one. */
export interface SupervisorSecret {
  personId: string;
  pin: string;
  /** `null` = the PIN is known. */
  code: string | null;
}

/** Does something that the host lets supervisors do only, and leaves the desk locked, whatever comes of it. */
export async function asSupervisor(
  host: HostApi,
  { personId, pin, code }: SupervisorSecret,
  work: () => Promise<void>,
): Promise<UnlockOutcome> {
  const answer = valueOf(await (code === null ? host.unlock({ personId, pin }) : host.useRecoveryCode({ code, personId, newPin: pin })));
  if (answer.outcome !== 'unlocked') return answer;
  try {
    await work();
  } finally {
    await host.lock();
  }
  return answer;
}
