import { contextBridge, ipcRenderer } from 'electron';
import { createHostApi } from '../../shared/contract/host-api.ts';
import type { HostApi } from '../../shared/contract/host-calls.ts';

/** One object of named functions: the page can make exactly these calls, and never names a channel. */
const api = createHostApi((name, input) => ipcRenderer.invoke('qiantai:call', name, input)) satisfies HostApi;

contextBridge.exposeInMainWorld('qiantai', api);
