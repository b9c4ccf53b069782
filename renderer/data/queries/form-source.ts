import { coordinationInput, type CoordinationInput } from '../../../shared/domain/coordination-form.ts';
import { phoneOf, reachedAt, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { reachableNumber } from '../../../shared/domain/reception.ts';
import type { BookDatabase } from '../database.ts';

/** First words of a text as a subject line. */
const SUBJECT_LENGTH = 40;

function subjectOf(text: string): string {
  const [first = ''] = text.trim().split(/[\n。!!?？;；]/);
  return first.length > SUBJECT_LENGTH ? `${first.slice(0, SUBJECT_LENGTH)}…` : first;
}

/** A new form filled from where it comes from, so that nothing is typed twice; empty for a form of its own. */
export async function coordinationFromSource(database: BookDatabase, table: string, id: string): Promise<CoordinationInput & PhoneFrom> {
  if (table === 'receptions') {
    const entry = await database.receptions.get(id);
    if (entry !== undefined) {
      const input = coordinationInput.parse({
        source: entry.channel,
        sourceTable: table,
        sourceId: id,
        sourceNumber: entry.number,
        customer: entry.customer,
        unit: entry.unit,
        unitId: entry.unitId,
        phone: reachableNumber(entry),
        departmentId: entry.passedToDepartmentId,
        subject: subjectOf(entry.content),
        content: entry.content,
      });
      return { ...input, phoneFrom: reachedAt(entry) };
    }
  }
  if (table === 'letters') {
    const letter = await database.letters.get(id);
    if (letter !== undefined) {
      const input = coordinationInput.parse({
        source: 'letter',
        sourceTable: table,
        sourceId: id,
        sourceNumber: letter.number,
        customer: letter.sender,
        unit: letter.unit,
        unitId: letter.unitId,
        phone: letter.phone,
        departmentId: letter.departmentId,
        subject: letter.subject === '' ? subjectOf(letter.summary) : letter.subject,
        content: letter.summary === '' ? letter.subject : letter.summary,
        dueOn: letter.answerBy,
      });
      return { ...input, phoneFrom: phoneOf('letters', letter) };
    }
  }
  return { ...coordinationInput.parse({}), phoneFrom: null };
}
