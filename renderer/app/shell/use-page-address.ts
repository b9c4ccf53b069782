import { useSyncExternalStore } from 'react';

/**
 * The page's address stands wholly behind the `#`: path and what follows its question mark. A search part of the window's own
 * address would outlive its page, and the next form opened by a key would fill itself from the record the last one came from.
 */
function addressParts(): { path: string; search: string } {
  const [path = '', search = ''] = globalThis.location.hash.replace(/^#?\/?/, '').split('?');
  return { path: `/${path}`, search };
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const oldURL = globalThis.location.href;
  const newURL = new URL(`#/${to.replace(/^#?\/?/, '')}`, oldURL).href;
  globalThis.history[replace ? 'replaceState' : 'pushState'](null, '', newURL);
  // The browser tells only of addresses a person or a link has changed.
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL, newURL }));
}

/** Where the desk is, for wouter's router. */
export function usePageAddress(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, () => addressParts().path), navigate];
}

/** What follows the question mark of the page's address. */
export function usePageSearch(): string {
  return useSyncExternalStore(subscribe, () => addressParts().search);
}
