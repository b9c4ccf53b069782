import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { z } from 'zod';
import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { CALL_SOCKET_PATH, LARGEST_SOCKET_BYTES, type SocketAnswer, type SocketCall } from '../../shared/contract/call-over-socket.ts';
import type { Dispatch } from '../services/dispatcher.ts';
import { hostFits, originFits, type Access } from './access.ts';

export interface CallSocketParts {
  port: number;
  access: Access;
  dispatch: Dispatch;
}

const callSchema: z.ZodType<SocketCall> = z.object({ id: z.int().min(1), name: z.string().max(40), input: z.unknown().optional() });

/** Close code of RFC 6455, 7.4.1: a message that breaks the rules of this host. */
const POLICY_VIOLATION = 1008;

/**
 * Calls of the page over one connection that stays open: in a browser an HTTP request costs each of them some five
 * milliseconds, a message less than one. Opened only with what a call by HTTP needs too: right Host, Origin and cookie.
 */
export function handleCallSockets(server: Server, { port, access, dispatch }: CallSocketParts): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_SOCKET_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Whoever asked may be gone before the answer.
    socket.on('error', () => socket.destroy());
    const ours =
      request.url === CALL_SOCKET_PATH &&
      hostFits(request.headers, port) &&
      originFits(request.headers, port) &&
      access.hasCookie(request.headers);
    if (!ours) return void socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, (connection) => serve(connection, dispatch));
  });
}

function serve(connection: WebSocket, dispatch: Dispatch): void {
  // A message too large or a broken frame: the page's open calls fail, and it opens another connection.
  connection.on('error', () => connection.terminate());
  connection.on('message', (data, isBinary) => {
    const call = isBinary ? null : readCall(String(data));
    if (call === null) return connection.close(POLICY_VIOLATION);
    void dispatch(call.name, call.input).then((result) => connection.send(encodeWire({ id: call.id, result } satisfies SocketAnswer)));
  });
}

function readCall(text: string): SocketCall | null {
  try {
    return callSchema.safeParse(decodeWire(text)).data ?? null;
  } catch {
    return null;
  }
}
