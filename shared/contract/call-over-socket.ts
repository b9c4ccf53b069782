/** Where the browser host takes calls over a connection that stays open. */
export const CALL_SOCKET_PATH = '/calls';

/** A call of the page; the answer carries the same id. */
export interface SocketCall {
  id: number;
  name: string;
  input?: unknown;
}

export interface SocketAnswer {
  id: number;
  result: unknown;
}

/** Longest call in UTF-16 units: scans and print jobs go by HTTP, so that no save has to wait behind one. */
export const LONGEST_SOCKET_CALL = 256 * 1024;

/** What that is in UTF-8 at most. */
export const LARGEST_SOCKET_BYTES = 3 * LONGEST_SOCKET_CALL;
