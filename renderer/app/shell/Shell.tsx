import { AppShell, Badge, Button, Group, NavLink, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Router, useLocation } from 'wouter';
import { v7 as newId } from 'uuid';
import type { DraftRow } from '../../data/database.ts';
import { languageOf } from '../../i18n/language.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import {
  DirectoryIcon,
  DispatchIcon,
  FormIcon,
  LetterIcon,
  LockIcon,
  LogIcon,
  PraiseIcon,
  ReplyIcon,
  SearchIcon,
  SettingsIcon,
  TodayIcon,
} from '../../ui/icons.tsx';
import { DESK_ACTIONS, type ActionContext } from '../actions.ts';
import { EntryDock } from '../../features/reception/EntryDock.tsx';
import { EntriesProvider, useEntries } from '../../ui/entries.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { FailureBoundary, ScreenFailed } from '../FailureBoundary.tsx';
import { AboveThePage } from './AboveThePage.tsx';
import { Banners } from './Banners.tsx';
import { watchIdle } from './idle-watch.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Pages } from './Pages.tsx';
import { SafetyCopyMissing, SaveStatus } from './SaveStatus.tsx';
import classes from './shell.module.css';
import type { Upkeep } from './use-desk-upkeep.ts';
import { useBarcodeScanner } from './use-barcode-scanner.ts';
import { useCursorOnPage } from './use-cursor-on-page.ts';
import { usePageAddress, usePageSearch } from './use-page-address.ts';

const SearchBox = lazy(async () => ({ default: (await import('../../features/search/SearchBox.tsx')).SearchBox }));

/** Longest wait for a quiet moment, in milliseconds. */
const QUIET_WITHIN_MS = 5000;

