// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createEstate, type SetUpValues } from '../../renderer/app/boot/create-estate.ts';
import { createSample } from '../../renderer/app/boot/create-sample.ts';
import type { OpenBook } from '../../renderer/app/boot/open-book.ts';
import { createClock } from '../../renderer/data/clock.ts';
import { createDatabase } from '../../renderer/data/database.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { createOutbox } from '../../renderer/data/outbox.ts';
import { createClock as hostClock } from '../../electron/services/clock.ts';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { failure } from '../../shared/contract/result.ts';
import { leaseOf, startDesk, valueOf } from './test-host.ts';

const VALUES: SetUpValues = {
  propertyCompany: '和畅物业',
  developer: '和畅置业',
  estate: '和畅园',
  estateAddress: '',
  postcode: '',
  deskPhone: '',
  deskCode: 'A',
  departments: '客服部\n行政部',
  name: '章玲',
  pin: '1357',
  pinAgain: '1357',
};
const DETAILS = { language: 'zh', administrationWord: '行政' } as const;

/** A PC without a book: its host, and the page's side of a first start, whose calls some test may let fail. */
async function firstStart() {
  // The PC's own clock: page and host read the same one.
  const { api } = await startDesk({ clock: { ...hostClock(false), step: () => undefined, jump: () => undefined } });
  const lease = await leaseOf(api);
  valueOf(await api.openBook());
  const database = createDatabase(await freshDatabaseName(''));
  await database.open();
  let actor = '';
  const failing = new Set<keyof HostApi>();
  const host = new Proxy(api, {
    get: (target, name: keyof HostApi) => (failing.has(name) ? () => Promise.resolve(failure('diskFull')) : target[name]),
  });
  const book: OpenBook = {
    database,
    host,
    book: 'book-1',
    clock: createClock(),
    outbox: createOutbox(database, host, lease, { stored: 0, saved: 0 }),
    actorId: () => actor,
    setActor: (id) => {
      actor = id;
    },
    lease,
    description: valueOf(await api.describeHost()),
    tornCut: false,
    firstScreen: null,
    watch: { state: () => 'unread', subscribe: () => () => undefined, look: () => Promise.resolve() },
    lastEntryAt: '',
  };
  return { api, book, failing };
}

/** Who has a PIN, and who is on the roster. */
async function people({ api, book }: Awaited<ReturnType<typeof firstStart>>) {
  const { withPin } = valueOf(await api.pinState());
  const roster = await book.database.people.toArray();
  return { withPin: withPin.toSorted(), roster: roster.map(({ id }) => id).toSorted() };
}

it.each(['switchDatabase', 'makeRecoveryCode'] as const)(
  'a first start that failed at %s and is tried again leaves no PIN of nobody',
  async (call) => {
    const desk = await firstStart();
    desk.failing.add(call);
    await expect(createEstate(desk.book, VALUES, DETAILS)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    desk.failing.clear();
    const code = await createEstate(desk.book, { ...VALUES, pin: '2468', pinAgain: '2468' }, DETAILS);
    expect(code).toMatch(/^[0-9A-Z-]{23}$/);
    const { withPin, roster } = await people(desk);
    expect(withPin).toEqual(roster);
    const [personId = ''] = roster;
    expect(valueOf(await desk.api.unlock({ personId, pin: '2468' })).outcome).toBe('unlocked');
    expect(await desk.book.database.operations.count()).toBe(1);
    expect(valueOf(await desk.api.openBook()).journal.sequence).toBe(1);
  },
);

it('a sample that failed and is tried again has the PINs of its own people only', async () => {
  const desk = await firstStart();
  desk.failing.add('switchDatabase');
  await expect(createSample(desk.book, 'en')).rejects.toMatchObject({ failure: { code: 'diskFull' } });
  desk.failing.clear();
  await createSample(desk.book, 'en');
  const { withPin, roster } = await people(desk);
  expect(withPin.filter((id) => !roster.includes(id))).toEqual([]);
  expect(valueOf(await desk.api.pinState()).unlocked).toBe('');
});
