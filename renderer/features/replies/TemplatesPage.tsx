import { Badge, Button, Grid, Group, NavLink, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation, useSearchParams } from 'wouter';
import { RecordGate } from '../../ui/RecordGate.tsx';
import { useMay } from '../../ui/may.tsx';
import { useReplyTemplates } from './reply-templates.ts';
import { ShippedTemplate, TemplateForm } from './TemplateForm.tsx';

/** Templates: those that come with the app, to be read and copied, and those of the house. */
export function TemplatesPage({ id }: { id: string }) {
  const { t } = useTranslation('replies');
  const may = useMay();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const templates = useReplyTemplates();
  const mayChange = may('save-letter-template');
  if (templates === undefined) return null;
  const shown = templates.find((one) => one.id === id);
  // What a new one is a copy of stands in its address: a half-written copy is found again with all of it.
  const from = search.get('from') ?? '';
  const copied = templates.find((one) => one.id === from);
  // One that comes with the app is always there, and no record.
  const source = { table: 'letterTemplates', id: copied?.shipped === true ? '' : from };

  function begin(copyOf: string): void {
    go(`/replies/templates/${newId()}${copyOf === '' ? '' : `?from=${copyOf}`}`);
  }
  const onCopy = (): void => begin(id);

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('templates.title')}</Title>
        {mayChange && <Button onClick={() => begin('')}>{t('templates.new')}</Button>}
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
          {shown?.shipped === true ? (
            <ShippedTemplate template={shown} onCopy={onCopy} />
          ) : shown !== undefined || (id !== '' && mayChange) ? (
            <RecordGate key={id} table="letterTemplates" id={id} begunFrom={source}>
              {(content) => <TemplateForm id={id} {...content} copied={copied} onCopy={onCopy} />}
            </RecordGate>
          ) : (
            <Text c="gray.7" p="md">
              {t('templates.empty')}
            </Text>
          )}
        </Grid.Col>
      </Grid>
    </Stack>
  );
}
