import { beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { sampleDesk, type SampleDesk } from '../../tests/support/sample-desk.ts';
import { readBeside } from './beside-the-book.ts';
import type { BookDatabase } from './database.ts';
import { KEY_RULES, KEYED_TABLES } from './derived-keys.ts';
import { nameKeys, contactKeys } from './name-keys.ts';
import { issueCoordinationForm } from './operations/issue-coordination-form.ts';
import { issueDispatchOrder } from './operations/issue-dispatch-order.ts';
import { logReception } from './operations/log-reception.ts';
import { openPraisePosting } from './operations/open-praise-posting.ts';
import { registerLetter } from './operations/register-letter.ts';
import { saveHousehold } from './operations/save-household.ts';
import { saveReply } from './operations/save-reply.ts';
import { unitKeys } from './operations/save-unit.ts';
import { earlierContacts } from './queries/earlier-contacts.ts';
import { findHousehold } from './queries/find-household.ts';
import { earlierLetters } from './queries/find-letters.ts';
import { readUnitTimeline } from './queries/unit-timeline.ts';
import { keysAreOld, noteKeyRules, refreshKeys } from './refresh-keys.ts';
import { openBookSearch } from './search/book-search.ts';

const WHO = { customer: '单雄信', customerReading: 'shan xiong xin', phone: '88123456-802' };

let desk: SampleDesk;
let database: BookDatabase;

beforeEach(async () => {
  desk = await sampleDesk();
  ({ database } = desk.session);
});

/** One record of every register that has keys. */
async function fillRegisters(): Promise<void> {
  const { as } = desk;
  const { customer, customerReading, phone } = WHO;
  const taken = { channel: 'visit', category: 'enquiry', content: '问水压', answeredOnSpot: 'yes', answer: '正常' } as const;
  const outcomes = [
    await as('沈国华', logReception, { ...taken, id: 'r', customer, customerReading, callingNumber: phone, numberLeft: '+8657188123457' }),
    await as('沈国华', registerLetter, {
      id: 'l',
      sender: customer,
      senderReading: customerReading,
      phone,
      subject: '投诉',
      category: 'complaint',
    }),
    await as('沈国华', issueCoordinationForm, {
      id: 'c',
      customer,
      phone,
      subject: '漏水',
      content: '漏水',
      departmentId: desk.department('工程部'),
    }),
    await as('沈国华', issueDispatchOrder, {
      id: 'd',
      customer,
      customerReading,
      phone,
      publicArea: '大堂',
      content: '灯',
      trade: 'plumbing',
    }),
    await as('沈国华', saveReply, { id: 'a', customer, customerReading, phone, title: '答复', body: '正文' }),
    await as('沈国华', openPraisePosting, {
      id: 'p',
      praisedBy: customer,
      praisedByReading: customerReading,
      phone,
      whatFor: '拾金不昧',
      form: 'inPerson',
    }),
  ];
  expect(outcomes).toEqual(outcomes.map(() => ''));
}

async function allRows(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of KEYED_TABLES) rows[table] = await database.table(table).toArray();
  return rows;
}

/** As an older program would have left them: found by what was typed, sorted by nothing. */
async function makeKeysOld(): Promise<void> {
  for (const table of KEYED_TABLES) {
    await database
      .table(table)
      .toCollection()
      .modify((row: Record<string, unknown>) => {
        for (const field of ['keys', 'phones', 'names']) if (field in row) row[field] = ['old'];
        for (const field of ['canonical', 'sortKey', 'pinyin', 'initials']) if (field in row) row[field] = 'old';
      });
  }
}

/** Counts the rows that are written from now on; the one after `failAfter` of them finds no room. */
function watchWrites(): { count: number; failAfter: number } {
  const writes = { count: 0, failAfter: Infinity };
  for (const name of KEYED_TABLES) {
    database.table(name).hook('updating', () => {
      if (writes.count === writes.failAfter) throw new DOMException('no room', 'QuotaExceededError');
      writes.count += 1;
    });
  }
  return writes;
}

