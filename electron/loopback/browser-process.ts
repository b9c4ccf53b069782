import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * What every browser we start is told: no first-run pages, nothing in the background, no other address. The last rule
 * answers every name but our own with "not found", whatever part of the browser asks.
 */
export const QUIET: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-field-trial-config',
  '--metrics-recording-only',
  '--no-pings',
  '--no-proxy-server',
  '--password-store=basic',
  // BackgroundResourceFetch: with it Chromium parses a script anew although it has kept it compiled. WebUIOmnibox…: pages of
  // the address bar's list, which no window of ours has; a tab loads them at each start, for 0.7 s of a processor.
  '--disable-features=BackgroundResourceFetch,Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,CertificateTransparencyComponentUpdater,msEdgeShopping,msEdgeSidebarV2,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  // Chromium warns of the rule above, and of a missing sandbox, in a bar across the top of every window, in its own language.
  '--test-type',
];

/** Chromium refuses its sandbox to root on Linux and would not start at all. */
function sandboxSwitch(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Starts the PC's browser with a profile of its own and the two pipes of `openDevtoolsPipe`. */
export function startBrowser(browser: string, profile: string, switches: readonly string[]): ChildProcess {
  return spawn(browser, [`--user-data-dir=${profile}`, '--remote-debugging-pipe', ...QUIET, ...sandboxSwitch(), ...switches], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    windowsHide: false,
  });
}

/** A browser that is asked to end writes its profile first; one that does not within this time is killed. */
const LONGEST_ENDING_MS = 5_000;

/** Ends the browser and resolves when it is gone: until then it writes into its profile, and the next one could not use it. */
export async function endBrowser(child: ChildProcess): Promise<void> {
  const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!running) return;
  const gone = once(child, 'exit');
  child.kill();
  const limit = setTimeout(() => child.kill('SIGKILL'), LONGEST_ENDING_MS);
  await gone;
  clearTimeout(limit);
}
