import type { FormRulesRecord, UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { SETTINGS_ID, settingsInput, type Settings, type SettingsInput } from '../../../shared/domain/settings.ts';
import { saveSettings } from '../../data/operations/save-settings.ts';
import type { DraftRow } from '../../data/database.ts';
import { DraftGate } from '../../ui/drafts.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import { useDesk } from '../../ui/session.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useOperation } from '../../ui/use-operation.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

interface SettingsFormProps<Schema extends z.ZodObject> {
  title: string;
  /** Names the part of the settings, for the draft. */
  part: string;
  schema: Schema;
  read(settings: Settings): z.output<Schema>;
  write(settings: SettingsInput, values: z.output<Schema>): SettingsInput;
  rules: FormRulesRecord<z.output<Schema>>;
  children: (form: UseFormReturnType<z.output<Schema>>) => ReactNode;
}

/** A part of the settings as a form; only a supervisor changes it, everybody may read it. */
export function SettingsForm<Schema extends z.ZodObject>(props: SettingsFormProps<Schema>) {
  const [round, setRound] = useState(0);
  return (
    <DraftGate key={round} id={`settings/${props.part}`} form="settings">
      {(draft) => <Part {...props} draft={draft} done={() => setRound(round + 1)} />}
    </DraftGate>
  );
}

function Part<Schema extends z.ZodObject>(props: SettingsFormProps<Schema> & { draft: DraftRow; done: () => void }) {
  const { title, schema, read, write, rules, draft, done, children } = props;
  const { t } = useTranslation('settings');
  const { settings } = useDesk();
  const may = useMay();
  const run = useOperation();
  const stored = read(settings);
  const edit = useRecordForm<z.output<Schema>>({
    draft,
    start: startValues(schema, stored, draft.values, stored),
    own: stored,
    rules,
    save: (values, operationId) => run(saveSettings, write(settingsInput.parse(settings), values), { operationId, quiet: true }),
    done,
  });
  const readOnly = !may('save-settings');
  return (
    <RecordForm
      title={title}
      badge={readOnly ? t('readOnly') : ''}
      record={edit}
      table="settings"
      storedId={SETTINGS_ID}
      readOnly={readOnly}
    >
      {children(edit.form)}
    </RecordForm>
  );
}
