import type { z } from 'zod';
import year2026 from '../../resources/holidays/2026.json';
import { createClock } from '../../renderer/data/clock.ts';
import { loadSample } from '../../renderer/data/operations/load-sample.ts';
import { perform, type Operation, type PerformOptions } from '../../renderer/data/perform.ts';
import { buildSampleEstate } from '../../renderer/data/sample/sample-estate.ts';
import { memorySession, type MemorySession } from './memory-session.ts';

/** The sample estate in memory, spoken to by people's names. */
export interface SampleDesk {
  session: MemorySession;
  /** Id of the person of this name on the roster. */
  person(name: string): string;
  department(name: string): string;
  /** Runs an operation as this person: the failure's code, or `''`. */
  as<Input extends z.ZodType, Prepared>(
    name: string,
    operation: Operation<Input, Prepared>,
    input: z.input<Input>,
    options?: PerformOptions,
  ): Promise<string>;
  setClock(at: string): void;
}

const sample = buildSampleEstate('zh', [year2026]);
/** Its people and departments, and a few of its flats: loading them all takes longer than most tests. */
const estate = { ...sample.input, units: sample.input.units.slice(0, 20), households: sample.input.households.slice(0, 5) };

/** Opens the sample estate on a book of its own; the supervisor 沈国华 set it up. */
export async function sampleDesk(at = '2026-11-24T01:00:00.000Z'): Promise<SampleDesk> {
  const session = await memorySession(at);
  const person = (name: string) => {
    const found = estate.people.find((one) => one.name === name);
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found.id;
  };
  const department = (name: string) => {
    const found = estate.departments.find((one) => one.name === name);
    if (found === undefined) throw new Error(`no department is called ${name}`);
    return found.id;
  };
  session.become(person('沈国华'));
  const loaded = await perform(session, loadSample, estate);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return {
    session,
    person,
    department,
    as: async (name, operation, input, options) => {
      session.become(person(name));
      const result = await perform(session, operation, input, options);
      return result.ok ? '' : result.error.code;
    },
    setClock: (moment) => {
      session.clock = createClock(Date.parse(moment) - Date.now());
    },
  };
}
