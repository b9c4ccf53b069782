import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Who may talk to the loopback host. The key in the address is exchanged once for a cookie that no script can read; both
 * are made anew at every start. Addresses for windows the host opens itself carry a ticket that works a single time,
 * because other users of the PC can read a program's command line.
 */
export interface Access {
  key: string;
  newTicket(): string;
  /** The cookie header for a right key or an unused ticket, `null` for anything else. */
  exchange(candidate: string): string | null;
  hasCookie(headers: IncomingHttpHeaders): boolean;
}

export function createAccess(port: number): Access {
  // Cookies do not tell ports apart: two desks on one PC must not overwrite one another's.
  const cookieName = `qiantai-${port}`;
  const key = secret();
  const session = secret();
  const tickets = new Set<string>();
  return {
    key,
    newTicket: () => {
      const ticket = secret();
      tickets.add(ticket);
      return ticket;
    },
    exchange: (candidate) => {
      if (!same(candidate, key) && !tickets.delete(candidate)) return null;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    hasCookie: ({ cookie = '' }) =>
      cookie.split(';').some((part) => {
        const [name = '', value = ''] = part.trim().split('=');
        return name === cookieName && same(value, session);
      }),
  };
}

/** Whether the request names this host as it must: a page of another name that resolves to 127.0.0.1 does not. */
export function hostFits(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host === `127.0.0.1:${port}`;
}

/** Whether a call comes from our own page, says so, and carries JSON: a form or a foreign page can do neither. */
export function callFits(headers: IncomingHttpHeaders, port: number): boolean {
  return originFits(headers, port) && /^application\/json(;|$)/.test(headers['content-type'] ?? '');
}

/** Whether our own page asks: any other page has another origin, and no page can say a wrong one. */
export function originFits(headers: IncomingHttpHeaders, port: number): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin === `http://127.0.0.1:${port}` && (site === undefined || site === 'same-origin');
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function same(one: string, other: string): boolean {
  const left = Buffer.from(one);
  const right = Buffer.from(other);
  return left.length === right.length && timingSafeEqual(left, right);
}
