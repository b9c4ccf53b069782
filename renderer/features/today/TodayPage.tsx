import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useMinute } from '../../ui/use-now.ts';
import { HolidayNotice } from './HolidayNotice.tsx';
import { OpenItems } from './OpenItems.tsx';
import { RecoveryCodeNotice } from './RecoveryCodeNotice.tsx';
import { useTodayMoment } from './today-section.ts';
import { useDeskSections } from './use-desk-sections.ts';
import { useDispatchSections } from './use-dispatch-sections.ts';
import { usePraiseSections } from './use-praise-sections.ts';
import { useReplySections } from './use-reply-sections.ts';
import { useUnfinishedSection } from './use-unfinished-section.ts';

/** Everything that waits for the desk, overdue first; Enter opens. */
export function TodayPage() {
  const { t } = useTranslation('today');
  const [, go] = useLocation();
  const minute = useMinute();
  const moment = useTodayMoment();
  const desk = useDeskSections(moment, minute);
  const dispatch = useDispatchSections(moment, minute);
  const replies = useReplySections(moment, minute);
  const praise = usePraiseSections(moment, minute);
  const unfinished = useUnfinishedSection(moment);

  if (desk === undefined || dispatch === undefined || replies === undefined || praise === undefined || unfinished === undefined)
    return null;
  const sections = [...desk, ...dispatch, ...replies, ...praise, unfinished].filter((section) => section.items.length > 0);
  const nothing = sections.length === 0;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>
          {t('title')}{' '}
          <Text span c="gray.7">
            {moment.today}
          </Text>
        </Title>
        {!nothing && (
          <Text size="sm" c="gray.7">
            {t('openHint')}
          </Text>
        )}
      </Group>
      <HolidayNotice today={moment.today} />
      <RecoveryCodeNotice />
      {nothing ? (
        <Paper withBorder p="xl">
          <Text>{t('greetingEmpty')}</Text>
        </Paper>
      ) : (
        <SimpleGrid cols={2} spacing="sm">
          {sections.map((section) => (
            <Section key={section.key} title={section.title} count={section.items.length}>
              <OpenItems label={section.title} items={section.items} onOpen={(item) => go(item.path)} />
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
