import { useLiveQuery } from 'dexie-react-hooks';
import { DraftGate } from '../../ui/drafts.tsx';
import { useDatabase } from '../../ui/session.tsx';
import { useFirst } from '../../ui/use-first.ts';
import { LetterForm } from './LetterForm.tsx';

/** Registers a new letter, or changes one: the id in the address decides. */
export function LetterFormPage({ id }: { id: string }) {
  const database = useDatabase();
  const found = useFirst(useLiveQuery(async () => ({ letter: (await database.letters.get(id)) ?? null }), [database, id]));
  if (found === undefined) return null;
  return (
    <DraftGate id={`letter-${id}`} form="letter">
      {(draft) => <LetterForm id={id} draft={draft} letter={found.letter} />}
    </DraftGate>
  );
}
