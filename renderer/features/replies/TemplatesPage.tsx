import { Badge, Button, Checkbox, Grid, Group, NavLink, Paper, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import { saveLetterTemplate } from '../../data/operations/save-letter-template.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { useRewordedErrors } from '../../ui/use-reworded-errors.ts';
import { useMay } from '../../ui/may.tsx';
import { TEMPLATE_FACTS, useReplyTemplates, type ReplyTemplate } from './reply-templates.ts';

const EMPTY = { name: '', language: 'zh' as const, title: '', salutation: '', body: '', active: true, shipped: false };

/** Templates: those that come with the app, to be read and copied, and those of the house. */
export function TemplatesPage({ id }: { id: string }) {
  const { t } = useTranslation('replies');
  const may = useMay();
  const [, go] = useLocation();
  const templates = useReplyTemplates();
  const [begun, setBegun] = useState<ReplyTemplate | null>(null);
  const mayChange = may('save-letter-template');
  const shown = templates.find((one) => one.id === id) ?? (begun?.id === id ? begun : null);

  function begin(from: Omit<ReplyTemplate, 'id'>): void {
    const template = { ...from, id: newId(), shipped: false };
    setBegun(template);
    go(`/replies/templates/${template.id}`);
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('templates.title')}</Title>
        {mayChange && <Button onClick={() => begin(EMPTY)}>{t('templates.new')}</Button>}
      </Group>
      <Grid gap="md">
        <Grid.Col span={4}>
          <Paper withBorder p="xs" component="nav" aria-label={t('templates.title')}>
            {templates.map((one) => (
              <NavLink
                key={one.id}
                href={`#/replies/templates/${one.id}`}
                active={one.id === id}
                label={one.name}
                rightSection={
                  <Badge size="sm" variant="light" color="gray" c="gray.8">
                    {`${t(`languageName.${one.language}`)} · ${t(one.shipped ? 'templates.shipped' : 'templates.own')}`}
                  </Badge>
                }
              />
            ))}
          </Paper>
        </Grid.Col>
        <Grid.Col span={8}>
          {shown === null ? (
            <Text c="gray.7" p="md">
              {t('templates.empty')}
            </Text>
          ) : (
            <TemplateForm
              key={shown.id}
              template={shown}
              readOnly={shown.shipped || !mayChange}
              onCopy={mayChange ? () => begin({ ...shown, name: t('templates.copyOf', { name: shown.name }) }) : null}
            />
          )}
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

interface TemplateFormProps {
  template: ReplyTemplate;
  readOnly: boolean;
  onCopy: (() => void) | null;
}

function TemplateForm({ template, readOnly, onCopy }: TemplateFormProps) {
  const { t } = useTranslation(['replies', 'common']);
  const run = useOperation();
  const operationId = useRef(newId());
  const { name, language, title, salutation, body, active } = template;
  const form = useForm({
    initialValues: { name, language, title, salutation, body, active },
    validate: { name: (value) => (value.trim() === '' ? t('common:required') : null) },
  });
  useRewordedErrors(form);

  async function save(): Promise<void> {
    if (form.validate().hasErrors) return;
    const result = await run(saveLetterTemplate, { ...form.values, id: template.id }, { operationId: operationId.current });
    if (result.ok) operationId.current = newId();
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      aria-label={template.name === '' ? t('templates.new') : template.name}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        {template.shipped && (
          <Text size="sm" c="gray.7">
            {t('templates.readOnly')}
          </Text>
        )}
        <TextInput label={t('templates.name')} withAsterisk readOnly={readOnly} {...form.getInputProps('name')} />
        {!readOnly && (
          <ChoiceField
            label={t('field.language')}
            value={form.values.language}
            onChange={(value) => form.setFieldValue('language', value)}
            choices={(['zh', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
          />
        )}
        <TextInput label={t('field.title')} readOnly={readOnly} {...form.getInputProps('title')} />
        <TextInput label={t('field.salutation')} readOnly={readOnly} {...form.getInputProps('salutation')} />
        <Textarea label={t('field.body')} readOnly={readOnly} autosize minRows={8} maxRows={18} {...form.getInputProps('body')} />
        <Text size="xs" c="gray.7">
          {t('templates.help', { names: TEMPLATE_FACTS.map((fact) => `{{${fact}}}`).join(' '), interpolation: { skipOnVariables: true } })}
        </Text>
        {!readOnly && <Checkbox label={t('templates.active')} {...form.getInputProps('active', { type: 'checkbox' })} />}
        <Group gap="xs">
          {!readOnly && <Button type="submit">{t('common:save')}</Button>}
          {onCopy !== null && (
            <Button variant="default" onClick={onCopy}>
              {t('templates.copy')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
