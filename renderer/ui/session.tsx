import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { HostApi, HostDescription } from '../../shared/contract/host-calls.ts';
import type { Department, Person } from '../../shared/domain/person.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { BookDatabase } from '../data/database.ts';
import type { DeskSession } from '../data/perform.ts';
import { readDepartments, readPeople, readSettings, type FirstScreen } from '../data/queries/first-screen.ts';

/** The open book with who is at the desk: what screens read from. */
export interface ScreenSession extends DeskSession {
  lease: string;
  description: HostDescription;
}

export interface DeskFacts {
  session: ScreenSession;
  settings: Settings;
  person: Person;
  people: readonly Person[];
  departments: readonly Department[];
  /** Name of a person, who may have left; `''` for nobody. */
  nameOf(id: string): string;
  /** Name of a department; `''` for none. */
  departmentOf(id: string): string;
}

function namesOf(rows: readonly { id: string; name: string }[]): (id: string) => string {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

const DeskContext = createContext<DeskFacts | null>(null);

interface DeskProviderProps {
  session: ScreenSession;
  actorId: string;
  /** What is known already, for a first screen that waits for nothing. */
  first?: FirstScreen | null;
  /** Shown while the roster is read, and when the person is not on it. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Gives screens the settings, the roster and the person at the desk, kept up to date. */
export function DeskProvider({ session, actorId, first, fallback, children }: DeskProviderProps) {
  const { database } = session;
  const settings = useLiveQuery(() => readSettings(database), [database], first?.settings);
  const people = useLiveQuery<readonly Person[], FirstScreen['people'] | undefined>(() => readPeople(database), [database], first?.people);
  const departments = useLiveQuery<readonly Department[], FirstScreen['departments'] | undefined>(
    () => readDepartments(database),
    [database],
    first?.departments,
  );
  const facts = useMemo(() => {
    const person = people?.find((one) => one.id === actorId);
    if (settings === undefined || people === undefined || departments === undefined || person === undefined) return null;
    return { session, settings, person, people, departments, nameOf: namesOf(people), departmentOf: namesOf(departments) };
  }, [session, settings, people, departments, actorId]);
  if (facts === null) return fallback;
  return <DeskContext value={facts}>{children}</DeskContext>;
}

/** Who, where, under which settings. Only inside the unlocked desk. */
export function useDesk(): DeskFacts {
  const facts = useContext(DeskContext);
  if (facts === null) throw new Error('useDesk outside the unlocked desk');
  return facts;
}

export function useDatabase(): BookDatabase {
  return useDesk().session.database;
}

export function useHost(): HostApi {
  return useDesk().session.host;
}
