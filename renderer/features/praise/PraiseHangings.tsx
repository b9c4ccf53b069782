import { Button, Group, Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { praisedDepartments, type Hanging, type Praise } from '../../../shared/domain/praise-posting.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';

/** The original, or one department's copy. */
export interface HangingPlace {
  /** `''` = the original in the office. */
  departmentId: string;
  hung: Hanging | null;
}

export type HangingDialogName = 'postOriginal' | 'correctOriginal' | 'postCopy' | 'correctCopy' | 'takeDown';

/** Everything that hangs, must hang or hung: departments that are no longer praised keep their row. */
export function placesOf(praise: Praise): HangingPlace[] {
  const departments = [...new Set([...praisedDepartments(praise), ...praise.copies.map((copy) => copy.departmentId)])];
  return [
    { departmentId: '', hung: praise.original },
    ...departments.map((departmentId) => ({
      departmentId,
      hung: praise.copies.find((copy) => copy.departmentId === departmentId) ?? null,
    })),
  ];
}

interface PraiseHangingsProps {
  praise: Praise;
  /** @param of the department whose copy it is about, `''` for the original */
  open: (dialog: HangingDialogName, of: string) => void;
}

/** What hangs where, since when, and the step for each row. */
export function PraiseHangings({ praise, open }: PraiseHangingsProps) {
  const { t } = useTranslation('praise');
  const { departmentOf, nameOf } = useDesk();
  const may = useMay();
  const stands = praise.state !== 'cancelled';
  return (
    <Paper withBorder p="md">
      <Title order={2}>{t('hangings')}</Title>
      <Table verticalSpacing={6} fz="sm" aria-label={t('hangings')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={160}>{t('field.what')}</Table.Th>
            <Table.Th>{t('field.place')}</Table.Th>
            <Table.Th w={104}>{t('field.on')}</Table.Th>
            <Table.Th w={96}>{t('field.by')}</Table.Th>
            <Table.Th w={116}>{t('field.takenDownOn')}</Table.Th>
            <Table.Td w={176} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {placesOf(praise).map(({ departmentId, hung }) => {
            const department = departmentOf(departmentId);
            const isOriginal = departmentId === '';
            const mayPost = stands && may(isOriginal ? 'post-praise-original' : 'post-praise-copy');
            return (
              <Table.Tr key={departmentId}>
                <Table.Td fw={600}>{isOriginal ? t('originalRow') : t('copyRow', { department })}</Table.Td>
                <Table.Td>
                  {hung === null ? (
                    <Text size="sm" c="orange.9">
                      {t('notHung')}
                    </Text>
                  ) : (
                    hung.place
                  )}
                </Table.Td>
                <Table.Td>{hung?.on}</Table.Td>
                <Table.Td>{nameOf(hung?.by ?? '')}</Table.Td>
                <Table.Td>{hung?.takenDownOn}</Table.Td>
                <Table.Td>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    {mayPost && hung === null && (
                      <Button
                        size="compact-sm"
                        aria-label={isOriginal ? t('postOriginal') : t('postCopy', { department })}
                        onClick={() => open(isOriginal ? 'postOriginal' : 'postCopy', departmentId)}
                      >
                        {t('post')}
                      </Button>
                    )}
                    {stands && may('take-down-praise') && hung !== null && hung.takenDownOn === '' && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={isOriginal ? t('takeDownOriginal') : t('takeDownCopy', { department })}
                        onClick={() => open('takeDown', departmentId)}
                      >
                        {t('takeDown')}
                      </Button>
                    )}
                    {mayPost && hung !== null && (
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={isOriginal ? t('correctOriginal') : t('correctCopy', { department })}
                        onClick={() => open(isOriginal ? 'correctOriginal' : 'correctCopy', departmentId)}
                      >
                        {t('correctHanging')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
