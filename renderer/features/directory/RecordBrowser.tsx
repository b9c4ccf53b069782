import { Badge, Box, Button, Group, Paper, ScrollArea, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { useFormCursor } from '../../ui/use-form-cursor.ts';
import classes from './RecordBrowser.module.css';

/** What every section of the directory is told: which record is open, and how to open another. */
export interface SectionProps {
  id: string;
  open(id: string): void;
}

export interface BrowserRow {
  id: string;
  title: string;
  detail: string;
  badge?: string;
  /** Everything the row is found by, lower case. */
  keys: string;
}

interface RecordBrowserProps extends SectionProps {
  label: string;
  /** What a record is found by, said in the empty filter. */
  findBy: string;
  rows: readonly BrowserRow[] | undefined;
  newLabel: string;
  emptyText: string;
  /** May this person add records; without it the button is missing. */
  mayAdd: boolean;
  /** Beside the filter, e.g. a switch. */
  tools?: ReactNode;
  /** The form of the open record. */
  children: (id: string) => ReactNode;
}

const ROW_HEIGHT = 50;

/** A list on the left, found by typing and walked with the arrow keys, and the record's form on the right. */
export function RecordBrowser({ id, open, label, findBy, rows, newLabel, emptyText, mayAdd, tools, children }: RecordBrowserProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter.normalize('NFKC').trim().toLowerCase());
  const shown = useMemo(() => {
    if (wanted === '') return rows ?? [];
    const place = canonicalUnit(wanted).toLowerCase();
    return (rows ?? []).filter((row) => row.keys.includes(wanted) || row.keys.includes(place));
  }, [rows, wanted]);
  const whole = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the list redraws whenever it scrolls, which is what it is for
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
  });
  const openAt = shown.findIndex((row) => row.id === id);

  const scrolledTo = useRef('');

  useEffect(() => {
    // Once for each record opened: whoever scrolls on must not be pulled back.
    if (openAt < 0 || scrolledTo.current === id) return;
    scrolledTo.current = id;
    virtual.scrollToIndex(openAt);
  }, [id, openAt, virtual]);

  // The filter counts as well as the form: whoever was looking for somebody goes on there.
  useFormCursor(whole);

  /** Arrows open the neighbour, Enter goes from the list into the form. */
  function walk(event: KeyboardEvent): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Enter') return;
    event.preventDefault();
    if (step === 0 && openAt >= 0) return form.current?.querySelector<HTMLElement>('form input, form textarea')?.focus();
    const next = shown[Math.min(shown.length - 1, Math.max(0, openAt < 0 ? 0 : openAt + step))];
    if (next !== undefined) open(next.id);
  }

  return (
    <Group align="flex-start" wrap="nowrap" gap="md" ref={whole}>
      <Stack gap="xs" w="clamp(256px, 25vw, 340px)" style={{ flexShrink: 0 }}>
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={findBy}
            placeholder={findBy}
            value={filter}
            onChange={(event) => setFilter(event.currentTarget.value)}
            onKeyDown={walk}
            autoFocus={id === ''}
          />
          {mayAdd && <Button onClick={() => open(newId())}>{newLabel}</Button>}
        </Group>
        {tools}
        <Text size="xs" c="gray.7" role="status">
          {rows === undefined ? common('loading') : t('shown', { count: shown.length })}
        </Text>
        <Paper withBorder>
          {shown.length === 0 && rows !== undefined ? (
            <Text p="md" size="sm" c="gray.7">
              {rows.length === 0 ? emptyText : t('nothingFound')}
            </Text>
          ) : (
            <ScrollArea h="calc(100vh - 275px)" viewportRef={scroller} type="auto">
              <Box component="ul" aria-label={label} className={classes.list} h={virtual.getTotalSize()}>
                {virtual.getVirtualItems().map((item) => {
                  const row = shown[item.index];
                  if (row === undefined) return null;
                  return (
                    <li key={row.id} className={classes.item} style={{ height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}>
                      <UnstyledButton
                        className={classes.row}
                        aria-current={row.id === id}
                        onClick={() => open(row.id)}
                        onKeyDown={(event) => event.key !== 'Enter' && walk(event)}
                      >
                        <Group justify="space-between" wrap="nowrap" gap="xs">
                          <Text size="sm" fw={600} truncate>
                            {row.title}
                          </Text>
                          {row.badge !== undefined && row.badge !== '' && (
                            <Badge size="xs" variant="light" color="orange" style={{ flexShrink: 0 }}>
                              {row.badge}
                            </Badge>
                          )}
                        </Group>
                        <Text size="xs" c="gray.7" truncate>
                          {row.detail}
                        </Text>
                      </UnstyledButton>
                    </li>
                  );
                })}
              </Box>
            </ScrollArea>
          )}
        </Paper>
      </Stack>
      <Box flex={1} miw={0} ref={form}>
        {id === '' ? (
          <Text c="gray.7" pt="xs">
            {t('chooseOne')}
          </Text>
        ) : (
          children(id)
        )}
      </Box>
    </Group>
  );
}
