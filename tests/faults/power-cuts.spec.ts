import type { DeskHost } from '../support/desk-host.ts';
import { expect, test } from '../e2e/desk-test.ts';
import { createCutDisk, whyNoPowerCuts } from './cut-disk.ts';
import { logEntries, receptionistOf } from './log-entries.ts';
import { LOGGED_TABLES, bookSettled, checkBook, newWitness, passGate, type Witness } from './logged-book.ts';
import { POWER_CUTS_PER_HOST } from './size.ts';

/** Entries heard as acknowledged before the cut: another moment of a write each time. */
const entriesBefore = (cut: number): number => 5 + ((cut * 13) % 29);

test(`${POWER_CUTS_PER_HOST} power cuts while entries are saved`, async ({ startDesk }) => {
  const why = await whyNoPowerCuts();
  test.skip(why !== '', why);
  test.setTimeout(POWER_CUTS_PER_HOST * 90_000);
  const disk = createCutDisk();
  let rebuilt = 0;
  /** Chromium appends to a log that a cut tore, and drops the whole store when it reads it again: then the journal counts. */
  async function noteGate({ page }: DeskHost, { stored, acknowledged }: Witness): Promise<void> {
    if ((await passGate(page)) === 'opened') return;
    rebuilt += 1;
    for (const operationId of stored.keys()) if (!acknowledged.has(operationId)) stored.delete(operationId);
  }
  let desk: DeskHost | null = null;
  try {
    const { folder } = disk;
    const first = await startDesk({ sample: true, folder });
    await first.page.getByRole('combobox', { name: '姓名' }).waitFor({ timeout: 60_000 });
    await bookSettled(first.page);
    const personId = await receptionistOf(first.page);
    await first.close();
    const witness = newWitness();
    for (let cut = 0; cut < POWER_CUTS_PER_HOST; cut += 1) {
      const running = (desk = await startDesk({ sample: true, folder }));
      await noteGate(running, witness);
      await checkBook(running.page, folder, witness, [...LOGGED_TABLES, 'series']);
      const enough = witness.acknowledged.size + entriesBefore(cut);
      await test.step(`cut ${cut + 1} of ${POWER_CUTS_PER_HOST}`, async () => {
        await new Promise<void>((resolve, reject) => {
          logEntries(running.page, personId, witness, { count: 1000 }, ({ step, code }) => {
            if (step === 'failed') reject(new Error(`the entry failed: ${code}`));
            // At once, inside the page's own message: nothing heard after it counts as acknowledged before the cut.
            if (step === 'acknowledged' && witness.acknowledged.size === enough) {
              disk.cut();
              resolve();
            }
          }).catch(() => undefined);
        });
        await running.kill();
        await disk.powerUp();
      });
    }
    desk = await startDesk({ sample: true, folder });
    await noteGate(desk, witness);
    await checkBook(desk.page, folder, witness);
    expect(witness.acknowledged.size).toBeGreaterThan(POWER_CUTS_PER_HOST * 5);
    console.log(
      `${POWER_CUTS_PER_HOST} power cuts: ${witness.acknowledged.size} entries acknowledged, none lost; ` +
        `the browser lost its whole store ${rebuilt} times, and the journal rebuilt it`,
    );
  } finally {
    await desk?.kill();
    await disk.remove();
  }
});
