import { useEffect, useRef, type RefObject } from 'react';

/** The button that put a form aside is no place to go on at. */
function isField(element: unknown): element is HTMLElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/**
 * Puts the cursor into a form's first field (`data-first-field`), where none asked for it, and back to where it was when the form
 * is shown again after something stood in front of it: what is typed on must not go into another field.
 * @param beside how many forms stand beside this one: the cursor that has gone with one of them goes on here
 */
export function useFormCursor(element: RefObject<HTMLElement | null>, beside = 0): void {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const form = element.current;
    const at = document.activeElement;
    if (last.current?.isConnected === true) last.current.focus();
    // A field that asks for the cursor itself has it before anybody listens.
    else if (isField(at) && form?.contains(at) === true) last.current = at;
    else form?.querySelector<HTMLElement>('[data-first-field]')?.focus();
    const keep = ({ target }: FocusEvent) => {
      if (isField(target)) last.current = target;
    };
    form?.addEventListener('focusin', keep);
    return () => form?.removeEventListener('focusin', keep);
  }, [element]);
  useEffect(() => {
    // Whoever is typing elsewhere keeps the cursor.
    if (document.activeElement !== document.body) return;
    const first = element.current?.querySelector<HTMLElement>('[data-first-field]');
    (last.current?.isConnected === true ? last.current : first)?.focus();
  }, [element, beside]);
}
