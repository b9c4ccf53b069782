import { Group, Stack, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { OPEN_DISPATCH_STATES, sentTo, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchDueNow, pausedSince } from '../../../shared/domain/dispatch-rules.ts';
import { openOrders } from '../../data/queries/dispatch-orders.ts';
import { formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { useMinute } from '../../ui/use-now.ts';
import classes from './dispatch-board.module.css';
import { UrgencyBadge, WarningBadges } from './OrderBadges.tsx';
import { placeOf } from './order-words.ts';

/** Columns of cards; a card is found by column and place in it. */
function cardsOf(board: HTMLElement | null): HTMLElement[][] {
  return [...(board?.querySelectorAll('ul') ?? [])].map((list) => [...list.querySelectorAll('button')]);
}

/** The card an arrow key leads to from the one that has the focus; columns without cards are passed over. */
function nextCard(columns: HTMLElement[][], key: string): HTMLElement | undefined {
  const column = columns.findIndex((cards) => cards.some((card) => card === document.activeElement));
  const cards = columns[column] ?? [];
  const row = cards.findIndex((card) => card === document.activeElement);
  if (key === 'ArrowDown') return cards[row + 1];
  if (key === 'ArrowUp') return cards[row - 1];
  if (key === 'Home') return columns.find((one) => one.length > 0)?.[0];
  const way = key === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, Math.max(0, column)).reverse();
  const next = way.find((one) => one.length > 0);
  return next?.[Math.min(row, next.length - 1)];
}

const KEYS = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home'];

/** Open orders by state. One stop for the Tab key: arrow keys walk the cards, Enter opens. */
export function DispatchBoard() {
  const { t } = useTranslation('dispatch');
  const { session } = useDesk();
  const board = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState('');
  const orders = useLiveQuery(() => openOrders(session.database), [session.database]);

  // What is in time now may be late in a minute.
  useMinute();

  if (orders === undefined) return null;
  const shown = OPEN_DISPATCH_STATES.map((state) => ({ state, orders: orders.filter((order) => order.state === state) }));
  const reachable = orders.some((order) => order.id === active) ? active : shown.flatMap((column) => column.orders)[0]?.id;

  function onKeyDown(event: KeyboardEvent): void {
    if (!KEYS.includes(event.key)) return;
    const next = nextCard(cardsOf(board.current), event.key);
    event.preventDefault();
    next?.focus();
  }

  return (
    <Stack gap={4}>
      <Text size="sm" c="gray.7">
        {t(orders.length === 0 ? 'board.empty' : 'board.hint')}
      </Text>
      <div ref={board} className={classes.board} role="group" aria-label={t('board.label')} onKeyDown={onKeyDown}>
        {shown.map(({ state, orders: column }) => {
          const title = t('board.column', { state: t(`stateName.${state}`), count: column.length });
          return (
            <section key={state} className={classes.column}>
              <Text component="h2" size="sm" fw={600} m={0} mb={6}>
                {title}
              </Text>
              <ul className={classes.cards} aria-label={title}>
                {column.map((order) => (
                  <li key={order.id}>
                    <OrderCard order={order} reachable={order.id === reachable} onFocus={() => setActive(order.id)} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </Stack>
  );
}

interface OrderCardProps {
  order: DispatchOrder;
  reachable: boolean;
  onFocus: () => void;
}

function OrderCard({ order, reachable, onFocus }: OrderCardProps) {
  const { t } = useTranslation('dispatch');
  const { session, settings, departmentOf } = useDesk();
  const [, go] = useLocation();
  const now = session.clock.now();
  const paused = pausedSince(order);
  const due = paused === '' ? dispatchDueNow(order, now) : '';
  return (
    <button
      type="button"
      className={classes.card}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={() => go(`/dispatch/${order.id}`)}
    >
      <Group gap={4} justify="space-between">
        <Text span size="sm" fw={600}>
          {placeOf(order)}
        </Text>
        <Text span size="xs" c="gray.7">
          {order.trade === '' ? '' : t(`trade.${order.trade}`)}
        </Text>
      </Group>
      <Text span size="sm" lineClamp={2}>
        {order.content}
      </Text>
      <Text span size="xs" c="gray.7" display="block">
        {[order.number, sentTo(order, departmentOf)].filter((part) => part !== '').join(' · ')}
      </Text>
      <Group gap={4}>
        <UrgencyBadge order={order} size="sm" />
        <WarningBadges order={order} now={now} size="sm" />
        {paused !== '' && (
          <Text span size="xs" c="gray.7">
            {t('board.since', { at: formatShortTime(paused, now, settings.desk.zone) })}
          </Text>
        )}
        {due !== '' && (
          <Text span size="xs" c={due < now ? 'red.9' : 'gray.7'}>
            {t('board.due', { at: formatShortTime(due, now, settings.desk.zone) })}
          </Text>
        )}
      </Group>
    </button>
  );
}
