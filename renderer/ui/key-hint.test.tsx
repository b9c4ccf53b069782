// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { formKeys } from './form-keys.ts';
import { SaveKey } from './KeyHint.tsx';
import { keyText } from './key-text.ts';

describe('keyText', () => {
  it.each([
    ['Ctrl+K', '⌘K'],
    ['Ctrl+Enter', '⌘Enter'],
    ['Ctrl+S', '⌘S'],
    ['Alt+1', '⌥1'],
    ['F2', 'F2'],
    ['Esc', 'Esc'],
    ['', ''],
  ])('%j stays on a PC and is %j on a Mac', (key, onMac) => {
    expect(keyText(key, false)).toBe(key);
    expect(keyText(key, true)).toBe(onMac);
  });
});

describe('SaveKey', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0', 'Ctrl+Enter'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130.0.0.0', 'Ctrl+Enter'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/130.0.0.0', '⌘Enter'],
  ])('on %s it is %s', (agent, key) => {
    vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(agent);
    const drawn = renderToString(
      <MantineProvider>
        <SaveKey />
      </MantineProvider>,
    );
    expect(drawn).toContain(`>${key}</kbd>`);
  });
});

describe('formKeys', () => {
  it.each([
    ['Ctrl+Enter', { ctrlKey: true }, 1],
    ['⌘Enter', { metaKey: true }, 1],
    ['Enter alone', {}, 0],
  ])('%s in a field', (_key, held, saves) => {
    const save = vi.fn<() => void>();
    const place = document.createElement('div');
    document.body.append(place);
    const root = createRoot(place);
    flushSync(() =>
      root.render(
        <form onKeyDown={formKeys(save)}>
          <input />
        </form>,
      ),
    );
    place.querySelector('input')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...held }));
    expect(save).toHaveBeenCalledTimes(saves);
    root.unmount();
    place.remove();
  });
});
