import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

// A test build can be moved in time and broken on purpose; it never lands where the real one lies.
const testBuild = process.env['QIANTAI_TEST_BUILD'] === '1';
const output = testBuild ? 'out-test' : 'out';
const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'));

const define = { __TEST_BUILD__: JSON.stringify(testBuild), __APP_VERSION__: JSON.stringify(version) };

/** The oldest Chromium and Node the page and the hosts must run on: Electron 33 (STACK), which tests use. */
const CHROMIUM = 'chrome130';
const NODE = 'node20.18';

/** What asks the host for the book, before anything is drawn. */
const OPENING =
  /renderer\/(?:app\/(?:main|host|call-socket|boot\/opening)\.ts|index\.html)|shared\/contract\/|vite\/preload-helper|rolldown\/runtime/;

/** Puts the print fonts at /fonts of the page. */
function printFonts(): Plugin {
  const folder = 'resources/fonts';
  return {
    name: 'print-fonts',
    apply: 'build',
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => file.endsWith('.woff2'))) {
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(path.join(folder, name)) });
      }
    },
  };
}

/** Lets the browser fetch the page while the opening is still being run, which asks for it. */
function pageAhead(): Plugin {
  return {
    name: 'page-ahead',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const page = Object.values(bundle ?? {}).find((file) => file.type === 'chunk' && file.name === 'page');
        if (page?.type !== 'chunk') return [];
        const ahead = (rel: string, file: string, more: Record<string, string>) => ({
          tag: 'link',
          attrs: { rel, crossorigin: '', href: `./${file}`, ...more },
          injectTo: 'head' as const,
        });
        const styles = [...(page.viteMetadata?.importedCss ?? [])];
        return [ahead('modulepreload', page.fileName, {}), ...styles.map((file) => ahead('preload', file, { as: 'style' }))];
      },
    },
  };
}

/**
 * Tells V8 (Chromium 136 and later; others read a comment) to compile every function of the page at once. Most of them run
 * before the first form is there; compiled one by one they come too late for what the browser keeps of the page, and each
 * start would compile them again.
 */
function compiledAtOnce(): Plugin {
  const HINT = '//# allFunctionsCalledOnLoad';
  return {
    name: 'compiled-at-once',
    apply: 'build',
    generateBundle: {
      // It counts before any code only, and Vite puts a line of its own in front.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'chunk' || file.name !== 'page') continue;
          file.code = `${HINT}\n${file.code}`;
          const map = bundle[`${file.fileName}.map`];
          if (map?.type === 'asset') map.source = String(map.source).replace('"mappings":"', '"mappings":";');
        }
      },
    },
  };
}

export default defineConfig({
  main: {
    define,
    build: {
      outDir: `${output}/main`,
      target: NODE,
      externalizeDeps: false,
      minify: true,
      sourcemap: testBuild,
      rolldownOptions: {
        input: { electron: 'electron/main/main.ts', loopback: 'electron/loopback/main.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${output}/preload`,
      target: NODE,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    define,
    publicDir: false,
    plugins: [react(), printFonts(), pageAhead(), compiledAtOnce()],
    worker: { format: 'es' },
    build: {
      outDir: `${output}/renderer`,
      target: CHROMIUM,
      minify: true,
      sourcemap: testBuild,
      // The desk's one large file comes from this PC.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: { index: 'renderer/index.html', page: 'renderer/app/page.tsx' },
        // What every start needs in two files: dozens of small ones take longer to fetch than to run. The first asks the
        // host, and must not wait for the second.
        output: {
          codeSplitting: {
            groups: [
              { name: 'opening', test: OPENING, priority: 2 },
              { name: 'desk', tags: ['$initial'], priority: 1 },
            ],
          },
        },
      },
    },
  },
});
