import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A disk of its own whose power can be cut: ext4 in a file, mounted through a loop device. */
export interface CutDisk {
  folder: string;
  /** The power is gone: nothing more reaches the disk, what the system had not written is lost. Processes go on until killed. */
  cut(): void;
  /** Powers the disk up again: journal recovery of ext4, as after a real cut. */
  powerUp(): Promise<void>;
  remove(): Promise<void>;
}

const DISK_BYTES = 512 * 1024 * 1024;
/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH. */
const CUT = 'open(D,"<",$ARGV[0]) or die; my $f = pack("L", 2); ioctl(D, 0x8004587d, $f) or die "ioctl: $!"';

/** Why this machine cannot cut the power of a disk; `''` when it can. */
export async function whyNoPowerCuts(): Promise<string> {
  if (process.platform !== 'linux') return 'power cuts need Linux (ext4 on a loop device)';
  if (process.getuid?.() !== 0) return 'power cuts need root (loop device, mount)';
  for (const program of ['mkfs.ext4', 'mount', 'umount', 'perl']) {
    if (spawnSync('which', [program]).status !== 0) return `power cuts need ${program}`;
  }
  const disk = tryDisk();
  if (disk === null) return 'this machine mounts no loop device';
  await disk.remove();
  return '';
}

function tryDisk(): CutDisk | null {
  try {
    return createCutDisk();
  } catch {
    return null;
  }
}

/** Makes and mounts the disk. Fails where the machine does not let us. */
export function createCutDisk(): CutDisk {
  const home = mkdtempSync(path.join(tmpdir(), 'qiantai-disk-'));
  const image = path.join(home, 'disk.img');
  const mounted = path.join(home, 'mounted');
  mkdirSync(mounted);
  must('truncate', ['-s', String(DISK_BYTES), image]);
  must('mkfs.ext4', ['-q', '-F', image]);
  must('mount', ['-o', 'loop', image, mounted]);
  must('chmod', ['755', home, mounted]);
  const folder = path.join(mounted, 'desk');
  mkdirSync(folder);
  return {
    folder,
    cut: () => must('perl', ['-e', CUT, mounted]),
    powerUp: async () => {
      await unmount(mounted);
      must('mount', ['-o', 'loop', image, mounted]);
    },
    remove: async () => {
      await unmount(mounted);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The kernel lets go of a killed process's files a moment after the process is gone. */
async function unmount(mounted: string): Promise<void> {
  for (let tries = 200; tries > 0; tries -= 1) {
    if (spawnSync('umount', [mounted]).status === 0) return;
    await pause(25);
  }
  must('umount', [mounted]);
}

function must(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
}
