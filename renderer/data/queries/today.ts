import { Dexie } from 'dexie';
import {
  coordinationDue,
  coordinationWarnings,
  OPEN_COORDINATION_STATES,
  type CoordinationForm,
} from '../../../shared/domain/coordination-form.ts';
import { letterDue, letterNextStep, letterOrder, type Letter, type LetterDue, type LetterStep } from '../../../shared/domain/letter.ts';
import { promiseOrder, type DeskPromise } from '../../../shared/domain/promise.ts';
import { receptionNextStep, type ComplaintStep, type Reception } from '../../../shared/domain/reception.ts';
import { defaultRules, SETTINGS_ID } from '../../../shared/domain/settings.ts';
import type { BookDatabase } from '../database.ts';
import { duePromises } from './due-promises.ts';

/** Everything that waits for somebody at the desk. */
export interface TodayBoard {
  promises: DeskPromise[];
  /** Complaints that wait for the assistant's decision, or for the form it asked for. */
  complaints: { entry: Reception; step: ComplaintStep }[];
  letters: { letter: Letter; step: LetterStep; due: LetterDue }[];
  forms: { form: CoordinationForm; warnings: ReturnType<typeof coordinationWarnings>; due: ReturnType<typeof coordinationDue> }[];
}

/** Open items of all registers, overdue first. Reads only what is open, however large the book is. */
export async function readToday(database: BookDatabase, now: string, today: string): Promise<TodayBoard> {
  const [settings, promises, receptions, letters, forms] = await Promise.all([
    database.settings.get(SETTINGS_ID),
    database.promises.where('[state+dueAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).toArray(),
    database.receptions.where('[state+occurredAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).toArray(),
    database.letters.where('[state+receivedAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).toArray(),
    Promise.all(
      OPEN_COORDINATION_STATES.map((state) =>
        database.coordinationForms.where('[state+issuedAt]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray(),
      ),
    ),
  ]);
  const rules = settings?.rules ?? defaultRules();
  const zone = settings?.desk.zone ?? 'Asia/Shanghai';
  return {
    promises: (await duePromises(database, promises)).toSorted(promiseOrder),
    complaints: receptions.flatMap((entry) => {
      const step = receptionNextStep(entry);
      return step === null ? [] : [{ entry, step }];
    }),
    letters: letters
      .map((letter) => ({ letter, step: letterNextStep(letter), due: letterDue(letter, rules, zone) }))
      .toSorted(letterOrder(now)),
    forms: forms
      .flat()
      .map((form) => ({ form, warnings: coordinationWarnings(form, now, today) }))
      .map((open) => ({ ...open, due: coordinationDue(open.form, open.warnings) }))
      .toSorted((left, right) => right.warnings.length - left.warnings.length || left.form.dueOn.localeCompare(right.form.dueOn)),
  };
}
