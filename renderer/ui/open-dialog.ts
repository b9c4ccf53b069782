/** The search box is a dialog too, but holds nothing that could be lost. */
export const SEARCH_DIALOG = 'desk-search';

/**
 * Whether a dialog lies over the page: it may hold what was typed, and is finished or closed by the person, never by a key
 * or a scan that leads elsewhere. A dialog hidden with its page does not count.
 */
export function isDialogOpen(): boolean {
  const dialogs = [...document.querySelectorAll('[role=dialog][aria-modal=true]')];
  return dialogs.some((dialog) => dialog.checkVisibility() && dialog.closest(`[data-kind="${SEARCH_DIALOG}"]`) === null);
}
