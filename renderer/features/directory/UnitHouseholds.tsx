import { Anchor, Badge, Group, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { householdsOfUnit } from '../../data/queries/directory.ts';
import { useDatabase } from '../../ui/session.tsx';

/** Who lives in the unit and who did, each a step away. */
export function UnitHouseholds({ unitId }: { unitId: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const database = useDatabase();
  const households = useLiveQuery(() => householdsOfUnit(database, unitId), [database, unitId]) ?? [];
  const inForce = households.some((household) => household.state === 'inForce');
  return (
    <Group gap="md">
      {households.map((household) => (
        <Group key={household.id} gap={4}>
          <Anchor href={`#/directory/households/${household.id}`} size="sm">
            {household.members.map((member) => member.name).join(common('listSeparator')) || t('noMembers')}
          </Anchor>
          {household.state !== 'inForce' && (
            <Badge size="xs" color={household.state === 'proposed' ? 'orange' : 'gray'}>
              {t(`stateName.${household.state}`)}
            </Badge>
          )}
        </Group>
      ))}
      {!inForce && (
        <Anchor href={`#/directory/households/${newId()}?unit=${unitId}`} size="sm">
          {t('new.household')}
        </Anchor>
      )}
      {households.length === 0 && (
        <Text size="sm" c="gray.7">
          {t('nobodyHere')}
        </Text>
      )}
    </Group>
  );
}
