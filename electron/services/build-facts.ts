// Replaced at build time (electron.vite.config.ts).
/* oxlint-disable no-underscore-dangle */
declare const __TEST_BUILD__: boolean | undefined;
declare const __APP_VERSION__: string | undefined;

/** Whether clock and faults may be set from outside: fixed when the app is built, never at run time. */
export const isTestBuild: boolean = typeof __TEST_BUILD__ !== 'undefined' && __TEST_BUILD__;

export const appVersion: string = typeof __APP_VERSION__ === 'undefined' ? '0.0.0' : __APP_VERSION__;
