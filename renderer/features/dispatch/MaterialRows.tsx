import { ActionIcon, Button, Group, Input, Table, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { materialAmountFen } from '../../../shared/domain/dispatch-rules.ts';
import { formatYuan } from '../../../shared/domain/money.ts';
import { EMPTY_ROW, isEmptyRow, readMaterial, type WorkValues } from './work-values.ts';
import { YuanField } from '../../ui/YuanField.tsx';

/** Materials, one row each; the amount is reckoned. Enter in a row's last field adds the next row. */
export function MaterialRows({ form }: { form: UseFormReturnType<WorkValues> }) {
  const { t } = useTranslation('dispatch');
  const table = useRef<HTMLTableElement>(null);
  const [added, setAdded] = useState(0);
  const rows = form.values.materials;

  // A new row is made to be typed in.
  useEffect(() => {
    if (added > 0) table.current?.querySelector<HTMLInputElement>('tbody tr:last-of-type input')?.focus();
  }, [added]);

  function add(): void {
    form.setValues({ materials: [...rows, EMPTY_ROW] });
    setAdded(added + 1);
  }

  function onLastField(event: KeyboardEvent, index: number): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || index !== rows.length - 1) return;
    event.preventDefault();
    add();
  }

  return (
    <div>
      <Input.Label component="div" size="xs">
        {t('field.materials')}
      </Input.Label>
      {rows.length > 0 && (
        <Table ref={table} withRowBorders={false} verticalSpacing={2} horizontalSpacing={4} aria-label={t('field.materials')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('material')}</Table.Th>
              <Table.Th w={180}>{t('size')}</Table.Th>
              <Table.Th w={80}>{t('quantity')}</Table.Th>
              <Table.Th w={80}>{t('measure')}</Table.Th>
              <Table.Th w={120}>{t('price')}</Table.Th>
              <Table.Th w={110} ta="right">
                {t('amount')}
              </Table.Th>
              <Table.Td w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => {
              const material = isEmptyRow(row) ? null : readMaterial(row);
              const named = (label: string) => `${t('materialRow', { row: index + 1 })} ${label}`;
              return (
                <Table.Tr key={index} style={{ verticalAlign: 'top' }}>
                  <Table.Td>
                    <TextInput aria-label={named(t('material'))} {...form.getInputProps(`materials.${index}.name`)} />
                  </Table.Td>
                  <Table.Td>
                    <TextInput aria-label={named(t('size'))} {...form.getInputProps(`materials.${index}.size`)} />
                  </Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={named(t('quantity'))}
                      inputMode="decimal"
                      {...form.getInputProps(`materials.${index}.quantity`)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextInput aria-label={named(t('measure'))} {...form.getInputProps(`materials.${index}.measure`)} />
                  </Table.Td>
                  <Table.Td>
                    <YuanField
                      aria-label={named(t('price'))}
                      value={row.price}
                      onChange={(price) => form.setFieldValue(`materials.${index}.price`, price)}
                      error={form.errors[`materials.${index}.price`]}
                      onKeyDown={(event) => onLastField(event, index)}
                    />
                  </Table.Td>
                  <Table.Td ta="right" pt={6}>
                    <Text size="sm">{material === null ? '' : formatYuan(materialAmountFen(material))}</Text>
                  </Table.Td>
                  <Table.Td>
                    <ActionIcon
                      variant="subtle"
                      color="red.9"
                      aria-label={t('removeMaterial', { row: index + 1 })}
                      onClick={() => form.setValues({ materials: rows.filter((_row, at) => at !== index) })}
                    >
                      ×
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="sm" mt={4}>
        <Button size="compact-sm" variant="default" onClick={add}>
          {t('addMaterial')}
        </Button>
        {rows.length > 0 && (
          <Text size="sm" c="gray.7">
            {t('materialsHelp')}
          </Text>
        )}
      </Group>
    </div>
  );
}
