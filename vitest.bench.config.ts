import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The paper part of `npm run bench`: printouts are made by React, which Playwright's own compiler does not leave alone. */
export default defineConfig({
  plugins: [react()],
  test: { environment: 'node', include: ['tests/bench/**/*.bench.test.ts'] },
});
