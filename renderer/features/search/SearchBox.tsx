import '@mantine/spotlight/styles.css';
import { Group, Highlight, Kbd, Text } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readSearchHits, type SearchHit } from '../../data/queries/search-hits.ts';
import { createSearchClient, type SearchClient } from '../../data/search/search-client.ts';
import { SEARCHED_TABLES } from '../../data/search/search-text.ts';
import { SEARCH_DIALOG } from '../../ui/open-dialog.ts';
import { useDatabase } from '../../ui/session.tsx';

export interface SearchAction {
  id: string;
  label: string;
  /** As shown on the key; `''` for none. */
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
}

const NOTHING_TYPED: Found = { typed: '', hits: [] };
const [store, spotlight] = createSpotlight();

/** One box for everything: number, unit, name, pinyin, initials, last four of a phone, words of the text, actions. */
export function SearchBox({ opened, onClose, actions, go }: SearchBoxProps) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const found = useSearchHits(typed);

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
                  {action.shortcut !== '' && <Kbd size="xs">{action.shortcut}</Kbd>}
                </Group>
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found.hits.length === 0 && fitting.length === 0 && <Spotlight.Empty>{t('nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
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
          <div style={{ minWidth: 0 }}>
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
function useSearchHits(typed: string): Found {
  const database = useDatabase();
  const client = useRef<SearchClient | null>(null);
  const [found, setFound] = useState(NOTHING_TYPED);

  useEffect(() => {
    const started = createSearchClient(database.name);
    client.current = started;
    return () => started.end();
  }, [database.name]);

  useEffect(() => {
    let wanted = true;
    async function look(): Promise<void> {
      const groups = typed.trim() === '' ? [] : await client.current?.search(typed, LIMIT);
      if (groups === null || groups === undefined) return;
      const hits = await readSearchHits(database, groups, typed);
      if (wanted) setFound({ typed, hits });
    }
    void look();
    return () => {
      wanted = false;
    };
  }, [database, typed]);
  return found;
}