/** Turns true in the first quiet moment after the desk was drawn: what nobody needs at once must not delay it. */
function useQuietMoment(): boolean {
  const [come, setCome] = useState(false);
  useEffect(() => {
    const asked = requestIdleCallback(() => setCome(true), { timeout: QUIET_WITHIN_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  return come;
}

interface ShellProps {
  /** Calls and visits that are known to be open, before the screen has asked. */
  openEntries: readonly DraftRow[] | undefined;
  upkeep: Upkeep;
  clockBack: boolean;
  tornCut: boolean;
  onLock: () => void;
}

const NAVIGATION = [
  { path: '/', label: 'today', icon: <TodayIcon />, shortcut: 'Alt+1' },
  { path: '/reception', label: 'reception', icon: <LogIcon />, shortcut: 'Alt+2' },
  { path: '/letters', label: 'letters', icon: <LetterIcon />, shortcut: 'Alt+3' },
  { path: '/coordination', label: 'coordination', icon: <FormIcon />, shortcut: 'Alt+4' },
  { path: '/dispatch', label: 'dispatch', icon: <DispatchIcon />, shortcut: 'Alt+5' },
  { path: '/replies', label: 'replies', icon: <ReplyIcon />, shortcut: 'Alt+6' },
  { path: '/praise', label: 'praise', icon: <PraiseIcon />, shortcut: 'Alt+7' },
  { path: '/directory', label: 'directory', icon: <DirectoryIcon />, shortcut: 'Alt+8' },
  { path: '/settings', label: 'settings', icon: <SettingsIcon />, shortcut: 'Alt+9' },
] as const satisfies readonly { path: string; label: string; icon: ReactNode; shortcut: string }[];

const PRIMARY_ACTIONS = ['new-call', 'new-visit', 'new-letter'] as const;

/** Frame of every screen: navigation, quick entry within arm's reach, search, who is at the desk, what is saved. */
export function Shell({ openEntries, ...frame }: ShellProps) {
  return (
    <Router hook={usePageAddress} searchHook={usePageSearch}>
      <EntriesProvider begun={openEntries}>
        <ShellFrame {...frame} />
      </EntriesProvider>
    </Router>
  );
}

function ShellFrame({ upkeep, clockBack, tornCut, onLock }: Omit<ShellProps, 'openEntries'>) {
  const { t, i18n } = useTranslation(['shell', 'common', 'failures']);
  const { session, settings, person } = useDesk();
  const may = useMay();
  const [location, go] = useLocation();
  const entries = useEntries();
  const quiet = useQuietMoment();
  const [pageDrawn, setPageDrawn] = useState(!entries.showing);
  // Behind an entry that was left open the page can wait; once drawn it stays.
  if (!pageDrawn && (quiet || !entries.showing)) setPageDrawn(true);
  const { lockMinutes } = settings.rules;
  const page = useCursorOnPage(entries.showing || entries.searchOpen ? '' : location);

  useEffect(() => watchIdle(document, lockMinutes * 60_000, onLock), [lockMinutes, onLock]);

  const context = useMemo<ActionContext>(() => {
    const leave = (path: string) => {
      if (isDialogOpen()) return void notifications.show({ message: t('keyBehindDialog'), color: 'orange' });
      entries.setSearchOpen(false);
      entries.minimise();
      go(path);
    };
    return {
      go: leave,
      // An incoming call does not wait: the page makes way with its dialog, and both come back afterwards.
      openEntry: (channel) => {
        // It would lie over the form, with the typing going on below it.
        entries.setSearchOpen(false);
        void entries.open(channel);
      },
      newLetter: () => leave(`/letters/new/${newId()}`),
      newForm: () => leave(`/coordination/new/${newId()}`),
      newOrder: () => leave(`/dispatch/new/${newId()}`),
      newPraise: () => leave(`/praise/new/${newId()}`),
      lock: onLock,
      switchLanguage: () => void i18n.changeLanguage(languageOf(i18n) === 'zh' ? 'en' : 'zh'),
      openSearch: () => entries.setSearchOpen(true),
    };
  }, [entries, go, i18n, onLock, t]);

  const mine = DESK_ACTIONS.filter(({ operation }) => operation === undefined || may(operation));

  useHotkeys(
    DESK_ACTIONS.filter((action) => action.shortcut !== '').map((action) => [
      action.shortcut,
      // A key that does nothing would look broken.
      () =>
        mine.includes(action) ? action.perform(context) : void notifications.show({ message: t('failures:notAllowed'), color: 'orange' }),
      // With Option held a Mac's 1 types ¡: there the key counts, not the character.
      { usePhysicalKeys: action.shortcut.startsWith('alt+') },
    ]),
    [],
  );

  useHotkeys(
    [
      ['mod+P', () => void notifications.show({ message: t('common:useThePrintButtons'), color: 'orange' })],
      // Saves forms where there is one; the browser's own would write the whole screen into a file.
      ['mod+S', () => undefined],
    ],
    [],
  );

  useBarcodeScanner(context.go);

  const searchActions = mine
    .filter((action) => action.id !== 'search')
    .map((action) => ({
      id: action.id,
      label: t(action.label),
      shortcut: action.shortcutText,
      run: () => action.perform(context),
    }));

  return (
    <AppShell header={{ height: 52 }} navbar={{ width: 212, breakpoint: 0 }} padding="md">
      <AppShell.Header px="md">
        <div className={classes.header}>
          <Text fw={700} truncate className={classes.estate}>
            {settings.estate.estate}
          </Text>
          {session.description.sample && (
            <Tooltip label={t('sampleBanner')}>
              <Badge color="orange.9">{t('common:sample')}</Badge>
            </Tooltip>
          )}
          {PRIMARY_ACTIONS.map((id) => {
            const action = mine.find((one) => one.id === id);
            if (action === undefined) return null;
            return (
              <Button
                key={id}
                size="compact-md"
                variant={id === 'new-letter' ? 'default' : 'filled'}
                onClick={() => action.perform(context)}
                rightSection={<KeyHint of={action.shortcutText} />}
              >
                {t(action.label)}
              </Button>
            );
          })}
          <UnstyledButton className={classes.search} onClick={() => entries.setSearchOpen(true)}>
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Group gap="xs" wrap="nowrap" miw={0}>
                <SearchIcon />
                <Text size="sm" c="gray.7" truncate>
                  {t('searchBox')}
                </Text>
              </Group>
              <KeyHint of="Ctrl+K" />
            </Group>
          </UnstyledButton>
          <SaveStatus />
          <LanguageSwitch />
          <Text size="sm" truncate maw={110}>
            {person.name}
          </Text>
          <Button size="compact-sm" variant="default" onClick={onLock} leftSection={<LockIcon />} rightSection={<KeyHint of="F9" />}>
            {t('lock')}
          </Button>
        </div>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('title')}>
        <Stack gap={2}>
          {NAVIGATION.map((item) => (
            <NavLink
              key={item.path}
              href={`#${item.path}`}
              label={t(item.label)}
              leftSection={item.icon}
              rightSection={<KeyHint of={item.shortcut} />}
              active={item.path === '/' ? location === '/' : location.startsWith(item.path)}
              onClick={() => entries.minimise()}
            />
          ))}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main ref={page} tabIndex={-1}>
        <Stack gap="sm">
          <AboveThePage>
            <SafetyCopyMissing />
            <Banners upkeep={upkeep} clockBack={clockBack} tornCut={tornCut} />
            <FailureBoundary instead={<ScreenFailed />}>
              <EntryDock />
            </FailureBoundary>
          </AboveThePage>
          {pageDrawn && (
            <Suspense fallback={null}>
              <FailureBoundary instead={<ScreenFailed />} place={location}>
                <Pages hidden={entries.showing} />
              </FailureBoundary>
            </Suspense>
          )}
        </Stack>
        <Suspense fallback={null}>
          {(quiet || entries.searchOpen) && (
            <SearchBox opened={entries.searchOpen} onClose={() => entries.setSearchOpen(false)} actions={searchActions} go={context.go} />
          )}
        </Suspense>
      </AppShell.Main>
    </AppShell>
  );
}
