import { Menu } from 'electron';

/** The page has its own menus. macOS takes copy, paste and quit from the menu bar; their words are the system's. */
export function setMenu(): void {
  const forMac = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]);
  Menu.setApplicationMenu(process.platform === 'darwin' ? forMac : null);
}
