import { Badge, Group, Text } from '@mantine/core';
import { useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './open-items.module.css';

export interface OpenItem {
  id: string;
  path: string;
  when: string;
  overdue: boolean;
  badge: string;
  title: string;
  text: string;
}

interface OpenItemsProps {
  label: string;
  items: readonly OpenItem[];
  onOpen: (item: OpenItem) => void;
}

/** A list of open items: arrow keys walk, Enter opens, overdue ones stand out. */
export function OpenItems({ label, items, onOpen }: OpenItemsProps) {
  const { t } = useTranslation('common');
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <ul ref={list} className={classes.list} aria-label={label} onKeyDown={onKeyDown}>
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" className={classes.item} onClick={() => onOpen(item)}>
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Text span size="sm" fw={600} truncate>
                {item.title}
              </Text>
              <Group gap={6} wrap="nowrap" style={{ flexShrink: 0 }}>
                {item.overdue && (
                  <Badge size="sm" color="red.9" variant="filled">
                    {t('overdue')}
                  </Badge>
                )}
                <Text span size="xs" c={item.overdue ? 'red.9' : 'gray.7'} style={{ whiteSpace: 'nowrap' }}>
                  {item.when}
                </Text>
              </Group>
            </Group>
            {/* The step stands with the longer text below: beside the title it would leave neither of them room. */}
            <Group gap="xs" wrap="nowrap" justify="space-between">
              <Text span size="sm" c="gray.7" truncate ta="left">
                {item.text}
              </Text>
              <Badge size="sm" variant="light" color="gray" c="gray.8" maw="70%" style={{ flexShrink: 0 }}>
                {item.badge}
              </Badge>
            </Group>
          </button>
        </li>
      ))}
    </ul>
  );
}
