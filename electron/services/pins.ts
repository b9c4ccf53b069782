import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { PinState, UnlockOutcome } from '../../shared/contract/host-calls.ts';
import type { Clock } from './clock.ts';
import type { Confirmations } from './confirmations.ts';
import type { Faults } from './faults.ts';
import type { Presence } from './presence.ts';
import { refuse } from './refuse.ts';
import { fitsSecret, hashSecret, SCRYPT_COST, secretHashSchema, type SecretHash } from './secret-hash.ts';
import { createSerial } from './serial.ts';
import type { StateFile } from './state-file.ts';
import { openWrongTries } from './wrong-tries.ts';

export const pinFileSchema = z.object({
  people: z.array(z.object({ personId: z.string(), mayManage: z.boolean(), pin: secretHashSchema })),
  recovery: secretHashSchema.nullable(),
});
export type PinFile = z.infer<typeof pinFileSchema>;

export const NO_PINS: PinFile = { people: [], recovery: null };

/** PINs of the people at the desk, and who may change them. What a role may do in the book is not decided here. */
export interface Pins {
  state(): PinState;
  unlock(personId: string, pin: string): Promise<UnlockOutcome>;
  lock(): Promise<void>;
  /** Fails with `notAllowed`, `lastManager`. */
  set(personId: string, pin: string, mayManage: boolean): Promise<void>;
  /** Fails with `notAllowed`, `lastManager`, `noSuchPin`. */
  remove(personId: string): Promise<void>;
  confirm(personId: string, pin: string, operationId: string): Promise<UnlockOutcome>;
  /** Fails with `notAllowed`. */
  makeRecoveryCode(): Promise<string>;
  useRecoveryCode(code: string, personId: string, newPin: string): Promise<UnlockOutcome>;
  /** A person's roles changed: whoever may manage at present decides by it who may from now on. */
  followRoles(actor: string, personId: string, mayManage: boolean): Promise<void>;
  isOnlyPerson(personId: string): boolean;
  /** Whether the PINs here are of no book: none was set, or a first start was cut short and nobody is at the desk. */
  areNobodys(): Promise<boolean>;
  /** Whether the unlocked person may manage, or nobody has a PIN yet. */
  managerIsHere(): boolean;
  /** For a snapshot: a restore on another PC must know the code that was printed for this book. */
  recoveryHash(): SecretHash | null;
  /** For a book that is brought to a PC without one. A code that is known here stays while anybody has a PIN. */
  adoptRecoveryHash(hash: SecretHash): Promise<void>;
}

interface PinParts {
  file: StateFile<PinFile>;
  triesFile: string;
  clock: Clock;
  presence: Presence;
  confirmations: Confirmations;
  /** Whether the journal on disk has no line, looked at anew: nobody may be let in because it was not opened yet. */
  journalIsEmpty(): Promise<boolean>;
  faults: Faults;
  scryptCost?: number;
}

