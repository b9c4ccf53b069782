import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isOverdue, localDateOf } from '../../../shared/domain/due-time.ts';
import type { DeskPromise } from '../../../shared/domain/promise.ts';
import { readToday } from '../../data/queries/today.ts';
import { formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { OpenItems, type OpenItem } from './OpenItems.tsx';

const MINUTE_MS = 60_000;

/** Everything that waits for the desk, overdue first; Enter opens. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'reception', 'letters', 'coordination', 'common']);
  const { session, settings, departments } = useDesk();
  const [, go] = useLocation();
  const [minute, setMinute] = useState(0);
  const { zone } = settings.desk;

  // What is not overdue now may be in a minute.
  useEffect(() => {
    const timer = setInterval(() => setMinute((known) => known + 1), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);

  const now = session.clock.now();
  const today = localDateOf(now, zone);
  const board = useLiveQuery(() => readToday(session.database, now, today), [session.database, minute, today]);
  if (board === undefined) return null;

  const due = (at: string) => (at === '' ? t('waits') : formatShortTime(at, now, zone));
  const departmentName = (id: string) => departments.find((one) => one.id === id)?.name ?? '';
  const promiseItem = (promise: DeskPromise): OpenItem => ({
    id: promise.id,
    path: `/reception/${promise.sourceId}`,
    when: due(promise.dueAt),
    overdue: isOverdue(promise.dueAt, now),
    badge: t(`reception:promise.${promise.kind}`),
    title: [promise.kind === 'message' ? t('reception:promise.for', { name: promise.forName }) : '', promise.unit, promise.customer]
      .filter((part) => part !== '')
      .join(' · '),
    text: promise.about,
  });

  const sections: { key: 'promises' | 'messages' | 'complaints' | 'letters' | 'forms'; items: OpenItem[] }[] = [
    { key: 'promises', items: board.promises.filter((promise) => promise.kind !== 'message').map(promiseItem) },
    { key: 'messages', items: board.promises.filter((promise) => promise.kind === 'message').map(promiseItem) },
    {
      key: 'complaints',
      items: board.complaints.map((entry) => ({
        id: entry.id,
        path: `/reception/${entry.id}`,
        when: formatShortTime(entry.occurredAt, now, zone),
        overdue: false,
        badge: entry.number,
        title: [entry.unit, entry.customer].filter((part) => part !== '').join(' · '),
        text: entry.content,
      })),
    },
    {
      key: 'letters',
      items: board.letters.map(({ letter, step }) => ({
        id: letter.id,
        path: `/letters/${letter.id}`,
        when: letter.replyDueOn === '' ? formatShortTime(letter.receivedAt, now, zone) : letter.replyDueOn,
        overdue: letter.replyDueOn !== '' && letter.replyDueOn < today,
        badge: t(`letters:step.${step}`),
        title: [letter.number, letter.sender, letter.unit].filter((part) => part !== '').join(' · '),
        text: letter.subject === '' ? letter.summary : letter.subject,
      })),
    },
    {
      key: 'forms',
      items: board.forms.map(({ form, warnings }) => ({
        id: form.id,
        path: `/coordination/${form.id}`,
        when: form.dueOn,
        overdue: warnings.length > 0,
        badge: warnings.length > 0 ? warnings.map((warning) => t(warning)).join(' · ') : t(`coordination:stateName.${form.state}`),
        title: [form.number, departmentName(form.departmentId), form.unit].filter((part) => part !== '').join(' · '),
        text: form.subject,
      })),
    },
  ];
  const nothing = sections.every((section) => section.items.length === 0);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>
          {t('title')}{' '}
          <Text span c="gray.7">
            {today}
          </Text>
        </Title>
        {!nothing && (
          <Text size="sm" c="gray.7">
            {t('openHint')}
          </Text>
        )}
      </Group>
      {nothing ? (
        <Paper withBorder p="xl">
          <Text>{t('greetingEmpty')}</Text>
        </Paper>
      ) : (
        <SimpleGrid cols={2} spacing="sm">
          {sections
            .filter((section) => section.items.length > 0)
            .map((section) => (
              <Section key={section.key} title={t(section.key)} count={section.items.length}>
                <OpenItems label={t(section.key)} items={section.items} onOpen={(item) => go(item.path)} />
              </Section>
            ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Section({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" mb={4}>
        <Title order={2}>{title}</Title>
        <Badge variant="light" color="gray" c="gray.8">
          {count}
        </Badge>
      </Group>
      {children}
    </Paper>
  );
}
