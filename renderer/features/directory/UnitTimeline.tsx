import { Badge, Chip, Group, Input, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Unit } from '../../../shared/domain/property.ts';
import { readUnitTimeline, TIMELINE_KINDS, type TimelineEvent, type TimelineKind } from '../../data/queries/unit-timeline.ts';
import { formatDateTime } from '../../ui/format.ts';
import { RegisterGrid, type GridColumn } from '../../ui/RegisterGrid.tsx';
import { useDesk } from '../../ui/session.tsx';
import { timelineText } from './timeline-text.ts';

const nothingMore = () => undefined;

/** Everything that happened at the unit, newest first; each opens with Enter (DOMAIN §9). */
export function UnitTimeline({ unit }: { unit: Pick<Unit, 'id' | 'names'> }) {
  const { t, i18n } = useTranslation(['directory', 'reception', 'letters', 'coordination', 'praise']);
  const { session, settings } = useDesk();
  const [, go] = useLocation();
  const [chosen, setChosen] = useState<TimelineKind[]>([]);
  const names = unit.names.join('\n');
  const events = useLiveQuery(
    () => readUnitTimeline(session.database, { id: unit.id, names: names.split('\n') }),
    [session.database, unit.id, names],
  );
  const kinds = useMemo(() => TIMELINE_KINDS.filter((kind) => events?.some((event) => event.kind === kind)), [events]);
  const shown = useMemo(() => (events ?? []).filter((event) => chosen.length === 0 || chosen.includes(event.kind)), [events, chosen]);
  if (events === undefined) return null;

  const columns: GridColumn<TimelineEvent>[] = [
    { key: 'at', header: t('timeline.at'), width: 'minmax(121px, 132px)', cell: (event) => formatDateTime(event.at, settings.desk.zone) },
    {
      key: 'kind',
      header: t('timeline.kindLabel'),
      width: 'minmax(102px, 110px)',
      cell: (event) => (
        <Badge size="sm" variant="light" color="gray" c="gray.8">
          {timelineText(i18n, event).kind}
        </Badge>
      ),
    },
    { key: 'number', header: t('timeline.number'), width: 'minmax(116px, 132px)', cell: (event) => event.number },
    { key: 'what', header: t('timeline.what'), width: 'minmax(66px, 1fr)', cell: (event) => timelineText(i18n, event).what },
    { key: 'state', header: t('field.state'), width: 'minmax(80px, 104px)', cell: (event) => timelineText(i18n, event).state },
  ];
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2}>{t('timeline.title')}</Title>
        {kinds.length > 1 && (
          <Input.Wrapper label={t('timeline.filter')} labelElement="div">
            <Chip.Group<true> multiple value={chosen} onChange={(next) => setChosen(TIMELINE_KINDS.filter((kind) => next.includes(kind)))}>
              <Group gap={6} role="group" aria-label={t('timeline.filter')} mt={2}>
                {kinds.map((kind) => (
                  <Chip key={kind} value={kind} size="xs" radius="sm">
                    {t('timeline.counted', {
                      kind: t(`timeline.kinds.${kind}`),
                      count: events.filter((event) => event.kind === kind).length,
                    })}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
        )}
        <RegisterGrid
          label={t('timeline.title')}
          columns={columns}
          rows={shown}
          onOpen={(event) => go(event.path)}
          onEnd={nothingMore}
          empty={t('timeline.empty')}
          taken={620}
        />
      </Stack>
    </Paper>
  );
}
