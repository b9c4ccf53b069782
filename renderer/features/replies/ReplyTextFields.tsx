import { Button, Fieldset, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fillTemplate } from '../../../shared/domain/letter-text.ts';
import type { ReplyInput } from '../../../shared/domain/reply-letter.ts';
import type { ReplySource } from '../../data/queries/reply-source.ts';
import { formatLetterDate } from '../../print/print-context.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { useReplyTemplates } from './reply-templates.ts';

interface ReplyTextFieldsProps {
  form: UseFormReturnType<ReplyInput>;
  source: ReplySource;
}

/** What the letter says, from a template or blank; its language and style are its own, not the screen's. */
export function ReplyTextFields({ form, source }: ReplyTextFieldsProps) {
  const { t, i18n } = useTranslation('replies');
  const { values } = form;
  const templates = (useReplyTemplates() ?? []).filter((template) => template.active && template.language === values.language);
  const [asking, setAsking] = useState(false);

  function apply(): void {
    const template = templates.find((one) => one.id === values.templateId);
    if (template === undefined) return;
    const own = i18n.getFixedT(values.language, 'replies');
    const dateOf = (name: string) => formatLetterDate(source.facts[name] ?? '', values.language);
    const dates = { letterDate: dateOf('letterDate'), receivedOn: dateOf('receivedOn') };
    const facts = { ...source.facts, ...dates, customer: values.customer, unit: values.unit };
    const fill = (text: string) => fillTemplate(text, facts);
    // A letter with a subject of its own is titled from it; the template's title stands for all others.
    const title = source.subject === '' ? fill(template.title) : own('titleFrom', { subject: source.subject });
    form.setValues({
      title: template.title.includes('{{subject}}') ? fill(template.title) : title,
      salutation: fill(template.salutation),
      body: fill(template.body),
    });
  }

  return (
    <Fieldset legend={t('group.text')} p="sm">
      <Stack gap="xs">
        <Group gap="sm" align="flex-start">
          <ChoiceField
            label={t('field.language')}
            value={values.language}
            onChange={(language) => form.setValues({ language, templateId: '' })}
            choices={(['zh', 'en'] as const).map((value) => ({ value, label: t(`languageName.${value}`) }))}
          />
          {values.language === 'zh' && (
            <ChoiceField
              label={t('field.style')}
              value={values.style}
              onChange={(style) => form.setValues({ style })}
              choices={(['official', 'company'] as const).map((value) => ({ value, label: t(`styleName.${value}`) }))}
            />
          )}
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <Select
              label={t('field.template')}
              w={170}
              data={[{ value: '', label: t('noTemplate') }, ...templates.map((one) => ({ value: one.id, label: one.name }))]}
              value={values.templateId}
              onChange={(templateId) => form.setValues({ templateId: templateId ?? '' })}
            />
            <Button
              variant="default"
              disabled={values.templateId === ''}
              onClick={() => (values.body.trim() === '' ? apply() : setAsking(true))}
            >
              {t('applyTemplate')}
            </Button>
          </Group>
        </Group>
        <TextInput label={t('field.title')} withAsterisk autoFocus={values.unit !== ''} {...form.getInputProps('title')} />
        <TextInput label={t('field.salutation')} withAsterisk {...form.getInputProps('salutation')} />
        <Textarea label={t('field.body')} withAsterisk autosize minRows={8} maxRows={18} {...form.getInputProps('body')} />
        <Textarea
          label={t('field.enclosures')}
          description={t('enclosuresHelp')}
          autosize
          minRows={1}
          maxRows={4}
          {...form.getInputProps('enclosures')}
        />
        <ConfirmModal
          opened={asking}
          text={t('replaceText')}
          confirm={t('applyTemplate')}
          refuse={t('keepText')}
          onConfirm={apply}
          onClose={() => setAsking(false)}
        />
      </Stack>
    </Fieldset>
  );
}
