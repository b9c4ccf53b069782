/** Why a host ended before it opened; electron/start/start.mjs words them. */
export const EXIT = { alreadyRunning: 10, portBusy: 11, notASample: 12, damaged: 13, diskFull: 14, unusable: 15, notPrivate: 16 } as const;
