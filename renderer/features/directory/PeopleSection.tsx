import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../ui/session.tsx';
import { useMay } from '../../ui/may.tsx';
import { PersonForm } from './PersonForm.tsx';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordGate } from '../../ui/RecordGate.tsx';

/** The roster: who works here, in which roles, cleared for duty or not, with or without a PIN. */
export function PeopleSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const { people, departments } = useDesk();
  const may = useMay();
  const [withFormer, setWithFormer] = useState(false);
  const rows = useMemo(() => {
    const nameOf = new Map(departments.map((department) => [department.id, department.name]));
    return people
      .filter((one) => one.active || withFormer)
      .toSorted((left, right) => left.pinyin.localeCompare(right.pinyin))
      .map((one) => {
        const department = nameOf.get(one.departmentId) ?? '';
        return {
          id: one.id,
          title: one.name,
          detail: [department, one.title === '' ? one.roles.map((role) => common(`role.${role}`)).join(common('listSeparator')) : one.title]
            .filter((part) => part !== '')
            .join(' · '),
          badge: one.active ? (one.clearedForDuty ? '' : t('notCleared')) : t('former'),
          keys: [one.name, one.pinyin, one.initials, one.staffNumber, one.title, department].join(' ').toLowerCase(),
        };
      });
  }, [people, departments, withFormer, t, common]);

  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.people')}
      findBy={t('findBy.people')}
      rows={rows}
      newLabel={t('new.person')}
      emptyText={t('empty.people')}
      mayAdd={may('save-person')}
      tools={
        <Switch size="xs" label={t('withFormer')} checked={withFormer} onChange={(event) => setWithFormer(event.currentTarget.checked)} />
      }
    >
      {(openId) => (
        <RecordGate key={openId} table="people" id={openId}>
          {(content) => <PersonForm key={content.draft.id} id={openId} {...content} />}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}
