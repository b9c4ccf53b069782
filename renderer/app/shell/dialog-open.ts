/** Whether a dialog stands over the page. */
export function dialogOpen(): boolean {
  return document.querySelector('[role=dialog][aria-modal=true]') !== null;
}
