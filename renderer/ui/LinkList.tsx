import { Anchor, Group } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../shared/domain/fields.ts';
import { NUMBERED_PAGES } from '../data/queries/find-by-number.ts';
import { useDatabase } from './session.tsx';

const PATHS: Record<string, string> = NUMBERED_PAGES;

/** Numbers of linked records, each opening its own. */
export function LinkList({ links }: { links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <Group gap="xs" component="span">
      {links.map((to) => (
        <Anchor key={to.id} href={`#${PATHS[to.table] ?? ''}/${to.id}`} size="sm">
          {to.number === '' ? <ReplyName id={to.id} /> : to.number}
        </Anchor>
      ))}
    </Group>
  );
}

/** What a reply is called that had no number yet when it was linked: the one it was given since, or where it stands without. */
function ReplyName({ id }: { id: string }) {
  const { t } = useTranslation(['common', 'replies']);
  const database = useDatabase();
  const reply = useLiveQuery(() => database.replies.get(id), [database, id]);
  if (reply === undefined) return t('replyLink');
  return reply.number === '' ? t('replyLinkIn', { state: t(`replies:stateName.${reply.state}`) }) : reply.number;
}
