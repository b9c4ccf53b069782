import { Anchor, Group } from '@mantine/core';
import type { Link } from '../../shared/domain/fields.ts';
import { NUMBERED_PAGES } from '../data/queries/find-by-number.ts';

const PATHS: Record<string, string> = NUMBERED_PAGES;

/** Numbers of linked records, each opening its own. */
export function LinkList({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <Group gap="xs" component="span">
      {links.map((to) => (
        <Anchor key={to.id} href={`#${PATHS[to.table] ?? ''}/${to.id}`} size="sm">
          {to.number}
        </Anchor>
      ))}
    </Group>
  );
}
