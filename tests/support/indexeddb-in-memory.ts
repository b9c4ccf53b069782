// The setup file of tests in Node, which has no IndexedDB of its own. It comes before Dexie, which looks for one once;
// vitest.chromium.config.ts leaves it out, so that the same tests meet the browser's.
import 'fake-indexeddb/auto';
