import path from 'node:path';

/** What the start script (or a test) tells a host on its command line. */
export interface HostArguments {
  folder: string;
  sample: boolean;
  /** 0 = any free port. */
  port: number;
  /** Serve only, print the address. */
  openWindow: boolean;
  /** Program file of the browser; `''` when there is none. */
  browser: string;
  /** Number of the browser profile: each is another store; a move begins a new one. */
  profile: number;
}

/**
 * Reads `--data=DIR --sample --port=N --no-open --browser=FILE --profile=N`; anything else belongs to Chromium.
 * @param defaultFolder data folder of an app that was started without the start script
 */
export function readHostArguments(argv: readonly string[], defaultFolder = ''): HostArguments {
  const values = new Map<string, string>();
  for (const argument of argv) {
    const match = /^--([a-z-]+)(?:=(.*))?$/s.exec(argument);
    if (match?.[1] !== undefined) values.set(match[1], match[2] ?? '');
  }
  const folder = values.get('data') ?? defaultFolder;
  if (folder === '') throw new Error('expected --data=FOLDER');
  return {
    folder: path.resolve(folder),
    sample: values.has('sample'),
    port: Number(values.get('port') ?? 0),
    openWindow: !values.has('no-open'),
    browser: values.get('browser') ?? '',
    profile: Number(values.get('profile') ?? 1),
  };
}
