import { z } from 'zod';
import { line, recordBase, reference } from './fields.ts';
import { DEFAULT_NUMBER_FORMATS, numberFormatSchema, REGISTERS } from './number-series.ts';
import { defaultPostage, postageSettings } from './postage.ts';

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
  /** As they stand on English letters; where there are none the Chinese ones do. */
  developerEnglish: line,
  developerAddressEnglish: line,
  /** The department this desk belongs to (客户中心): its own forms need no head's word (4:职责4). */
  deskDepartmentId: reference,
});
export type EstateSettings = z.infer<typeof estateSettings>;

/** How days are counted; a call whose calendar day is no working day is shown on the next one. */
export const DAY_COUNTS = ['calendarDays', 'workingDays'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** Which day a reply letter is dated: that of its approval, or that on which it gets its number. */
export const LETTER_DATES = ['approval', 'numbering'] as const;

/** What follows when a follow-up finds the customer dissatisfied: another until it is settled, or nothing. */
export const NOT_SATISFIED = ['callAgain', 'settled'] as const;

/** Every default marked [D] in DOMAIN; the screen offers those that something built asks for. The rules marked [P] are not here: they are never a setting. */
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
  /** Which days the three until the customer is telephoned are (DOMAIN §5, 6). */
  confirmCount: z.enum(DAY_COUNTS).default('calendarDays'),
  /** Which day a reply letter bears (DOMAIN §5, 3). */
  letterDated: z.enum(LETTER_DATES).default('approval'),
  /** What of an envelope's foot stays free for the post office, in millimetres: how high, and from how far off its right edge (DOMAIN §13). */
  envelopeFootMm: z.int().min(0).max(35).default(20),
  envelopeFootFromRightMm: z.int().min(0).max(120).default(55),
  /** A report of the same unit and category within so many days is noticed as repeated. */
  repeatedDays: z.int().min(1).max(365).default(30),
  /** Minutes without input after which the desk locks itself. */
  lockMinutes: z.number().min(1).max(240).default(10),
  /** Minutes from an urgent report until somebody is there. */
  urgentArrivalMinutes: z.number().min(1).max(1440).default(30),
  /** Clock hours from a normal report until it is finished. */
  normalFinishHours: z.number().min(0.25).max(2400).default(24),
  /** Tries after which a follow-up that reaches nobody is given up. */
  followUpTries: z.int().min(1).max(20).default(3),
  /** Whether whoever was not satisfied is called again (DOMAIN §7). */
  notSatisfied: z.enum(NOT_SATISFIED).default('callAgain'),
  /** Whoever wrote a letter may also approve it. */
  drafterMayApprove: z.boolean().default(false),
  /** Hours until the addressee of mail taken in is told. */
  mailHandOverHours: z.number().min(0.25).max(240).default(2),
  /** Days after which mail nobody collected is returned. */
  mailReturnDays: z.int().min(1).max(365).default(30),
  /** Local time by which the stewards' service records are in. */
  serviceRecordsBy: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('18:00'),
  retentionReceptionYears: z.int().min(1).max(30).default(2),
  retentionLetterYears: z.int().min(1).max(30).default(3),
});
export type RuleSettings = z.infer<typeof ruleSettings>;

export const deskSettings = z.object({
  /** Short code of this desk, part of every number when there are several desks. */
  code: z
    .string()
    .trim()
    .regex(/^[A-Z0-9]{1,6}$/),
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
  postage: postageSettings.default(defaultPostage),
});
export type SettingsInput = z.infer<typeof settingsInput>;

/** The one row of the settings table. */
export const SETTINGS_ID = 'settings';
export const settingsRecord = recordBase.extend({ ...settingsInput.shape, sample: z.boolean(), setUpLanguage: z.enum(['zh', 'en']) });
export type Settings = z.infer<typeof settingsRecord>;

export function defaultRules(): RuleSettings {
  return ruleSettings.parse({});
}
