/**
 * How many scans a restore could not bring back. The page is loaded anew after it, so the tab's own memory keeps the number
 * until somebody has read it.
 */
const KEY = 'qiantai-lost-scans';

export function noteLostScans(count: number): void {
  if (count > 0) sessionStorage.setItem(KEY, String(count));
}

/** 0 when none was lost, or it was read. */
export function lostScans(): number {
  return Number(sessionStorage.getItem(KEY) ?? 0);
}

export function forgetLostScans(): void {
  sessionStorage.removeItem(KEY);
}