describe('refreshKeys', () => {
  it('gives every row the keys that its operation would write today, and changes nothing else', async () => {
    await fillRegisters();
    const rows = await allRows();
    for (const table of KEYED_TABLES) expect([table, rows[table]]).not.toEqual([table, []]);
    await makeKeysOld();
    await refreshKeys(database, 7);
    expect(await allRows()).toEqual(rows);
  });
  it('writes no row whose keys are those of today', async () => {
    await fillRegisters();
    const writes = watchWrites();
    await refreshKeys(database);
    expect(writes.count).toBe(0);
  });
  it('adds no operation', async () => {
    const before = await database.operations.toArray();
    await makeKeysOld();
    await refreshKeys(database);
    expect(await database.operations.toArray()).toEqual(before);
  });
  it('cut short it is not taken for done, and the next start brings it to its end', async () => {
    await fillRegisters();
    const rows = await allRows();
    await makeKeysOld();
    const writes = watchWrites();
    writes.failAfter = 12;
    await expect(refreshKeys(database, 3)).rejects.toThrow('no room');
    expect(await keysAreOld(database)).toBe(true);
    writes.failAfter = Infinity;
    await refreshKeys(database, 3);
    expect(await keysAreOld(database)).toBe(false);
    expect(await allRows()).toEqual(rows);
  });
  it('a row that lacks what its keys follow from keeps no other from its own', async () => {
    const rows = await allRows();
    await makeKeysOld();
    await database.table('units').put({ id: '0', names: ['old'] });
    await refreshKeys(database);
    expect(await database.units.get('0')).toEqual({ id: '0', names: ['old'] });
    await database.units.delete('0');
    expect(await allRows()).toEqual(rows);
  });
  it('what was found by no spelling of today is found again, in the box and by the phone of a household', async () => {
    const [unit] = await database.units.toArray();
    const member = { name: '单雄信', relation: 'owner', phone: '88990077-802', idNumber: '', reading: WHO.customerReading } as const;
    expect(await desk.as('沈国华', saveHousehold, { id: 'h', unitId: unit?.id ?? '', members: [member] })).toBe('');
    const phone = '8899 0077转802';
    const foundBoth = async () => {
      const households = await findHousehold(database, phone);
      const groups = await (await openBookSearch(database)).search(phone, 5);
      return [households.map((hit) => hit.household?.id), groups.map(({ table, ids }) => [table, ...ids])];
    };
    await makeKeysOld();
    expect(await foundBoth()).toEqual([[], []]);
    await refreshKeys(database);
    expect(await foundBoth()).toEqual([['h'], [['households', 'h']]]);
  });
});

describe('a place as it was stored before its notation was known', () => {
  it('stands in the timeline of its unit, and among what the unit reported earlier', async () => {
    await fillRegisters();
    const unit = await database.units.filter(({ name }) => /^\d+-\d+-\d+$/.test(name)).first();
    if (unit === undefined) throw new Error('the estate has no flat');
    const [building, entrance, room] = unit.name.split('-');
    const typed = `${building}#楼-${entrance}-${room}`;
    // What programs of before did not read was kept as it was typed.
    await database.receptions.update('r', { unit: typed });
    await database.letters.update('l', { unit: `0${building}-${entrance}门${room}` });
    await database.dispatchOrders.update('d', { publicArea: typed });
    const found = async () => ({
      timeline: (await readUnitTimeline(database, unit))
        .map(({ id }) => id)
        .filter((id) => ['r', 'l', 'd'].includes(id))
        .toSorted(),
      calls: (await earlierContacts(database, { unit: unit.name, phones: [], exceptId: '' })).map(({ id }) => id),
      letters: (await earlierLetters(database, `${building}栋${entrance}单元${room}`, '')).map(({ id }) => id),
    });
    expect(await found()).toEqual({ timeline: [], calls: [], letters: [] });
    await refreshKeys(database, 2);
    expect(await found()).toEqual({ timeline: ['d', 'l', 'r'], calls: ['r'], letters: ['l'] });
    // The place itself stays as it was typed: journal and history say so.
    expect((await database.receptions.get('r'))?.unit).toBe(typed);
  });
});

describe('which rules the keys were made by', () => {
  it('is not known of a database that nobody has looked through, and known from then on', async () => {
    expect(await keysAreOld(database)).toBe(true);
    await refreshKeys(database);
    expect(await keysAreOld(database)).toBe(false);
  });
  it('is known of one that was empty when somebody noted it', async () => {
    await noteKeyRules(database);
    expect(await keysAreOld(database)).toBe(false);
  });
  it('is not carried to a database that is built anew, whose keys are those of its journal', async () => {
    await refreshKeys(database);
    await database.screenState.put({ id: 'letters', value: 'open' });
    expect((await readBeside(database)).screenState).toEqual([{ id: 'letters', value: 'open' }]);
  });
  it('older rules are none of today’s', async () => {
    const other = await openTestDatabase();
    await other.screenState.put({ id: 'book/key-rules', value: KEY_RULES - 1 });
    expect(await keysAreOld(other)).toBe(true);
  });
});

// Whoever changes a line of this changes what stored rows are found by: `KEY_RULES` goes up by one with it.
it('the rules of today are these', async () => {
  expect({
    rules: KEY_RULES,
    phones: await contactKeys('', '', ['88123456-802', '+86 571 8812 3456', '138 0571 0099', '0571-88123456转8']),
    names: [await nameKeys('欧阳娜娜'), await nameKeys('单雄信', 'shan xiong xin'), await nameKeys('O’Neill')],
    units: unitKeys({ name: '3#楼2单元1502', aliases: ['A座1502室', '第三栋-801'] }),
  }).toMatchInlineSnapshot(`
    {
      "names": [
        [
          "欧阳娜娜",
          "ouyangnana",
          "oynn",
        ],
        [
          "单雄信",
          "shanxiongxin",
          "sxx",
        ],
        [
          "o’neill",
        ],
      ],
      "phones": [
        "88123456x802",
        "057188123456",
        "13805710099",
        "057188123456x8",
      ],
      "rules": 2,
      "units": {
        "canonical": "3-2-1502",
        "names": [
          "3-2-1502",
          "A座1502",
          "3-801",
        ],
        "sortKey": "000003-000002-001502",
      },
    }
  `);
});
