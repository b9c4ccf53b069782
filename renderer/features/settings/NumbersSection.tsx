import { NumberInput, Table, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { formatNumber, numberFormatSchema, REGISTERS } from '../../../shared/domain/number-series.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { useDesk } from '../../ui/session.tsx';
import { SettingsForm } from './SettingsForm.tsx';

const schema = z.object({ numbers: z.record(z.enum(REGISTERS), numberFormatSchema) });

/** Prefix and width of each register's numbers. A change holds for the next number; those given keep their text. */
export function NumbersSection() {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session, settings } = useDesk();
  const year = Number(localDateOf(session.clock.now(), settings.desk.zone).slice(0, 4));
  return (
    <SettingsForm
      title={t('section.numbers')}
      part="numbers"
      schema={schema}
      read={({ numbers }) => ({ numbers })}
      write={(old, { numbers }) => ({ ...old, numbers })}
      rules={{
        numbers: Object.fromEntries(
          REGISTERS.map((register) => [register, { prefix: (prefix: string) => (prefix.trim() === '' ? common('required') : null) }]),
        ),
      }}
    >
      {(form) => (
        <>
          <Text size="sm" c="gray.7">
            {t('numbersHelp')}
          </Text>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('register')}</Table.Th>
                <Table.Th>{t('prefix')}</Table.Th>
                <Table.Th>{t('digits')}</Table.Th>
                <Table.Th>{t('example')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {REGISTERS.map((register) => {
                const format = form.values.numbers[register];
                const parts = { year, desk: settings.desk.code, serial: 12, severalDesks: settings.desk.severalDesks };
                return (
                  <Table.Tr key={register}>
                    <Table.Td>{t(`registers.${register}`)}</Table.Td>
                    <Table.Td>
                      <TextInput
                        size="xs"
                        w={110}
                        maxLength={10}
                        aria-label={`${t(`registers.${register}`)}: ${t('prefix')}`}
                        {...form.getInputProps(`numbers.${register}.prefix`)}
                      />
                    </Table.Td>
                    <Table.Td>
                      {register !== 'reply' && (
                        <NumberInput
                          size="xs"
                          w={80}
                          min={1}
                          max={9}
                          clampBehavior="strict"
                          aria-label={`${t(`registers.${register}`)}: ${t('digits')}`}
                          {...form.getInputProps(`numbers.${register}.digits`)}
                        />
                      )}
                    </Table.Td>
                    <Table.Td>{formatNumber(register, { prefix: format.prefix, digits: Number(format.digits) || 1 }, parts)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </>
      )}
    </SettingsForm>
  );
}
