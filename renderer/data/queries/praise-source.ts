import { localDateOf } from '../../../shared/domain/due-time.ts';
import { phoneOf, reachedAt, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { employeesNamedIn, praiseInput, type PraiseInput } from '../../../shared/domain/praise-posting.ts';
import { reachableNumber } from '../../../shared/domain/reception.ts';
import type { BookDatabase } from '../database.ts';

/** Colleagues a text names, as praised employees; the desk sees them in the form and takes out who is not meant. */
async function employeesOf(database: BookDatabase, text: string): Promise<PraiseInput['employees']> {
  const named = employeesNamedIn(text, await database.people.toArray());
  return named.map((person) => ({ personId: person.id, name: person.name, departmentId: person.departmentId }));
}

/** A new praise posting filled from where it comes from, so that nothing is typed twice; empty for one of its own. */
export async function praiseFromSource(database: BookDatabase, table: string, id: string, zone: string): Promise<PraiseInput & PhoneFrom> {
  if (table === 'letters') {
    const letter = await database.letters.get(id);
    if (letter !== undefined) {
      const input = praiseInput.parse({
        letterId: id,
        letterNumber: letter.number,
        sourceTable: table,
        sourceId: id,
        receivedOn: letter.receivedOn,
        praisedBy: letter.sender,
        praisedByReading: letter.senderReading,
        unit: letter.unit,
        unitId: letter.unitId,
        phone: letter.phone,
        form: 'letter',
        employees: await employeesOf(database, `${letter.subject}\n${letter.summary}`),
        whatFor: letter.summary === '' ? letter.subject : letter.summary,
        keptWhere: letter.keptWhere,
      });
      return { ...input, phoneFrom: phoneOf('letters', letter) };
    }
  }
  if (table === 'receptions') {
    const entry = await database.receptions.get(id);
    if (entry !== undefined) {
      const input = praiseInput.parse({
        sourceTable: table,
        sourceId: id,
        receivedOn: localDateOf(entry.occurredAt, zone),
        praisedByReading: entry.customerReading,
        // What hangs on a wall tells nobody who it was that would not give a name: the flat says it as well.
        ...(entry.nameRefused === true ? {} : { praisedBy: entry.customer, unit: entry.unit, unitId: entry.unitId }),
        phone: reachableNumber(entry),
        form: entry.channel === 'visit' ? 'inPerson' : 'call',
        employees: await employeesOf(database, entry.content),
        whatFor: entry.content,
      });
      return { ...input, phoneFrom: reachedAt(entry) };
    }
  }
  return { ...praiseInput.parse({ form: 'banner' }), phoneFrom: null };
}
