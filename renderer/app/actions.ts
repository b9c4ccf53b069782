import type { ParseKeys } from 'i18next';
import type { OperationName } from '../../shared/domain/permissions.ts';

/** What an action may do to the desk. */
export interface ActionContext {
  go(path: string): void;
  openEntry(channel: 'call' | 'visit' | 'outgoing'): void;
  newLetter(): void;
  newForm(): void;
  newOrder(): void;
  newPraise(): void;
  lock(): void;
  switchLanguage(): void;
  openSearch(): void;
}

export interface DeskAction {
  id: string;
  label: ParseKeys<'shell'>;
  /** In @mantine/hooks notation, digits by their physical key; `''` for none. */
  shortcut: string;
  /** As a PC's keyboard names it; `KeyHint` shows it. */
  shortcutText: string;
  /** What it begins: offered only to whoever may do it. */
  operation?: OperationName;
  perform(context: ActionContext): void;
}

/** Every action of the desk, once: buttons, keys, menus and the search box are drawn from this list. */
export const DESK_ACTIONS: readonly DeskAction[] = [
  {
    id: 'new-call',
    label: 'newCall',
    shortcut: 'F2',
    shortcutText: 'F2',
    operation: 'log-reception',
    perform: (desk) => desk.openEntry('call'),
  },
  {
    id: 'new-visit',
    label: 'newVisit',
    shortcut: 'F3',
    shortcutText: 'F3',
    operation: 'log-reception',
    perform: (desk) => desk.openEntry('visit'),
  },
  {
    id: 'new-outgoing',
    label: 'newOutgoing',
    shortcut: 'F4',
    shortcutText: 'F4',
    operation: 'log-reception',
    perform: (desk) => desk.openEntry('outgoing'),
  },
  {
    id: 'new-letter',
    label: 'newLetter',
    shortcut: 'F6',
    shortcutText: 'F6',
    operation: 'register-letter',
    perform: (desk) => desk.newLetter(),
  },
  {
    id: 'new-form',
    label: 'newForm',
    shortcut: 'F7',
    shortcutText: 'F7',
    operation: 'issue-coordination-form',
    perform: (desk) => desk.newForm(),
  },
  {
    id: 'new-order',
    label: 'newOrder',
    shortcut: 'F8',
    shortcutText: 'F8',
    operation: 'issue-dispatch-order',
    perform: (desk) => desk.newOrder(),
  },
  {
    id: 'new-praise',
    label: 'newPraise',
    shortcut: '',
    shortcutText: '',
    operation: 'open-praise-posting',
    perform: (desk) => desk.newPraise(),
  },
  { id: 'go-today', label: 'today', shortcut: 'alt+digit1', shortcutText: 'Alt+1', perform: (desk) => desk.go('/') },
  { id: 'go-reception', label: 'reception', shortcut: 'alt+digit2', shortcutText: 'Alt+2', perform: (desk) => desk.go('/reception') },
  { id: 'go-letters', label: 'letters', shortcut: 'alt+digit3', shortcutText: 'Alt+3', perform: (desk) => desk.go('/letters') },
  {
    id: 'go-coordination',
    label: 'coordination',
    shortcut: 'alt+digit4',
    shortcutText: 'Alt+4',
    perform: (desk) => desk.go('/coordination'),
  },
  { id: 'go-dispatch', label: 'dispatch', shortcut: 'alt+digit5', shortcutText: 'Alt+5', perform: (desk) => desk.go('/dispatch') },
  { id: 'go-replies', label: 'replies', shortcut: 'alt+digit6', shortcutText: 'Alt+6', perform: (desk) => desk.go('/replies') },
  { id: 'go-praise', label: 'praise', shortcut: 'alt+digit7', shortcutText: 'Alt+7', perform: (desk) => desk.go('/praise') },
  { id: 'go-directory', label: 'directory', shortcut: 'alt+digit8', shortcutText: 'Alt+8', perform: (desk) => desk.go('/directory') },
  { id: 'go-settings', label: 'settings', shortcut: 'alt+digit9', shortcutText: 'Alt+9', perform: (desk) => desk.go('/settings') },
  { id: 'search', label: 'searchBox', shortcut: 'mod+K', shortcutText: 'Ctrl+K', perform: (desk) => desk.openSearch() },
  { id: 'lock', label: 'lock', shortcut: 'F9', shortcutText: 'F9', perform: (desk) => desk.lock() },
  { id: 'switch-language', label: 'switchLanguage', shortcut: '', shortcutText: '', perform: (desk) => desk.switchLanguage() },
];
