import { useEffect, useRef, type RefObject } from 'react';
import { isDialogOpen, SEARCH_DIALOG } from '../../ui/open-dialog.ts';

const AROUND_THE_PAGE = `header, nav, [data-kind="${SEARCH_DIALOG}"]`;

/** Whether nobody is on the page with the keyboard: what had the cursor has gone, or it stands in the frame or the search box. */
function isOffThePage(active: Element | null): boolean {
  return active === null || active === document.body || active.closest(AROUND_THE_PAGE) !== null;
}

/**
 * Puts the cursor onto the page that a key, a link or a saved form led to: into its list, else before its first field or
 * button. Otherwise Tab would begin at the top of the window, some twenty stops before. A page that has a place of its own
 * for the cursor keeps it.
 * @param place the page's address; `''` while something else is in front of it
 */
export function useCursorOnPage(place: string): RefObject<HTMLElement | null> {
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place === '') return undefined;
    const drawn = requestAnimationFrame(() => {
      if (!isOffThePage(document.activeElement) || isDialogOpen()) return;
      const list = page.current?.querySelector<HTMLElement>('[role=grid]');
      const target = list?.checkVisibility() === true ? list : page.current;
      target?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(drawn);
  }, [place]);
  return page;
}