const RECOVERY_KEY = 'recovery code';
/** Crockford's letters: nothing that a printed sheet makes look alike. Twenty of them hold 100 bits. */
const CODE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export async function openPins({
  file,
  triesFile,
  clock,
  presence,
  confirmations,
  journalIsEmpty,
  faults,
  scryptCost = SCRYPT_COST,
}: PinParts): Promise<Pins> {
  const tries = await openWrongTries(triesFile, clock, faults);
  // One secret is looked at after the other: parallel guesses must not slip past the counter.
  const inTurn = createSerial();

  function find(personId: string): PinFile['people'][number] | undefined {
    return file.read().people.find((person) => person.personId === personId);
  }

  function managerIsHere(): boolean {
    return file.read().people.length === 0 || find(presence.person())?.mayManage === true;
  }

  async function tryCode(key: string, secret: string, stored: SecretHash | null | undefined): Promise<UnlockOutcome> {
    if (stored === null || stored === undefined) return { outcome: 'noPin', waitMs: 0 };
    const waitMs = tries.waitMs(key);
    if (waitMs > 0) return { outcome: 'wait', waitMs };
    await tries.begin(key);
    if (!(await fitsSecret(secret, stored))) return { outcome: 'wrong', waitMs: tries.waitMs(key) };
    await tries.succeeded(key);
    return { outcome: 'unlocked', waitMs: 0 };
  }

  async function store(personId: string, pin: string, mayManage: boolean): Promise<void> {
    const others = file.read().people.filter((person) => person.personId !== personId);
    if (!mayManage && !others.some((person) => person.mayManage)) refuse('lastManager');
    const entry = { personId, mayManage, pin: await hashSecret(pin, scryptCost) };
    await file.write({ ...file.read(), people: [...others, entry] });
  }

  async function areNobodys(): Promise<boolean> {
    const { people, recovery } = file.read();
    return people.length === 0 || (recovery === null && presence.person() === '' && (await journalIsEmpty()));
  }

  async function set(personId: string, pin: string, mayManage: boolean): Promise<void> {
    // A first start that was cut short left a PIN of somebody whom no book knows: the next one begins anew.
    if (await areNobodys()) {
      // A lost PIN file beside a known recovery code is no way in: then only the code is.
      if (file.read().recovery !== null) refuse('notAllowed');
      await file.write({ people: [{ personId, mayManage: true, pin: await hashSecret(pin, scryptCost) }], recovery: null });
      // Whoever has just chosen the very first PIN sits at the desk.
      await presence.begin(personId);
      return;
    }
    const own = find(presence.person());
    if (own === undefined || (!own.mayManage && own.personId !== personId)) refuse('notAllowed');
    await store(personId, pin, own.mayManage ? mayManage : false);
    await tries.succeeded(personId);
  }

  return {
    state: () => ({
      withPin: file.read().people.map((person) => person.personId),
      unlocked: presence.person(),
      recoveryCodeExists: file.read().recovery !== null,
    }),
    unlock: (personId, pin) =>
      inTurn(async () => {
        const outcome = await tryCode(personId, pin, find(personId)?.pin);
        if (outcome.outcome === 'unlocked') await presence.begin(personId);
        return outcome;
      }),
    lock: () => inTurn(() => presence.end()),
    set: (personId, pin, mayManage) => inTurn(() => set(personId, pin, mayManage)),
    remove: (personId) =>
      inTurn(async () => {
        if (!managerIsHere()) refuse('notAllowed');
        if (find(personId) === undefined) refuse('noSuchPin');
        const others = file.read().people.filter((person) => person.personId !== personId);
        if (!others.some((person) => person.mayManage)) refuse('lastManager');
        await file.write({ ...file.read(), people: others });
        if (presence.person() === personId) await presence.end();
      }),
    confirm: (personId, pin, operationId) =>
      inTurn(async () => {
        const outcome = await tryCode(personId, pin, find(personId)?.pin);
        if (outcome.outcome === 'unlocked') await confirmations.remember(operationId, personId);
        return outcome;
      }),
    makeRecoveryCode: () =>
      inTurn(async () => {
        if (file.read().people.length === 0 || !managerIsHere()) refuse('notAllowed');
        const code = newCode();
        await file.write({ ...file.read(), recovery: await hashSecret(plainCode(code), scryptCost) });
        return code;
      }),
    useRecoveryCode: (code, personId, newPin) =>
      inTurn(async () => {
        const outcome = await tryCode(RECOVERY_KEY, plainCode(code), file.read().recovery);
        if (outcome.outcome !== 'unlocked') return outcome;
        // One write takes the code back and sets the PIN: a crash between the two must not leave the desk without both.
        const others = file.read().people.filter((person) => person.personId !== personId);
        const entry = { personId, mayManage: true, pin: await hashSecret(newPin, scryptCost) };
        await file.write({ people: [...others, entry], recovery: null });
        await tries.succeeded(personId);
        await presence.begin(personId);
        return outcome;
      }),
    followRoles: (actor, personId, mayManage) =>
      inTurn(async () => {
        const known = find(personId);
        if (known === undefined || known.mayManage === mayManage || find(actor)?.mayManage !== true) return;
        const others = file.read().people.filter((person) => person.personId !== personId);
        // Nobody left to set a PIN would lock the staff out of their own book: then the last one goes on.
        if (!mayManage && !others.some((person) => person.mayManage)) return;
        await file.write({ ...file.read(), people: [...others, { ...known, mayManage }] });
      }),
    isOnlyPerson: (personId) => file.read().people.length === 1 && find(personId) !== undefined,
    areNobodys,
    managerIsHere,
    recoveryHash: () => file.read().recovery,
    adoptRecoveryHash: (recovery) =>
      inTurn(async () => {
        const known = file.read();
        // A PIN that a first start left when it was cut short must not keep the code of a book that is brought here from working.
        if (known.people.length === 0 || known.recovery === null) await file.write({ ...known, recovery });
      }),
  };
}

function newCode(): string {
  const letters = Array.from({ length: 20 }, () => CODE_LETTERS.charAt(randomInt(CODE_LETTERS.length)));
  return [0, 5, 10, 15].map((start) => letters.slice(start, start + 5).join('')).join('-');
}

/** What a person types from paper: case and separators do not matter, and look-alikes are read as what they stand for. */
function plainCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
