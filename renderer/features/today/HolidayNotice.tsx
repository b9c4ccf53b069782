import { Alert, Button, Group, Text } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { missingHolidayYear } from '../../../shared/domain/working-days.ts';
import { useDatabase } from '../../ui/session.tsx';

/** Says from November on that the next year's holiday table is missing, and leads to where it is imported (DOMAIN §14). */
export function HolidayNotice({ today }: { today: string }) {
  const { t } = useTranslation('today');
  const database = useDatabase();
  const [, go] = useLocation();
  const years = useLiveQuery(() => database.holidays.toArray(), [database]);
  const missing = years === undefined ? null : missingHolidayYear(today, years);
  if (missing === null) return null;
  return (
    <Alert color="orange" py="xs" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{t('holidayMissing', { year: missing })}</Text>
        <Button size="compact-sm" variant="default" onClick={() => go('/settings/holidays')} style={{ flexShrink: 0 }}>
          {t('holidayImport')}
        </Button>
      </Group>
    </Alert>
  );
}
