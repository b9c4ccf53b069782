import { Button, Group, Input, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PraiseInput } from '../../../shared/domain/praise-posting.ts';
import { AddPerson, ChooseDepartment } from '../../ui/choose.tsx';
import { useDesk } from '../../ui/session.tsx';

type Employee = PraiseInput['employees'][number];

interface PraisedFieldsProps {
  employees: readonly Employee[];
  onChange: (employees: Employee[]) => void;
}

/** The praised employees, each with the department a copy must hang in; who is not on the roster is named by hand. */
export function PraisedFields({ employees, onChange }: PraisedFieldsProps) {
  const { t } = useTranslation('praise');
  const { people } = useDesk();
  const change = (at: number, next: Partial<Employee>) =>
    onChange(employees.map((employee, index) => (index === at ? { ...employee, ...next } : employee)));

  function add(personId: string): void {
    const person = people.find((one) => one.id === personId);
    if (person !== undefined) onChange([...employees, { personId, name: person.name, departmentId: person.departmentId }]);
  }

  return (
    <Input.Wrapper label={t('field.employees')} labelElement="div" description={t('employeesHelp')}>
      <Stack gap={6} mt={4} role="group" aria-label={t('field.employees')}>
        {employees.map((employee, index) => (
          // The order of the rows is the only name a nameless person has.
          // oxlint-disable-next-line react/no-array-index-key
          <Group key={`${employee.personId}/${index}`} gap="sm" wrap="nowrap">
            {employee.personId === '' ? (
              <TextInput
                aria-label={t('employeeName')}
                placeholder={t('employeeName')}
                w={160}
                value={employee.name}
                onChange={(event) => change(index, { name: event.currentTarget.value })}
              />
            ) : (
              <Text size="sm" fw={600} w={160}>
                {employee.name}
              </Text>
            )}
            <ChooseDepartment
              aria-label={t('employeeDepartment', { name: employee.name })}
              placeholder={t('field.departments')}
              w={200}
              value={employee.departmentId}
              onChange={(departmentId) => change(index, { departmentId })}
            />
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={t('removeEmployee', { name: employee.name })}
              onClick={() => onChange(employees.filter((_one, at) => at !== index))}
            >
              ×
            </Button>
          </Group>
        ))}
        <Group gap="sm">
          <AddPerson
            aria-label={t('addEmployee')}
            placeholder={t('addEmployee')}
            w={240}
            added={employees.map(({ personId }) => personId)}
            onAdd={add}
          />
          <Button
            variant="default"
            size="compact-md"
            onClick={() => onChange([...employees, { personId: '', name: '', departmentId: '' }])}
          >
            {t('addOutside')}
          </Button>
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
