/** Puts the cursor into the first field of a form that says what is wrong with it. Returns whether there is one. */
export function goToWrongField(form: HTMLElement | null): boolean {
  const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  field?.focus();
  return field !== null && field !== undefined;
}
