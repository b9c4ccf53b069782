/** Scheme and host are part of the data format: the database lies under this origin. Never rename either. */
export const SCHEME = 'app';
export const APP_HOST = 'qiantai';
export const ORIGIN = `${SCHEME}://${APP_HOST}`;
export const START_PAGE = `${ORIGIN}/`;
/** Shown in the page's place when its process has died. */
export const CRASHED_PAGE = `${ORIGIN}/crashed`;

/** Whether this is the desk's page. What stands behind `?` or `#` says where in the page one is, not which page it is. */
export function isDeskPage(address: string): boolean {
  const [page = ''] = address.split(/[?#]/);
  return page === START_PAGE;
}

/** Whether the main frame may show this address. */
export function isOwnPage(address: string): boolean {
  return isDeskPage(address) || address === CRASHED_PAGE;
}

/** Whether a frame inside our page may show this address: previews of paper, from memory. */
export function isOwnFrame(address: string): boolean {
  return (
    address === 'about:blank' ||
    address === 'about:srcdoc' ||
    address.startsWith(`blob:${ORIGIN}/`) ||
    address.startsWith(`${ORIGIN}/print/`)
  );
}
