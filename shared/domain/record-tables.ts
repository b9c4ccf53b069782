import type { z } from 'zod';
import { coordinationRecord } from './coordination-form.ts';
import { letterRecord } from './letter.ts';
import { seriesRecord } from './number-series.ts';
import { departmentRecord, personRecord } from './person.ts';
import { promiseRecord } from './promise.ts';
import { buildingRecord, householdRecord, outsideNumberRecord, unitRecord } from './property.ts';
import { receptionRecord } from './reception.ts';
import { settingsRecord } from './settings.ts';
import { holidayRecord } from './working-days.ts';

/**
 * Table name → schema of its rows. The first database holds every register of DOMAIN §§1–11, also those whose screens
 * come later, so that no book has to be rebuilt for them.
 */
export const RECORD_SCHEMAS = {
  people: personRecord,
  departments: departmentRecord,
  buildings: buildingRecord,
  units: unitRecord,
  households: householdRecord,
  outsideNumbers: outsideNumberRecord,
  receptions: receptionRecord,
  promises: promiseRecord,
  letters: letterRecord,
  coordinationForms: coordinationRecord,
  holidays: holidayRecord,
  settings: settingsRecord,
  series: seriesRecord,
} as const;

export type TableName = keyof typeof RECORD_SCHEMAS;

/** A row of the table as it is stored. */
export type RecordOf<Table extends TableName> = z.infer<(typeof RECORD_SCHEMAS)[Table]>;
