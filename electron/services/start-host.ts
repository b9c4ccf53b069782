import { appVersion, isTestBuild } from './build-facts.ts';
import { createClock } from './clock.ts';
import type { HostArguments } from './host-arguments.ts';
import { createHost, type Host } from './host.ts';
import type { Printing } from './printing.ts';

interface HostAdapter {
  kind: 'electron' | 'browser';
  /** Where the page comes from: part of what tells its store. */
  origin: string;
  printing: Printing;
}

/** The services of a host as the arguments of its start want them; clock and faults are the tests' in test builds. */
export function startHost(options: HostArguments, { kind, origin, printing }: HostAdapter): Promise<Host> {
  return createHost({
    kind,
    folder: options.folder,
    sample: options.sample,
    store: `${origin} ${options.profile}`,
    appVersion,
    testBuild: isTestBuild,
    clock: createClock(isTestBuild, process.env['QIANTAI_TEST_CLOCK']),
    faults: process.env['QIANTAI_FAULT'] ?? '',
    printing,
  });
}
