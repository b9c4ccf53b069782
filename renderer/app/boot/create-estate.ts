import { v7 as newId } from 'uuid';
import holidays2025 from '../../../resources/holidays/2025.json';
import holidays2026 from '../../../resources/holidays/2026.json';
import { FailureError, valueOf } from '../../../shared/contract/result.ts';
import { departmentInput, personInput } from '../../../shared/domain/person.ts';
import { DEFAULT_NUMBER_FORMATS } from '../../../shared/domain/number-series.ts';
import { defaultRules, deskSettings, estateSettings } from '../../../shared/domain/settings.ts';
import { lastOperation } from '../../data/database.ts';
import { latestVersion } from '../../data/migrations/all.ts';
import { setUpEstate } from '../../data/operations/set-up-estate.ts';
import { perform } from '../../data/perform.ts';
import type { OpenBook } from './open-book.ts';

export interface SetUpValues {
  propertyCompany: string;
  developer: string;
  estate: string;
  estateAddress: string;
  postcode: string;
  deskPhone: string;
  deskCode: string;
  departments: string;
  name: string;
  pin: string;
  pinAgain: string;
}

interface SetUpDetails {
  language: 'zh' | 'en';
  /** The word by which the administration, which takes over work letters (2:3.3.4), is known among the names. */
  administrationWord: string;
}

/** The holiday tables that ship with the app (DOMAIN §14). */
export const SHIPPED_HOLIDAYS = [holidays2025, holidays2026];

/**
 * Makes the book: first PIN, unlocked, database in force, the first operation on disk. Returns the recovery code, which
 * is shown once. Tried again after a failure it goes on where that one ended.
 */
export async function createEstate(book: OpenBook, values: SetUpValues, details: SetUpDetails): Promise<string> {
  const { host } = book;
  if ((await lastOperation(book.database)) === undefined) await storeEstate(book, values, details);
  // Only the code was missing: the estate stands, and the PIN is the one that stands in the form by now.
  else valueOf(await host.setPin({ personId: book.actorId(), pin: values.pin, mayManage: true }));
  await book.outbox.whenSaved(1);
  return valueOf(await host.makeRecoveryCode()).code;
}

async function storeEstate(book: OpenBook, values: SetUpValues, details: SetUpDetails): Promise<void> {
  const personId = newId();
  const names = [
    ...new Set(
      values.departments
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
  const departments = names.map((name) => ({
    ...departmentInput.parse({ name, isAdministration: name.toLowerCase().includes(details.administrationWord) }),
    id: newId(),
  }));
  const { host } = book;
  // With nobody at the desk and no line written, the PIN of an earlier try is nobody's, and this one takes its place.
  valueOf(await host.lock());
  valueOf(await host.setPin({ personId, pin: values.pin, mayManage: true }));
  const unlocked = valueOf(await host.unlock({ personId, pin: values.pin }));
  if (unlocked.outcome !== 'unlocked') throw new FailureError('nobodyUnlocked');
  book.setActor(personId);
  valueOf(await host.switchDatabase({ lease: book.lease, database: book.database.name, schemaVersion: latestVersion() }));
  valueOf(
    await perform(book, setUpEstate, {
      settings: {
        estate: estateSettings.parse({
          propertyCompany: values.propertyCompany,
          developer: values.developer,
          estate: values.estate,
          estateAddress: values.estateAddress,
          postcode: values.postcode.trim(),
          deskPhone: values.deskPhone,
          deskDepartmentId: departments[0]?.id ?? '',
        }),
        rules: defaultRules(),
        desk: deskSettings.parse({ code: values.deskCode }),
        numbers: DEFAULT_NUMBER_FORMATS,
      },
      language: details.language,
      sample: false,
      person: {
        ...personInput.parse({ name: values.name, roles: ['supervisor'], departmentId: departments[0]?.id ?? '' }),
        id: personId,
      },
      departments,
      holidays: SHIPPED_HOLIDAYS,
    }),
  );
}
