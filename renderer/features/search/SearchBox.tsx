import '@mantine/spotlight/styles.css';
import { Group, Highlight, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BookDatabase } from '../../data/database.ts';
import { readSearchHits, type SearchHit } from '../../data/queries/search-hits.ts';
import { searchOver } from '../../data/search/desk-search.ts';
import { SEARCHED_TABLES } from '../../data/search/search-text.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { SEARCH_DIALOG } from '../../ui/open-dialog.ts';
import { useDatabase } from '../../ui/session.tsx';

export interface SearchAction {
  id: string;
  label: string;
  /** As on a PC's key; `''` for none. */
  shortcut: string;
  run(): void;
}

interface SearchBoxProps {
  opened: boolean;
  onClose: () => void;
  /** Everything the desk can do, found by its name. */
  actions: readonly SearchAction[];
  /** Opens the page of a hit. */
  go: (path: string) => void;
}

/** Hits shown of each register. */
const LIMIT = 6;
/** What was found, and the words it was found by. */
interface Found {
  typed: string;
  hits: SearchHit[];
  /** The book could not be looked through: that there are no hits says nothing. */
  failed: boolean;
}

const NOTHING_TYPED: Found = { typed: '', hits: [], failed: false };
const [store, spotlight] = createSpotlight();

/** One box for everything: number, unit, name, pinyin, initials, last four of a phone, words of the text, actions. */
export function SearchBox({ opened, onClose, actions, go }: SearchBoxProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const { found, lookAgain } = useSearchHits(typed);

  useEffect(() => {
    if (opened) spotlight.open();
    else spotlight.close();
  }, [opened]);

  const list = useRef<HTMLDivElement>(null);
  // The first row is always the one Enter opens: what was chosen with the arrows among earlier rows no longer counts.
  useEffect(() => {
    for (const row of list.current?.querySelectorAll('[data-selected]') ?? []) row.removeAttribute('data-selected');
    list.current?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
    store.updateState((state) => ({ ...state, selected: 0 }));
    // The rows are the kit's: that they were drawn anew shows only in what they were drawn from.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [opened, typed, found]);

  const wanted = asSearched(typed);
  const fitting = useMemo(() => actions.filter((action) => action.label.toLowerCase().includes(wanted)), [actions, wanted]);
  // The same elements until the next answer: a key that only waits for its hits draws none of these rows anew.
  const rows = useMemo(() => <HitGroups found={found} go={go} />, [found, go]);

  return (
    <Spotlight.Root
      data-kind={SEARCH_DIALOG}
      store={store}
      query={typed}
      onQueryChange={setTyped}
      onSpotlightClose={() => {
        setTyped('');
        onClose();
      }}
      shortcut={null}
      scrollable
      maxHeight="70vh"
      size={640}
      attributes={{ content: { 'aria-label': t('placeholder') } }}
      centered={false}
      yOffset="8vh"
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      transitionProps={{ duration: 0 }}
    >
      <Spotlight.Search placeholder={t('placeholder')} aria-label={t('placeholder')} />
      <Spotlight.ActionsList ref={list}>
        {rows}
        {fitting.length > 0 && (
          <Spotlight.ActionsGroup label={t('actions')}>
            {fitting.map((action) => (
              <Spotlight.Action key={action.id} onClick={action.run} py={6}>
                <Group justify="space-between" w="100%">
                  <Text size="sm">{action.label}</Text>
                  {action.shortcut !== '' && <KeyHint of={action.shortcut} />}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.failed && <SearchFailed onAgain={lookAgain} />}
        {!found.failed && found.hits.length === 0 && fitting.length === 0 && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** Behind the actions, which need no index: Enter begins anew only where it can do nothing else. */
function SearchFailed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('search');
  return (
    <>
      <Text role="alert" c="red.9" size="sm" p="xs">
        {t('failed')}
      </Text>
      <Spotlight.Action label={t('again')} onClick={onAgain} closeSpotlightOnTrigger={false} py={6} />
    </>
  );
}

/** As words are compared and marked. */
const asSearched = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** Hits by register, the words they were found by marked. */
function HitGroups({ found: { typed, hits }, go }: { found: Found; go: (path: string) => void }) {
  const { t } = useTranslation('search');
  const groups = SEARCHED_TABLES.map((table) => ({ table, found: hits.filter((hit) => hit.table === table) })).filter(
    (group) => group.found.length > 0,
  );
  // The register of the first hit leads: a number typed or scanned in full must be the first thing Enter opens.
  const first = hits[0]?.table;
  const ordered = groups.toSorted((left, right) => Number(right.table === first) - Number(left.table === first));
  return ordered.map(({ table, found }) => (
    <Spotlight.ActionsGroup key={table} label={t(`table.${table}`)}>
      {found.map((hit) => (
        <Spotlight.Action key={hit.id} onClick={() => go(hit.path)} py={6}>
          {/* As wide as the box, whatever is in it: the list around it would grow with the longest line. */}
          <div style={{ flex: 1, minWidth: 0, contain: 'inline-size' }}>
            <Highlight highlight={asSearched(typed)} size="sm" fw={600} truncate>
              {hit.title}
            </Highlight>
            <Text size="xs" c="inherit" truncate>
              {hit.detail}
            </Text>
          </div>
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  ));
}

/** Hits for what is being typed; an answer that a later key has overtaken is dropped. */
function useSearchHits(typed: string): { found: Found; lookAgain: () => void } {
  const database = useDatabase();
  const { t: common } = useTranslation('common');
  const listSeparator = common('listSeparator');
  const [found, setFound] = useState(NOTHING_TYPED);
  const [round, setRound] = useState(0);

  // Begun before the first key: its index stands when somebody asks.
  useEffect(() => {
    searchOver(database.name);
  }, [database.name]);

  useEffect(() => {
    let wanted = true;
    void lookFor(database, typed, listSeparator).then((answer) => {
      if (wanted && answer !== 'overtaken') setFound(answer);
    });
    return () => {
      wanted = false;
    };
  }, [database, typed, round, listSeparator]);

  const lookAgain = useCallback(() => {
    searchOver(database.name).restart();
    setRound((before) => before + 1);
  }, [database.name]);
  return { found, lookAgain };
}

async function lookFor(database: BookDatabase, typed: string, listSeparator: string): Promise<Found | 'overtaken'> {
  if (typed.trim() === '') return NOTHING_TYPED;
  try {
    const groups = await searchOver(database.name).search(typed, LIMIT);
    if (groups === 'overtaken') return groups;
    if (groups !== 'failed') return { typed, hits: await readSearchHits(database, groups, typed, listSeparator), failed: false };
  } catch {
    // The hits themselves could not be read: to the person that is the same.
  }
  return { typed, hits: [], failed: true };
}
