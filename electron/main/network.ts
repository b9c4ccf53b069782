import { app, type Session } from 'electron';
import { SCHEME } from './page-address.ts';

/** Must run before the app is ready: no name is ever resolved, and Chromium's own services stay silent. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
}

const LOCAL = new Set([`${SCHEME}:`, 'blob:', 'data:', 'devtools:', 'about:']);

/** Second wall behind the content policy: requests of any other scheme end here. */
export function refuseRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !LOCAL.has(new URL(details.url).protocol) });
  });
  // Dictionaries would be downloaded.
  session.setSpellCheckerEnabled(false);
}
