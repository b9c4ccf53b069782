import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { failure } from '../../shared/contract/result.ts';
import type { Dispatch } from '../services/dispatcher.ts';
import { isDeskPage } from './page-address.ts';

/**
 * The only user of ipcMain. Every call passes here: it must come from the desk's window, from its main frame, and from
 * our own page in it; name and input are then checked by the dispatcher against the contract.
 */
export function answerCalls(dispatch: Dispatch, desk: () => WebContents | null): void {
  ipcMain.handle('qiantai:call', (event, name: unknown, input: unknown) => {
    if (!isDesk(event, desk())) return failure('senderRefused');
    return typeof name === 'string' ? dispatch(name, input) : failure('unknownCall');
  });
}

function isDesk(event: IpcMainInvokeEvent, desk: WebContents | null): boolean {
  const frame = event.senderFrame;
  return desk !== null && event.sender === desk && frame !== null && frame.parent === null && isDeskPage(frame.url);
}
