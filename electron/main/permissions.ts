import type { Session } from 'electron';
import { ORIGIN } from './page-address.ts';

/** What our page may ask of the system. Whatever is not listed is denied. */
const ALLOWED: Record<string, string> = {
  'persistent-storage': 'the database must not be evicted when the disk runs low',
  'clipboard-sanitized-write': 'numbers and addresses are copied into other programs',
};

/** Whether a page of this origin gets this permission. */
export function mayHave(permission: string, origin: string): boolean {
  return Object.hasOwn(ALLOWED, permission) && originOf(origin) === ORIGIN;
}

// The permission handlers give the origin now with and now without its closing slash.
function originOf(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

/** Denies by default: devices, media, location, notifications, everything of which the page has no need. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(details.isMainFrame && mayHave(permission, new URL('/', details.requestingUrl).href));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHave(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
