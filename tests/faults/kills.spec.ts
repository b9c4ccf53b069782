import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DeskHost } from '../support/desk-host.ts';
import { expect, test } from '../e2e/desk-test.ts';
import { logEntries, receptionistOf, type Heard, type PageStop } from './log-entries.ts';
import { LOGGED_TABLES, bookSettled, checkBook, newWitness, type Witness } from './logged-book.ts';
import { KILLS_PER_HOST } from './size.ts';

/** Where in a write the desk is killed: the page's own steps, the host's, and the moments after it. */
const PAGE_STEPS = ['prepared', 'inTransaction', 'committed'] as const;
const HOST_STEPS = ['append', 'appendHalf', 'appendWritten', 'appendSynced'] as const;
const STEPS = [...PAGE_STEPS, ...HOST_STEPS, 'stored', 'acknowledged', 'betweenTwo'] as const;
type Step = (typeof STEPS)[number];

const isPageStep = (step: Step): step is (typeof PAGE_STEPS)[number] => PAGE_STEPS.some((one) => one === step);
const isHostStep = (step: Step): step is (typeof HOST_STEPS)[number] => HOST_STEPS.some((one) => one === step);

/** Entries that were begun and of which nothing more was heard. */
function openFates(witness: Witness): { id: string; operationId: string }[] {
  return [...witness.begun.values()].filter(({ operationId }) => !witness.stored.has(operationId));
}

/** Logs until the step is reached for the n-th time, and kills everything there. */
async function killAt(desk: DeskHost, faultFile: string, details: { step: Step; after: number; personId: string; witness: Witness }) {
  const { step, after, personId, witness } = details;
  const stop: PageStop = isPageStep(step) ? step : 'none';
  writeFileSync(faultFile, isHostStep(step) ? `${step}=KILL@${after}` : '');
  const again = openFates(witness);
  let heardOf = 0;
  const reached = new Promise<void>((resolve, reject) => {
    const onStep = (heard: Heard): void => {
      if (heard.step === 'failed') reject(new Error(`the entry failed: ${heard.code}`));
      if (heard.step === 'stopped') resolve();
      if (step === 'betweenTwo' && heard.step === 'begun' && (heardOf += 1) > after + 1) resolve();
      if (heard.step === step && (heardOf += 1) > after) resolve();
    };
    void desk.gone.then(resolve);
    // A host that is killed takes the answer to this call along.
    logEntries(desk.page, personId, witness, { count: 1000, after: again.length + after, stop, again }, onStep).catch(() => undefined);
  });
  await reached;
  await desk.kill();
  writeFileSync(faultFile, '');
}

test(`${KILLS_PER_HOST} times SIGKILL in the middle of a write`, { tag: '@short' }, async ({ startDesk }) => {
  test.setTimeout(KILLS_PER_HOST * 60_000);
  const first = await startDesk({ sample: true });
  await first.page.getByRole('combobox', { name: '姓名' }).waitFor({ timeout: 60_000 });
  await bookSettled(first.page);
  const personId = await receptionistOf(first.page);
  await first.close();

  const { folder } = first;
  const faultFile = path.join(folder, 'fault');
  writeFileSync(faultFile, '');
  const witness = newWitness();
  for (let kill = 0; kill < KILLS_PER_HOST; kill += 1) {
    const desk = await startDesk({ sample: true, folder, fault: `@${faultFile}` });
    await checkBook(desk.page, folder, witness, [...LOGGED_TABLES, 'series']);
    const step = STEPS[kill % STEPS.length] ?? 'prepared';
    await test.step(`${step}, ${kill + 1} of ${KILLS_PER_HOST}`, () =>
      killAt(desk, faultFile, { step, after: (kill * 7) % 5, personId, witness }));
  }
  const last = await startDesk({ sample: true, folder });
  await checkBook(last.page, folder, witness);
  expect(witness.acknowledged.size).toBeGreaterThan(KILLS_PER_HOST);
  console.log(`${KILLS_PER_HOST} kills: ${witness.acknowledged.size} entries acknowledged, ${witness.stored.size} stored, none lost`);
});
