import type { OperationName } from '../../shared/domain/permissions.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import type { Role } from '../../shared/domain/person.ts';
import { tableOf, type BookDatabase, type DraftRow } from '../data/database.ts';
import { keptDialog, REGISTERS, type FormKind, type Register } from './kept-dialogs.ts';

/** The form's name among the drafts is that of its page, table or dialog. Dialogs over the page of a record go by its address. */
const FORMS: Record<string, FormKind> = {
  receptionChange: { name: 'unfinished.receptionChange', run: 'change-reception' },
  letter: { name: 'unfinished.letter', run: 'register-letter', change: 'change-letter' },
  coordination: { name: 'unfinished.coordination', run: 'issue-coordination-form', change: 'change-coordination-form' },
  dispatch: { name: 'unfinished.dispatch', run: 'issue-dispatch-order', change: 'change-dispatch-order' },
  dispatchWork: { name: 'unfinished.dispatchWork', run: 'advance-dispatch-order' },
  praise: { name: 'unfinished.praise', run: 'open-praise-posting', change: 'change-praise-posting' },
  reply: { name: 'unfinished.reply', run: 'save-reply' },
  postingList: { name: 'unfinished.postingList', run: 'make-posting-list' },
  letterTemplates: { name: 'unfinished.letterTemplate', run: 'save-letter-template' },
  people: { name: 'unfinished.person', run: 'save-person' },
  departments: { name: 'unfinished.department', run: 'save-department' },
  buildings: { name: 'unfinished.building', run: 'save-building' },
  units: { name: 'unfinished.unit', run: 'save-unit' },
  households: { name: 'unfinished.household', run: 'save-household' },
  outsideNumbers: { name: 'unfinished.outsideNumber', run: 'save-outside-number' },
  settings: { name: 'unfinished.settings', run: 'save-settings' },
  goBack: { name: 'unfinished.goBack', run: 'go-back-to-snapshot' },
};

/** `/letters/0192…/edit` and `/dispatch/0192…?dialog=followUp` are a record's, `/letters/new/0192…` is not. */
const OF_A_RECORD = /^\/(\w+)\/([^/?]+)(?:\/(?:edit|work))?(?:\?(.*))?$/;

const IN_A_DIALOG = /\?dialog=./;

/** The tables whose forms stand at the same address for a new record and for one that is there already: the directory's and the templates'. */
const AT_ONE_ADDRESS: readonly TableName[] = [
  'people',
  'departments',
  'buildings',
  'units',
  'households',
  'outsideNumbers',
  'letterTemplates',
];

/** Whether this is a half-filled change of a record that is there no more, in a form at whose address a new one could stand. */
export async function changesWhatIsGone(database: BookDatabase, { id, form, begun }: DraftRow): Promise<boolean> {
  const table = AT_ONE_ADDRESS.find((name) => name === form);
  // Only of a stored record it was kept what that said.
  if (begun === undefined || table === undefined) return false;
  return (
    (await tableOf(database, table)
      .where(':id')
      .equals(id.slice(`${table}/`.length))
      .count()) === 0
  );
}

const isRegister = (name: string): name is Register => name in REGISTERS;

/** The record that the form at this address is about; `null` for a form that makes a new one. */
function recordAt(path: string): { register: Register; id: string; dialog: string } | null {
  const [, register = '', id = '', search = ''] = OF_A_RECORD.exec(path) ?? [];
  return isRegister(register) ? { register, id, dialog: new URLSearchParams(search).get('dialog') ?? '' } : null;
}

/**
 * Whether what stands in this draft has been done: a crash came between that and its removal. Dialogs keep the id of the
 * operation that they run.
 */
export async function isDoneAlready(database: BookDatabase, { path = '', values: { id } }: DraftRow): Promise<boolean> {
  if (typeof id !== 'string' || !IN_A_DIALOG.test(path)) return false;
  return (await database.operations.where('id').equals(id).count()) > 0;
}

/** A half-filled form that can be gone on with. */
export interface UnfinishedForm {
  draft: DraftRow;
  name: FormKind['name'];
  path: string;
  /** What whoever goes on with it must be allowed to do. */
  run: OperationName;
  /** Who does it, where not everybody does who may run that. */
  who?: readonly Role[];
  /**
   * Of the record that it changes; `''` for a new one, and for one that has none (yet). A step of a reply letter without a number
   * goes by the letter's title.
   */
  number: string;
  /** The record that it changes is there no more: it can only be read and given up. */
  gone: boolean;
}

/** The half-filled forms among the drafts, with the numbers of their records: of the fields alone nobody knows which one it is. */
export async function unfinishedForms(database: BookDatabase, drafts: readonly DraftRow[]): Promise<UnfinishedForm[]> {
  const found = await Promise.all(drafts.map((draft) => unfinishedForm(database, draft)));
  return found.filter((form) => form !== null);
}

async function unfinishedForm(database: BookDatabase, draft: DraftRow): Promise<UnfinishedForm | null> {
  const { path } = draft;
  if (path === undefined) return null;
  const at = recordAt(path);
  const kind = (at === null ? undefined : keptDialog(at.register, at.dialog)) ?? FORMS[draft.form];
  if (kind === undefined || (await isDoneAlready(database, draft))) return null;
  const { name, run, change = run, who } = kind;
  if (at === null) return { draft, name, path, run, number: '', gone: await changesWhatIsGone(database, draft) };
  const record = await tableOf(database, REGISTERS[at.register]).get(at.id);
  const corrects = draft.form === 'dispatchWork' && record !== undefined && 'finishedAt' in record && record.finishedAt !== '';
  return {
    draft,
    name,
    path,
    run: corrects ? 'change-dispatch-order' : change,
    ...(who !== undefined && { who }),
    number: record?.number || (at.dialog !== '' && record !== undefined && 'title' in record ? record.title : ''),
    gone: record === undefined,
  };
}
