import { z } from 'zod';
import { line, recordBase, reference } from './fields.ts';
import { DEFAULT_NUMBER_FORMATS, numberFormatSchema, REGISTERS } from './number-series.ts';

/** Who the desk works for: printed on every sheet. */
export const estateSettings = z.object({
  propertyCompany: z.string().trim().min(1).max(100),
  developer: z.string().trim().min(1).max(100),
  estate: z.string().trim().min(1).max(60),
  estateAddress: line,
  postcode: line,
  deskPhone: line,
  developerAddress: line,
  developerPostcode: line,
  developerPhone: line,
  /** The department this desk belongs to (客户中心): its own forms need no head's word (4:职责4). */
  deskDepartmentId: reference,
});
export type EstateSettings = z.infer<typeof estateSettings>;

/** Every default marked [D] in DOMAIN that is built. The rules marked [P] are not here: they are never a setting. */
export const ruleSettings = z.object({
  /** Hours until a promised reply, call-back or message is due. */
  promiseHours: z.number().min(0.25).max(240).default(2),
  /** Hours a coordination form may wait before it is taken up by the department. */
  formReceiptHours: z.number().min(0.25).max(240).default(4),
  /** Working days until a coordination form is to be done. */
  formWorkingDays: z.int().min(0).max(90).default(3),
  /** Working days until a letter that needs a reply is to be answered. */
  replyWorkingDays: z.int().min(0).max(90).default(5),
  /** Hours until a letter for administration is to be handed over. */
  handOverHours: z.number().min(0.25).max(240).default(24),
  /** Calendar days after posting on which the customer is telephoned. */
  confirmDays: z.int().min(1).max(30).default(3),
  /** A report of the same unit and category within so many days is noticed as repeated. */
  repeatedDays: z.int().min(1).max(365).default(30),
  /** Minutes without input after which the desk locks itself. */
  lockMinutes: z.number().min(1).max(240).default(10),
  retentionReceptionYears: z.int().min(1).max(30).default(2),
  retentionLetterYears: z.int().min(1).max(30).default(3),
});
export type RuleSettings = z.infer<typeof ruleSettings>;

export const deskSettings = z.object({
  /** Short code of this desk, part of every number when there are several desks. */
  code: z.string().trim().regex(/^[A-Z0-9]{1,6}$/),
  name: line,
  severalDesks: z.boolean().default(false),
  /** IANA zone in which dates and times are shown and numbers' years are taken. */
  zone: z.string().min(1).default('Asia/Shanghai'),
});
export type DeskSettings = z.infer<typeof deskSettings>;

export const settingsInput = z.object({
  estate: estateSettings,
  rules: ruleSettings,
  desk: deskSettings,
  numbers: z.record(z.enum(REGISTERS), numberFormatSchema).default(DEFAULT_NUMBER_FORMATS),
});
export type SettingsInput = z.infer<typeof settingsInput>;

/** The one row of the settings table. */
export const SETTINGS_ID = 'settings';
export const settingsRecord = recordBase.extend({ ...settingsInput.shape, sample: z.boolean(), setUpLanguage: z.enum(['zh', 'en']) });
export type Settings = z.infer<typeof settingsRecord>;

export function defaultRules(): RuleSettings {
  return ruleSettings.parse({});
}
