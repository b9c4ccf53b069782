import { FailureError, valueOf } from '../../../shared/contract/result.ts';
import { latestVersion } from '../../data/migrations/all.ts';
import { loadSample } from '../../data/operations/load-sample.ts';
import { perform } from '../../data/perform.ts';
import { buildSampleEstate, SAMPLE_PIN } from '../../data/sample/sample-estate.ts';
import { SHIPPED_HOLIDAYS } from './create-estate.ts';
import type { OpenBook } from './open-book.ts';

/** Makes the sample estate and gives everybody with a role the sample's PIN; leaves the desk locked. */
export async function createSample(book: OpenBook, language: 'zh' | 'en'): Promise<void> {
  const { host } = book;
  const { input, withPin } = buildSampleEstate(language, SHIPPED_HOLIDAYS);
  const manager = withPin.find((one) => one.mayManage);
  if (manager === undefined) throw new FailureError('lastSupervisor');
  // With nobody at the desk and no line written, the PINs of an earlier try are nobody's, and these take their place.
  valueOf(await host.lock());
  valueOf(await host.setPin({ personId: manager.personId, pin: SAMPLE_PIN, mayManage: true }));
  const unlocked = valueOf(await host.unlock({ personId: manager.personId, pin: SAMPLE_PIN }));
  if (unlocked.outcome !== 'unlocked') throw new FailureError('nobodyUnlocked');
  book.setActor(manager.personId);
  valueOf(await host.switchDatabase({ lease: book.lease, database: book.database.name, schemaVersion: latestVersion() }));
  // PINs first: once the estate is stored, a start that was cut short goes on without coming here again.
  for (const { personId, mayManage } of withPin) {
    if (personId !== manager.personId) valueOf(await host.setPin({ personId, pin: SAMPLE_PIN, mayManage }));
  }
  const performed = valueOf(await perform(book, loadSample, input));
  await performed.saved;
  book.setActor('');
  valueOf(await host.lock());
}
