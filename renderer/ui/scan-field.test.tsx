// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { success } from '../../shared/contract/result.ts';
import type { Scan } from '../../shared/domain/fields.ts';
import { ScanField } from './ScanField.tsx';
import { soon } from '../../tests/support/soon.ts';

vi.mock('react-i18next', () => ({ useTranslation: () => ({ t: (key: string) => key }) }));
vi.mock('./use-failure-text.ts', () => ({
  useFailureText:
    () =>
    ({ code }: { code: string }) =>
      code,
}));
vi.mock('./session.tsx', () => ({
  useHost: () => ({ storeScan: () => Promise.resolve(success({ sha256: 'a'.repeat(64), size: 3, type: 'image/png' })) }),
}));

it('a picture that is pasted, and one taken away, count as typed in the form around', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const typed = vi.fn<() => void>();
  let scans: Scan[] = [];
  const draw = () =>
    root.render(
      <MantineProvider env="test">
        <form onInput={typed}>
          <ScanField
            label="photos"
            scans={scans}
            onChange={(change) => {
              scans = change(scans);
            }}
          />
        </form>
      </MantineProvider>,
    );
  await act(() => draw());
  const paste = Object.assign(new Event('paste', { bubbles: true }), {
    clipboardData: { files: [new File(['png'], 'image.png')], types: ['Files'] },
  });
  await act(async () => {
    place.querySelector('input')?.parentElement?.dispatchEvent(paste);
    await soon(() => expect(scans).toHaveLength(1));
  });
  expect(typed).toHaveBeenCalledOnce();
  await act(() => draw());
  await act(() => [...place.querySelectorAll('button')].at(-1)?.click());
  expect(scans).toEqual([]);
  expect(typed).toHaveBeenCalledTimes(2);
  await act(() => root.unmount());
  vi.unstubAllGlobals();
});
