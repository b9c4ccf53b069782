import { answeredThrough, type CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import type { Link } from '../../../shared/domain/fields.ts';
import type { BookDatabase } from '../database.ts';

/** The reply letters that came of a form's matter. */
export interface FormReplies {
  links: Link[];
  /** The letter that the form came from has had its reply. */
  replied: boolean;
}

const isReply = (to: Link): boolean => to.table === 'replies';

/** The replies to what a form came from, or to the form itself where it came from nothing that was written down. */
export async function repliesOfForm(
  database: BookDatabase,
  form: Pick<CoordinationForm, 'id' | 'sourceTable' | 'sourceId' | 'issuedAt'>,
): Promise<FormReplies> {
  const answered = answeredThrough(form);
  if (answered.table === 'letters') {
    const letter = await database.letters.get(answered.id);
    return { links: letter?.links.filter(isReply) ?? [], replied: letter !== undefined && letter.repliedOn !== '' };
  }
  if (answered.table === 'receptions') {
    const entry = await database.receptions.get(answered.id);
    return { links: entry?.links.filter(isReply) ?? [], replied: false };
  }
  // A form keeps no links of its own: a reply that answers it names it.
  const later = await database.replies.where('createdAt').aboveOrEqual(form.issuedAt).toArray();
  const replies = later.filter((reply) => reply.answers.some((to) => to.id === form.id));
  return { links: replies.map(({ id, number }) => ({ table: 'replies', id, number })), replied: false };
}
