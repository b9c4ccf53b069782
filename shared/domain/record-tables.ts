import type { z } from 'zod';
import { careContactRecord } from './care-contact.ts';
import { checkRecord } from './check.ts';
import { collectionRecord } from './collection.ts';
import { coordinationRecord } from './coordination-form.ts';
import { dispatchRecord } from './dispatch-order.ts';
import { followUpRecord } from './follow-up.ts';
import { handoverRecord } from './handover.ts';
import { letterRecord } from './letter.ts';
import { mailRecord } from './mail-item.ts';
import { monthlyReportRecord } from './monthly-statistics.ts';
import { noticeRecord } from './notice.ts';
import { seriesRecord } from './number-series.ts';
import { paidServiceRecord } from './paid-service.ts';
import { departmentRecord, personRecord } from './person.ts';
import { dataRequestRecord } from './personal-data.ts';
import { postingListRecord } from './posting-list.ts';
import { praiseRecord } from './praise-posting.ts';
import { printRecord } from './print-log.ts';
import { promiseRecord } from './promise.ts';
import { buildingRecord, householdRecord, outsideNumberRecord, unitRecord } from './property.ts';
import { receptionRecord } from './reception.ts';
import { letterTemplateRecord, replyRecord } from './reply-letter.ts';
import { planItemRecord } from './rolling-plan.ts';
import { sampleRecord } from './sampling.ts';
import { serviceRecord } from './service-record.ts';
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
  replies: replyRecord,
  letterTemplates: letterTemplateRecord,
  postingLists: postingListRecord,
  praises: praiseRecord,
  dispatchOrders: dispatchRecord,
  followUps: followUpRecord,
  samples: sampleRecord,
  checks: checkRecord,
  careContacts: careContactRecord,
  mailItems: mailRecord,
  serviceRecords: serviceRecord,
  collections: collectionRecord,
  handovers: handoverRecord,
  rollingPlanItems: planItemRecord,
  notices: noticeRecord,
  paidServices: paidServiceRecord,
  monthlyReports: monthlyReportRecord,
  dataRequests: dataRequestRecord,
  prints: printRecord,
  holidays: holidayRecord,
  settings: settingsRecord,
  series: seriesRecord,
} as const;

export type TableName = keyof typeof RECORD_SCHEMAS;

/** A row of the table as it is stored. */
export type RecordOf<Table extends TableName> = z.infer<(typeof RECORD_SCHEMAS)[Table]>;
