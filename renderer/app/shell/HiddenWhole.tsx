import { MantineThemeProvider, Portal } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';

/** Dialogs and lists that open over the page stay inside the desk's own element, so that hiding it hides them too. */
export function HiddenWhole({ children }: { children: ReactNode }) {
  const [over, setOver] = useState<HTMLDivElement | null>(null);
  const theme = useMemo(
    () => (over === null ? null : { components: { Portal: Portal.extend({ defaultProps: { target: over } }) } }),
    [over],
  );
  return (
    <>
      {theme !== null && <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>}
      {/* Its element is kept while the desk is hidden: a ref taken away then would take the screens with it. */}
      <div
        ref={(element) => {
          if (element !== null) setOver(element);
        }}
      />
    </>
  );
}
