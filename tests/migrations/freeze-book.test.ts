// @vitest-environment happy-dom
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createDatabase } from '../../renderer/data/database.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { issueCoordinationForm } from '../../renderer/data/operations/issue-coordination-form.ts';
import { registerLetter } from '../../renderer/data/operations/register-letter.ts';
import { setUpEstate } from '../../renderer/data/operations/set-up-estate.ts';
import { createOutbox } from '../../renderer/data/outbox.ts';
import { perform, type DeskSession } from '../../renderer/data/perform.ts';
import { takeSnapshot } from '../../renderer/data/snapshot.ts';
import { DEFAULT_NUMBER_FORMATS } from '../../shared/domain/number-series.ts';
import { departmentInput, personInput } from '../../shared/domain/person.ts';
import { defaultRules, deskSettings, estateSettings } from '../../shared/domain/settings.ts';
import { FIRST_PERSON, leaseOf, manualClock, startDesk, valueOf } from '../services/test-host.ts';
import { logVisits } from './book-at-desk.ts';

/**
 * Freezes a small book in the format of today, once, before a version is released: `QIANTAI_FREEZE=1 npx vitest run
 * tests/migrations/freeze-book`. What it writes is committed and never made again for the same version.
 */
it.runIf(process.env['QIANTAI_FREEZE'] === '1')('freezes a book of today’s format', async () => {
  const clock = manualClock('2026-11-23T00:30:00.000Z');
  const { api, folder } = await startDesk({ clock });
  valueOf(await api.setPin({ ...FIRST_PERSON, mayManage: true }));
  const lease = await leaseOf(api);
  valueOf(await api.openBook());
  const database = createDatabase('qiantai-1');
  await database.open();
  const outbox = createOutbox(database, api, lease, { stored: 0, saved: 0 });
  const now = (): string => new Date(clock.now()).toISOString();
  const session: DeskSession = {
    database,
    host: api,
    book: `book-of-version-${latestVersion()}`,
    clock: { now, setOffset: () => undefined },
    outbox,
    actorId: () => FIRST_PERSON.personId,
  };
  valueOf(await api.switchDatabase({ lease, database: 'qiantai-1', schemaVersion: latestVersion() }));
  const settings = {
    estate: estateSettings.parse({ propertyCompany: '安居物业', developer: '桂园置业', estate: '桂苑花园' }),
    rules: defaultRules(),
    desk: deskSettings.parse({ code: 'A' }),
    numbers: DEFAULT_NUMBER_FORMATS,
  };
  const person = { ...personInput.parse({ name: '张敏', roles: ['supervisor', 'receptionist'] }), id: FIRST_PERSON.personId };
  const departments = ['客户中心', '工程部', '行政部'].map((name, at) => ({ ...departmentInput.parse({ name }), id: `department-${at}` }));
  const done = [await perform(session, setUpEstate, { settings, language: 'zh', sample: false, person, departments, holidays: [] })];
  const letter = {
    id: 'letter-1',
    receivedAt: now(),
    means: 'post' as const,
    sender: '单雄信',
    subject: '漏水',
    category: 'report' as const,
  };
  done.push(await perform(session, registerLetter, letter));
  const form = { id: 'form-1', customer: '单雄信', subject: '漏水', content: '厨房顶漏水', departmentId: 'department-1' };
  done.push(await perform(session, issueCoordinationForm, form));
  for (const one of done) await valueOf(one).saved;
  outbox.stop();
  await logVisits({ api, lease, clock, folder }, database, ['先问停车', '再问水费']);
  await takeSnapshot(session, { lease, reason: 'manual', takenAt: now(), appVersion: '0.1.0' });
  await logVisits({ api, lease, clock, folder }, database, ['快照之后']);

  const target = path.join(import.meta.dirname, `../fixtures/book-v${latestVersion()}`);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const part of ['journal', 'snapshots']) cpSync(path.join(folder, part), path.join(target, part), { recursive: true });
  expect(valueOf(await api.openBook()).journal.sequence).toBe(6);
});
