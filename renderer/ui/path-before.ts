let before = '';

/** Path of an address, without what follows its question mark. */
function pathIn(url: string): string {
  return `/${(url.split('#')[1] ?? '').replace(/^\/?/, '').split('?')[0] ?? ''}`;
}

globalThis.addEventListener('hashchange', (event) => {
  if (event instanceof HashChangeEvent) before = pathIn(event.oldURL);
});

/** Path of the page that one came from; `''` on the first page. */
export function pathBefore(): string {
  return before;
}
