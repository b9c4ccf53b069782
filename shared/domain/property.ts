import { z } from 'zod';
import { fen, instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** Buildings, units and households 业户档案 (DOMAIN §9). */

export const buildingInput = z.object({
  name: z.string().trim().min(1).max(60),
  stewardId: reference,
  /** Where valves and switches are, and how they are turned (5:4). */
  gasValve: line,
  powerSwitch: line,
  waterValve: line,
  facilities: paragraph,
  note: paragraph,
});
export type BuildingInput = z.infer<typeof buildingInput>;
export const buildingRecord = recordBase.extend({ ...buildingInput.shape, sortKey: line });
export type Building = z.infer<typeof buildingRecord>;

export const UNIT_KINDS = ['flat', 'shop', 'office', 'parkingSpace', 'storage', 'publicPlace'] as const;
export const unitInput = z.object({
  /** The place as written: 3-2-1502, B2-117, 商铺12. */
  name: z.string().trim().min(1).max(60),
  buildingId: reference,
  kind: z.enum(UNIT_KINDS).default('flat'),
  /** Other names people use for it, e.g. A座1502. */
  aliases: z.array(z.string().trim().min(1).max(60)).default([]),
  /** Floor area in hundredths of a square metre. */
  areaHundredths: z.int().min(0).max(100_000_000).default(0),
  layout: line,
  /** Handover date 交房: engineering repairs after it default to the property company (1:3.7.1). */
  handoverDate: localDate,
  note: paragraph,
});
export type UnitInput = z.infer<typeof unitInput>;
export const unitRecord = recordBase.extend({
  ...unitInput.shape,
  canonical: line,
  sortKey: line,
  /** Every canonical spelling, aliases included: the multi-entry index that typing a unit uses. */
  names: z.array(z.string()).default([]),
});
export type Unit = z.infer<typeof unitRecord>;

export const householdMember = z.object({
  name: line,
  relation: z.enum(['owner', 'tenant', 'family', 'other']).default('owner'),
  phone: line,
  idNumber: line,
  /** Reading of the name where it is not the usual one. */
  reading: line,
});
export type HouseholdMember = z.infer<typeof householdMember>;

const consentSchema = z.object({
  givenOn: localDate,
  scope: line,
  until: localDate,
  withdrawnOn: localDate,
});

export const householdInput = z.object({
  unitId: reference,
  members: z.array(householdMember).default([]),
  postalName: line,
  postalAddress: line,
  postcode: line,
  letterLanguage: z.enum(['zh', 'en']).default('zh'),
  movedIn: localDate,
  movedOut: localDate,
  tenancyFrom: localDate,
  tenancyUntil: localDate,
  emergencyContact: line,
  emergencyPhone: line,
  feeArrears: fen,
  /** Care household 重点业户 (5:7): why, what to mind, how often, next contact. */
  careKinds: z.array(z.enum(['elderly', 'oftenIll', 'notPermanent', 'other'])).default([]),
  careMind: paragraph,
  careEvery: z.enum(['', 'daily', 'weekly', 'fortnightly', 'monthly']).default(''),
  careNextOn: localDate,
  /** Notes on health are sensitive personal data: kept only with a recorded consent. */
  healthNote: paragraph,
  healthConsent: consentSchema.default({ givenOn: '', scope: '', until: '', withdrawnOn: '' }),
  note: paragraph,
});
export type HouseholdInput = z.infer<typeof householdInput>;
export const householdRecord = recordBase.extend({
  ...householdInput.shape,
  /** Names, pinyin, initials and phones of all members, for typing ahead. */
  keys: z.array(z.string()).default([]),
  phones: z.array(z.string()).default([]),
  state: z.enum(['proposed', 'inForce', 'past']).default('inForce'),
  /** The household in force that a steward's proposal would change; `''` for a new one (5:1). */
  proposalForId: reference,
  confirmedBy: reference,
  confirmedAt: instant,
});
export type Household = z.infer<typeof householdRecord>;

/**
 * Whom a letter to this customer of the household is addressed to. The addressee on file is that of the owners; a tenant's or
 * a relative's letter is their own.
 */
export function addresseeOf(household: Pick<Household, 'members' | 'postalName'> | null, customer: string): string {
  if (household === null || household.postalName === '') return customer;
  const owns = household.members.some(({ name, relation }) => relation === 'owner' && name === customer);
  return owns || household.postalName.includes(customer) ? household.postalName : customer;
}

/** Whether a health note may be kept today: consent given, not withdrawn, not past its end. */
export function hasHealthConsent(consent: Household['healthConsent'], today: string): boolean {
  return (
    consent.givenOn !== '' && consent.givenOn <= today && consent.withdrawnOn === '' && (consent.until === '' || consent.until >= today)
  );
}

/** Directory of outside numbers: authorities, suppliers, emergency (4:职责2). */
export const outsideNumberInput = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['authority', 'supplier', 'emergency', 'other']).default('authority'),
  phone: z.string().trim().min(1).max(60),
  contact: line,
  hours: line,
  note: paragraph,
});
export type OutsideNumberInput = z.infer<typeof outsideNumberInput>;
export const outsideNumberRecord = recordBase.extend({ ...outsideNumberInput.shape, pinyin: line, initials: line });
export type OutsideNumber = z.infer<typeof outsideNumberRecord>;
