import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { DeskHost } from './desk-host.ts';

/** Why this machine cannot count a process's sockets; `''` when it can. */
export const WHY_NO_SOCKETS = process.platform === 'linux' ? '' : 'the sockets of processes are read from /proc, which only Linux has';

interface Socket {
  protocol: string;
  local: string;
  remote: string;
}

/** Looks at the sockets of a desk's processes again and again until it is stopped. */
export interface SocketWatch {
  /** Every socket seen that reaches, or can be reached from, anything but this PC; and how many were seen in all. */
  stop(): { foreign: string[]; seen: number };
}

const EVERY_MS = 250;

export function watchSockets(desk: Pick<DeskHost, 'processes'>): SocketWatch {
  const foreign = new Set<string>();
  const seen = new Set<string>();
  function look(): void {
    for (const pid of desk.processes()) {
      for (const { protocol, local, remote } of socketsOf(pid)) {
        const words = `${protocol} ${local} → ${remote}`;
        seen.add(words);
        if (!staysHere(local) || !staysHere(remote)) foreign.add(words);
      }
    }
  }
  look();
  const timer = setInterval(look, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return { foreign: [...foreign], seen: seen.size };
    },
  };
}

/** TCP and UDP sockets that a process holds; none once it is gone. */
export function socketsOf(pid: number): Socket[] {
  const inodes = new Set(
    listed(`/proc/${pid}/fd`).flatMap((descriptor) => {
      const inode = /^socket:\[(\d+)\]$/.exec(target(`/proc/${pid}/fd/${descriptor}`))?.[1];
      return inode === undefined ? [] : [inode];
    }),
  );
  if (inodes.size === 0) return [];
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((protocol) =>
    text(`/proc/${pid}/net/${protocol}`)
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => inodes.has(fields[9] ?? ''))
      .map((fields) => ({ protocol, local: readable(fields[1] ?? ''), remote: readable(fields[2] ?? '') })),
  );
}

/** `0100007F:1F90` → `127.0.0.1:8080`; the kernel writes every 32 bits in the machine's own order. */
function readable(address: string): string {
  const [hex = '', port = ''] = address.split(':');
  const bytes = (hex.match(/.{8}/g) ?? [])
    .flatMap((word) => (word.match(/../g) ?? []).toReversed())
    .map((byte) => Number.parseInt(byte, 16));
  const mapped = bytes.length === 16 && bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
  const shown = bytes.length === 4 || mapped ? bytes.slice(-4).join('.') : bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${shown}:${Number.parseInt(port, 16)}`;
}

/** Loopback, or no partner yet. A socket bound to every address can be reached from outside and does not pass. */
function staysHere(address: string): boolean {
  return /^127\.|^0{31}1:/.test(address) || /^(0\.0\.0\.0|0{32}):0$/.test(address);
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function target(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return '';
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
