// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { PasswordField } from './PasswordField.tsx';
import { soon } from '../../tests/support/soon.ts';

it('a PIN field that says what is wrong is marked, so that the cursor and a screen reader find it', async () => {
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const draw = (error: string | undefined) =>
    root.render(
      <MantineProvider env="test">
        <PasswordField label="PIN" error={error} />
      </MantineProvider>,
    );
  const marked = () => document.querySelector('input')?.getAttribute('aria-invalid');
  draw('4 to 12 digits');
  await soon(() => expect(marked()).toBe('true'));
  draw(undefined);
  await soon(() => expect(marked()).toBe('false'));
  root.unmount();
});
