/** Random walks a property test takes over operations: the store of a browser needs several times as long for each step. */
export const WALKS = 'window' in globalThis ? 20 : 60;
