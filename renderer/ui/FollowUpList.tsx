import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FOLLOW_UP_MARKS, type FollowUp } from '../../shared/domain/follow-up.ts';
import { formatDateTime } from './format.ts';
import { LinkList } from './LinkList.tsx';
import { useDesk } from './session.tsx';

interface FollowUpListProps {
  followUps: readonly FollowUp[];
  /** Opens a rework that a follow-up asks for; without it none is offered. */
  rework?: ((followUpId: string) => void) | undefined;
}

/** The follow-ups and spot checks of an order or a form, oldest first. */
export function FollowUpList({ followUps, rework }: FollowUpListProps) {
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
            {followUp.overall === 'notSatisfied' && followUp.reworkOrderId === '' && rework !== undefined && (
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
  const { settings, nameOf } = useDesk();
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
          {t('trailBy', { name: nameOf(followUp.by) })}
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
