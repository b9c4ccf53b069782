import { Box, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { ListPlace } from './list-place.ts';
import { isDialogOpen } from './open-dialog.ts';
import classes from './register-grid.module.css';

export interface GridColumn<Row> {
  key: string;
  header: string;
  /**
   * CSS grid track, e.g. `minmax(98px, 124px)` or `minmax(120px, 1fr)`. The least widths of a register come to 812px at most:
   * what a screen of 1366 × 768 shown at 125 % has for them. Every heading fits there, in two lines at most.
   */
  width: string;
  cell: (row: Row) => ReactNode;
}

interface RegisterGridProps<Row extends { id: string }> {
  label: string;
  columns: readonly GridColumn<Row>[];
  rows: readonly Row[];
  /** @param index where the row stands */
  onOpen: (row: Row, index: number) => void;
  /** Asked for when the end of what is loaded comes into sight. */
  onEnd: () => void;
  empty: string;
  /** Pixels of the window that other parts of the page take; the rows get the rest. */
  taken?: number;
  /** The row to begin with; otherwise the first. */
  begin?: ListPlace | null;
}

const ROW_HEIGHT = 36;
/** Pixels that an arrow key moves a register sideways on a screen too narrow for it. */
const SIDEWAYS = 120;
/** Pixels of the rows at least, however little the window leaves: then the page scrolls. */
const LEAST_HEIGHT = 220;

/** A register as a virtual grid: only the rows in sight exist. Arrow keys walk, Home and End jump, Enter opens; the
 * names of the columns go sideways with them where the screen is too narrow. */
export function RegisterGrid<Row extends { id: string }>({
  label,
  columns,
  rows,
  onOpen,
  onEnd,
  empty,
  taken = 236,
  begin = null,
}: RegisterGridProps<Row>) {
  const grid = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  // By its id: rows come and go while somebody walks. Without one it is the first, whichever that is.
  const [walked, setWalked] = useState(begin ?? { id: '', index: 0 });
  const found = rows.findIndex(({ id }) => id === walked.id);
  const active = found === -1 ? Math.max(0, Math.min(walked.index, rows.length - 1)) : found;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const height = `max(${LEAST_HEIGHT}px, calc(100vh - ${taken}px - var(--desk-above, 0px)))`;
  const template = columns.map((column) => column.width).join(' ');

  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 1) onEnd();
  }, [lastShown, rows.length, onEnd]);

  // Drawn after the page it stands on, it still is where the cursor is wanted, unless somebody has gone elsewhere.
  useEffect(() => {
    if (document.activeElement?.matches('body, main') === true && !isDialogOpen()) grid.current?.focus({ preventScroll: true });
  }, []);

  const [shown, setShown] = useState(begin === null);
  useEffect(() => {
    if (shown || found === -1) return;
    setShown(true);
    virtualizer.scrollToIndex(found);
  }, [shown, found, virtualizer]);

  function walkTo(index: number): void {
    setWalked({ id: rows[index]?.id ?? '', index });
  }

  function move(to: number): void {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    walkTo(index);
    virtualizer.scrollToIndex(index);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const page = Math.floor((scroller.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1;
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const sideways = { ArrowLeft: -SIDEWAYS, ArrowRight: SIDEWAYS }[event.key];
    const to = steps[event.key];
    const row = rows[active];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (sideways !== undefined) {
      scroller.current?.scrollBy({ left: sideways });
    } else if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault();
      onOpen(row, active);
    }
  }

  return (
    <Box className={classes.frame}>
      <div
        ref={grid}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        tabIndex={0}
        onKeyDown={onKeyDown}
        aria-activedescendant={rows[active] === undefined ? undefined : `row-${rows[active].id}`}
      >
        <div role="rowgroup" ref={head} className={classes.head}>
          <div role="row" aria-rowindex={1} className={classes.header} style={{ gridTemplateColumns: template }}>
            {columns.map((column) => (
              <div role="columnheader" key={column.key} className={classes.words}>
                {column.header}
              </div>
            ))}
          </div>
        </div>
        <div
          role="rowgroup"
          ref={scroller}
          className={classes.scroller}
          style={{ height }}
          onScroll={(event) => head.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
        >
          <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
            {items.map((item) => {
              const row = rows[item.index];
              if (row === undefined) return null;
              return (
                <div
                  key={row.id}
                  id={`row-${row.id}`}
                  role="row"
                  aria-rowindex={item.index + 2}
                  aria-selected={item.index === active}
                  className={classes.row}
                  style={{ gridTemplateColumns: template, transform: `translateY(${item.start}px)`, height: ROW_HEIGHT }}
                  onClick={() => {
                    walkTo(item.index);
                    onOpen(row, item.index);
                  }}
                >
                  {columns.map((column) => {
                    const content = column.cell(row);
                    return (
                      <div role="gridcell" key={column.key} className={typeof content === 'string' ? classes.words : classes.cell}>
                        {content}
                      </div>
                    );
                  })}
                </div>
              );
            })}
          </div>
        </div>
      </div>
      {rows.length === 0 && (
        <Text c="gray.7" p="lg" className={classes.empty}>
          {empty}
        </Text>
      )}
    </Box>
  );
}
