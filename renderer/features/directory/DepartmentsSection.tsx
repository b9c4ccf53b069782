import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../ui/session.tsx';
import { useMay } from '../../ui/may.tsx';
import { DepartmentForm } from './DepartmentForm.tsx';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordGate } from '../../ui/RecordGate.tsx';

/** Departments of both organisations, with their heads. */
export function DepartmentsSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const { departments, nameOf } = useDesk();
  const may = useMay();
  const rows = useMemo(
    () =>
      departments
        .toSorted((left, right) => left.organisation.localeCompare(right.organisation) || left.pinyin.localeCompare(right.pinyin))
        .map((department) => {
          const head = nameOf(department.headId);
          return {
            id: department.id,
            title: department.name,
            detail: [common(`organisation.${department.organisation}`), head].filter((part) => part !== '').join(' · '),
            badge: department.active ? (department.isAdministration ? t('administration') : '') : t('dissolved'),
            keys: [department.name, department.pinyin, department.initials, head].join(' ').toLowerCase(),
          };
        }),
    [departments, nameOf, t, common],
  );
  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.departments')}
      findBy={t('findBy.departments')}
      rows={rows}
      newLabel={t('new.department')}
      emptyText={t('empty.departments')}
      mayAdd={may('save-department')}
    >
      {(openId) => (
        <RecordGate key={openId} table="departments" id={openId}>
          {(content) => <DepartmentForm id={openId} {...content} />}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}
