import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { hasHealthConsent, householdInput, type HouseholdInput } from '../../../shared/domain/property.ts';
import { nameKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';

export const saveHouseholdInput = householdInput.extend({
  id: z.string().min(1).max(64),
  /** The steward's proposal that is confirmed with this; `''` for none. */
  proposalId: z.string().max(64).default(''),
});

/** What a household is found by while typing: members' names with their readings, and the phones. */
export async function householdKeys(
  input: Pick<HouseholdInput, 'members' | 'emergencyPhone'>,
): Promise<{ keys: string[]; phones: string[] }> {
  const keys = await Promise.all(input.members.map((member) => nameKeys(member.name, member.reading)));
  const phones = [...input.members.map((member) => member.phone), input.emergencyPhone].map(normalisePhone);
  return { keys: [...new Set(keys.flat())], phones: [...new Set(phones.filter((phone) => phone !== ''))] };
}

/** The duty room puts changes into force; a steward proposes them (5:1). */
export function putsIntoForce(roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'receptionist' || role === 'assistant' || role === 'supervisor');
}

/**
 * Saves a household: by the duty room in force at once, by a steward as a proposal beside the one in force (5:1). Moved out
 * makes it past. Failures: `unitMissing`, `unitOccupied` (another household in force), `consentMissing` (a note on health
 * without a consent in force, DOMAIN §9), `noSuchStep` (no open proposal for this household).
 */
export const saveHousehold = defineOperation({
  name: 'save-household',
  input: saveHouseholdInput,
  tables: ['households', 'units'],
  prepare: (input) => householdKeys(input),
  async run(context, input, found) {
    const { id, proposalId, ...fields } = input;
    if ((await context.find('units', fields.unitId)) === undefined) throw new FailureError('unitMissing');
    if (fields.healthNote.trim() !== '' && !hasHealthConsent(fields.healthConsent, context.today)) throw new FailureError('consentMissing');
    const known = await context.find('households', id);

    if (!putsIntoForce(context.actor?.roles ?? [])) {
      const own = known?.state === 'proposed' ? known : undefined;
      const proposal = { ...(own ?? context.newRecord()), ...fields, ...found };
      const proposalForId = own?.proposalForId ?? (known === undefined ? '' : id);
      const ownId = own === undefined && known === undefined ? id : proposal.id;
      await context.put('households', { ...proposal, id: ownId, proposalForId, state: 'proposed', confirmedBy: '', confirmedAt: '' });
      return ownId;
    }

    const movedOut = fields.movedOut !== '' && fields.movedOut <= context.today;
    const neighbours = await context.database.households.where('unitId').equals(fields.unitId).toArray();
    if (!movedOut && neighbours.some((other) => other.id !== id && other.state === 'inForce')) throw new FailureError('unitOccupied');
    await context.put('households', {
      ...(known ?? context.newRecord()),
      ...fields,
      ...found,
      id,
      proposalForId: '',
      state: movedOut ? 'past' : 'inForce',
      confirmedBy: context.actorId,
      confirmedAt: context.now,
    });
    if (proposalId !== '' && proposalId !== id) {
      const proposal = await context.get('households', proposalId);
      // Confirmed twice, or of another household: nobody in force is made past by it.
      if (proposal.state !== 'proposed' || proposal.proposalForId !== id) {
        throw new FailureError('noSuchStep', { state: proposal.state, action: 'confirm' });
      }
      await context.put('households', { ...proposal, state: 'past' });
    }
    return id;
  },
});
