import { Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals, materialAmountFen } from '../../../shared/domain/dispatch-rules.ts';
import { formatQuantity, formatYuan } from '../../../shared/domain/money.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';

/** Materials, labour, what is due, received, waived and open. Nothing to show before the work is done. */
export function OrderMoney({ order }: { order: DispatchOrder }) {
  const { t } = useTranslation('dispatch');
  const { settings, nameOf } = useDesk();
  const totals = dispatchTotals(order);
  if (order.finishedAt === '') return null;
  const { payment } = order;
  const paid = [
    payment.means === '' ? '' : t(`means.${payment.means}`),
    payment.receiptNumber,
    formatDateTime(payment.receivedAt, settings.desk.zone),
    nameOf(payment.collectedBy),
  ];
  const lines: [string, string, string][] = [
    [t('field.labourFen'), formatYuan(order.labourFen), ''],
    [t('field.total'), formatYuan(totals.totalFen), order.charge === 'paid' ? '' : t(`charge.${order.charge}`)],
    ...(order.quoteFen > 0
      ? ([[t('field.quoteFen'), formatYuan(order.quoteFen), order.quoteAgreedBy]] satisfies [string, string, string][])
      : []),
    ...(order.waivedFen > 0
      ? ([[t('field.waivedFen'), formatYuan(order.waivedFen), joined([nameOf(order.waivedBy), order.waivedReason])]] satisfies [
          string,
          string,
          string,
        ][])
      : []),
    [t('field.due'), formatYuan(totals.dueFen), ''],
    [t('field.receivedFen'), formatYuan(payment.receivedFen), joined(paid)],
    ...(totals.openFen > 0 ? ([[t('field.open'), formatYuan(totals.openFen), '']] satisfies [string, string, string][]) : []),
  ];
  return (
    <Paper withBorder p="md">
      <Title order={2} mb={4}>
        {t('moneyTitle')}
      </Title>
      <Group align="flex-start" gap="xl">
        <Stack flex={1} gap={0}>
          {order.materials.length === 0 ? (
            <Text size="sm" c="gray.7">
              {t('noMaterials')}
            </Text>
          ) : (
            <MaterialTable order={order} />
          )}
        </Stack>
        <Table fz="sm" w={420} verticalSpacing={2} withRowBorders={false} aria-label={t('moneyTitle')}>
          <Table.Tbody>
            {lines.map(([label, amount, more]) => (
              <Table.Tr key={label}>
                <Table.Td w={90}>{label}</Table.Td>
                <Table.Td w={110} ta="right" fw={600}>
                  {amount}
                </Table.Td>
                <Table.Td c="gray.7">{more}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Group>
    </Paper>
  );
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function MaterialTable({ order }: { order: DispatchOrder }) {
  const { t } = useTranslation('dispatch');
  return (
    <Table fz="sm" verticalSpacing={2} aria-label={t('field.materials')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('material')}</Table.Th>
          <Table.Th ta="right">{t('quantity')}</Table.Th>
          <Table.Th ta="right">{t('price')}</Table.Th>
          <Table.Th ta="right">{t('amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {order.materials.map((material, index) => (
          <Table.Tr key={index}>
            <Table.Td>{joined([material.name, material.size])}</Table.Td>
            <Table.Td ta="right">{`${formatQuantity(material.quantityThousandths)} ${material.measure}`}</Table.Td>
            <Table.Td ta="right">{formatYuan(material.priceFen)}</Table.Td>
            <Table.Td ta="right">{formatYuan(materialAmountFen(material))}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
