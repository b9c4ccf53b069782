import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDateTimeHere } from '../../ui/format.ts';
import type { RefusedLines } from './refused-lines.ts';

/** Why entries never reach the safety copy, which and whose they are, and what can be done. */
export function RefusedList({ refused }: { refused: RefusedLines }) {
  const { t, i18n } = useTranslation('boot');
  const { first, count } = refused;
  return (
    <Stack gap={4}>
      <Text size="sm">{t('recover.refusedHelp')}</Text>
      <Stack gap={0} component="ul" m={0} aria-label={t('recover.refusedList')}>
        {first.map(({ sequence, at, actor, operation }) => (
          <Text key={sequence} size="sm" component="li">
            {t('recover.refusedLine', {
              sequence,
              at: formatDateTimeHere(at),
              actor,
              operation: i18n.t(`history:operation.${operation}`, { defaultValue: operation }),
            })}
          </Text>
        ))}
      </Stack>
      {count > first.length && <Text size="sm">{t('recover.refusedMore', { more: count - first.length })}</Text>}
    </Stack>
  );
}
