import { Paper, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';

/** Every hop: when, what, from whom to whom, with what opinion, entered by whom. In the order of time, urging among the rest. */
export function OrderTrail({ order }: { order: DispatchOrder }) {
  const { t } = useTranslation('dispatch');
  const { settings, nameOf } = useDesk();
  const hops = order.hops.toSorted((left, right) => left.at.localeCompare(right.at));
  return (
    <Paper withBorder p="md">
      <Title order={2} mb={4}>
        {t('trail')}
      </Title>
      <Table fz="sm" verticalSpacing={4} aria-label={t('trail')}>
        <Table.Tbody>
          {hops.map((hop, index) => (
            <Table.Tr key={index}>
              <Table.Td w={140} style={{ whiteSpace: 'nowrap' }}>
                {formatDateTime(hop.at, settings.desk.zone)}
              </Table.Td>
              <Table.Td w={120} fw={600}>
                {t(`hop.${hop.action}`)}
              </Table.Td>
              <Table.Td w={250}>{[hop.from, hop.to].filter((part) => part !== '').join(' → ')}</Table.Td>
              <Table.Td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{hop.opinion}</Table.Td>
              <Table.Td w={130} c="gray.7">
                {t('trailBy', { name: nameOf(hop.by) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
