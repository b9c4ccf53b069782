import type { Department, Person } from '../../../shared/domain/person.ts';
import { SETTINGS_ID, type Settings } from '../../../shared/domain/settings.ts';
import type { BookDatabase, DraftRow } from '../database.ts';

/** Drafts of this form are the open calls and visits. */
export const RECEPTION_DRAFT = 'reception';

export function readSettings(database: BookDatabase): Promise<Settings | undefined> {
  return database.settings.get(SETTINGS_ID);
}

export function readPeople(database: BookDatabase): Promise<Person[]> {
  return database.people.toArray();
}

export function readDepartments(database: BookDatabase): Promise<Department[]> {
  return database.departments.toArray();
}

/** The open calls and visits, oldest first. */
export function readOpenEntries(database: BookDatabase): Promise<DraftRow[]> {
  return database.drafts.filter((draft) => draft.form === RECEPTION_DRAFT).sortBy('openedAt');
}

/** What the desk's first screen is drawn from. */
export interface FirstScreen {
  settings: Settings | undefined;
  people: readonly Person[];
  departments: readonly Department[];
  openEntries: readonly DraftRow[];
}

/** Reads all of it at once: asked for by the screen itself, each part would wait until the one around it has been drawn. */
export async function readFirstScreen(database: BookDatabase): Promise<FirstScreen> {
  const [settings, people, departments, openEntries] = await Promise.all([
    readSettings(database),
    readPeople(database),
    readDepartments(database),
    readOpenEntries(database),
  ]);
  return { settings, people, departments, openEntries };
}
