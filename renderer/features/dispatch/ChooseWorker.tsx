import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChooseDepartment, ChoosePerson } from '../../ui/choose.tsx';
import { useDesk } from '../../ui/session.tsx';

interface Sent {
  departmentId: string;
  worker: string;
  workerId: string;
}

interface ChooseWorkerProps {
  value: Sent;
  onChange: (sent: Sent) => void;
  help?: string;
  required?: boolean;
  /** What is wrong with the department, in words. */
  error?: string | undefined;
}

/** Department, and a worker from its roster, or a team or outside worker in words. */
export function ChooseWorker({ value: sent, onChange, help, required = false, error }: ChooseWorkerProps) {
  const { t } = useTranslation('dispatch');
  const { people } = useDesk();
  const { departmentId, worker, workerId } = sent;
  return (
    <SimpleGrid cols={3} spacing="sm">
      <ChooseDepartment
        label={t('field.department')}
        description={help}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        withAsterisk={required}
        value={departmentId}
        error={error}
        onChange={(next) => onChange({ departmentId: next, worker: workerId === '' ? worker : '', workerId: '' })}
        data-autofocus={required ? true : undefined}
      />
      <ChoosePerson
        label={t('field.worker')}
        among={(person) => departmentId === '' || person.departmentId === departmentId}
        value={workerId}
        onChange={(id) => {
          const chosen = people.find((person) => person.id === id);
          onChange({
            departmentId: departmentId === '' ? (chosen?.departmentId ?? '') : departmentId,
            worker: chosen?.name ?? '',
            workerId: id,
          });
        }}
      />
      <TextInput
        label={t('field.otherWorker')}
        value={workerId === '' ? worker : ''}
        onChange={(event) => onChange({ departmentId, worker: event.currentTarget.value, workerId: '' })}
      />
    </SimpleGrid>
  );
}
