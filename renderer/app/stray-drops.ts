/**
 * A file that misses its field goes nowhere: a browser would open it in the place of the desk, or beside it. Fields that take
 * files have spoken up by the time the event comes here.
 */
export function refuseStrayDrops(page: Window): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
