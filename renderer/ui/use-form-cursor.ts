import { useEffect, useRef, type RefObject } from 'react';

/**
 * Puts the cursor into a form's first field (`data-first-field`), and back to where it was when the form is shown again after
 * something stood in front of it: what is typed on must not go into another field.
 */
export function useFormCursor(element: RefObject<HTMLElement | null>): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const form = element.current;
    const field = last.current?.isConnected === true ? last.current : form?.querySelector<HTMLElement>('[data-first-field]');
    field?.focus();
    const keep = ({ target }: FocusEvent) => {
      // The button that put it aside is no place to go on at.
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) last.current = target;
    };
    form?.addEventListener('focusin', keep);
    return () => form?.removeEventListener('focusin', keep);
  }, [element]);
}
