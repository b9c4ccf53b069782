import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { mayRework } from '../../../shared/domain/dispatch-steps.ts';
import { FOLLOW_UP_MARKS, type FollowUp } from '../../../shared/domain/follow-up.ts';
import { formatDateTime } from '../../ui/format.ts';
import { LinkList } from '../../ui/LinkList.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';

interface FollowUpListProps {
  order: DispatchOrder;
  followUps: readonly FollowUp[];
  /** Opens a rework that this follow-up asks for. */
  rework: (followUpId: string) => void;
}

/** The order's follow-ups and spot checks, oldest first. */
export function FollowUpList({ order, followUps, rework }: FollowUpListProps) {
  const may = useMay();
  const { t } = useTranslation('dispatch');
  if (followUps.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Title order={2} mb={4}>
        {t('followUps')}
      </Title>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('followUps')}>
        {followUps.map((followUp) => (
          <li key={followUp.id}>
            <FollowUpRow followUp={followUp} />
            {followUp.overall === 'notSatisfied' && followUp.reworkOrderId === '' && mayRework(order) && may('issue-dispatch-order') && (
              <Button size="compact-xs" mt={4} onClick={() => rework(followUp.id)}>
                {t('followUpRework')}
              </Button>
            )}
          </li>
        ))}
      </Stack>
    </Paper>
  );
}

function FollowUpRow({ followUp }: { followUp: FollowUp }) {
  const { t } = useTranslation(['dispatch', 'common']);
  const { settings, people } = useDesk();
  const marks = FOLLOW_UP_MARKS.flatMap((mark) => {
    const given = followUp.marks[mark];
    return given === '' ? [] : [`${t(`mark.${mark}`)} ${t(`common:${given}`)}`];
  });
  const who = [
    followUp.means === '' ? '' : t(`means.${followUp.means}`),
    followUp.spokenTo,
    followUp.outcome === '' ? '' : t(`outcome.${followUp.outcome}`),
  ].filter((part) => part !== '');
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {followUp.number}
        </Text>
        <Text size="sm">{formatDateTime(followUp.at, settings.desk.zone)}</Text>
        <Text size="sm">{who.join(' · ')}</Text>
        {followUp.overall !== '' && (
          <Badge
            size="sm"

            variant={followUp.overall === 'notSatisfied' ? 'filled' : 'light'}
            color={followUp.overall === 'notSatisfied' ? 'red.9' : 'gray'}
            c={followUp.overall === 'notSatisfied' ? undefined : 'gray.8'}
          >
            {t(`overall.${followUp.overall}`)}
          </Badge>
        )}
        {followUp.spotCheck && (
          <Badge size="sm" variant="outline" color="gray.8">
            {[t('followUpSpot'), followUp.agreesWithDepartment === '' ? '' : t(`agreesWithDepartment.${followUp.agreesWithDepartment}`)]
              .filter((part) => part !== '')
              .join(' · ')}
          </Badge>
        )}
        <Text size="sm" c="gray.7">
          {t('trailBy', { name: people.find((one) => one.id === followUp.by)?.name ?? '' })}
        </Text>
        {followUp.reworkOrderId !== '' && (
          <LinkList links={[{ table: 'dispatchOrders', id: followUp.reworkOrderId, number: followUp.reworkOrderNumber }]} />
        )}
      </Group>
      {marks.length > 0 && (
        <Text size="sm" c="gray.7">
          {marks.join(' · ')}
        </Text>
      )}
      {followUp.opinion !== '' && <Text size="sm">{followUp.opinion}</Text>}
    </Stack>
  );
}
