import { Alert } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changedMeanwhile, type Meanwhile } from './changed-meanwhile.ts';
import { tellingFields, typedFieldLabel, valueText } from './history-words.ts';
import { useDesk } from './session.tsx';

/** Says above a half-filled change what somebody else has put into the same fields since they were typed. */
export function ChangedMeanwhile(props: Meanwhile) {
  const { t, i18n } = useTranslation(['common', 'history']);
  const { people, departments, settings } = useDesk();
  // As the form was opened: what is saved by it is no change of somebody else's.
  const [{ table, now }] = useState(() => ({ table: props.table, now: changedMeanwhile(props) }));
  const names = new Map([...people, ...departments].map(({ id, name }) => [id, name]));
  const words = { i18n, names, zone: settings.desk.zone };
  const fields = tellingFields({ before: {}, after: now }).map((field) =>
    t('history:labelled', { label: typedFieldLabel(i18n, table, field), value: valueText(words, table, field, now[field]) }),
  );

  if (fields.length === 0) return null;
  return (
    <Alert color="orange" py={6} role="status">
      {t('draftOf.meanwhile', { fields: fields.join(t('history:nextItem')) })}
    </Alert>
  );
}
