import { Box, Group, Modal, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { diffArrays } from 'diff';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import classes from './versions.module.css';

type Version = ReplyLetter['versions'][number];

/** The whole text of a version, as it is compared: title, salutation, body, enclosures, address. */
function wholeText({ title, salutation, body, enclosures, postalName, postalAddress, postcode }: Version): string {
  return [title, salutation, body, enclosures, [postalName, postalAddress, postcode].join(' ')].filter((part) => part !== '').join('\n');
}

/** Words, blanks and marks one by one. Chinese has no blanks between its words: the browser's own dictionary finds them. */
function wordsOf(version: Version): string[] {
  return [...new Intl.Segmenter(version.language, { granularity: 'word' }).segment(wholeText(version))].map(({ segment }) => segment);
}

/** Where the dialog's cursor starts. */
const FIRST = { 'data-autofocus': true };

/** Two versions of a letter side against side: what went and what came. */
export function VersionsDialog({ letter, onClose }: { letter: ReplyLetter; onClose: () => void }) {
  const { t } = useTranslation('replies');
  const { nameOf, settings } = useDesk();
  const { versions } = letter;
  const last = versions.length;
  useFocusBack();
  const [from, setFrom] = useState(String(Math.max(1, last - 1)));
  const [to, setTo] = useState(String(last));
  const data = versions.map((one) => ({
    value: String(one.version),
    label: t('version', { version: one.version, at: formatDateTime(one.at, settings.desk.zone), by: nameOf(one.by) }),
  }));
  const [older, newer] = [from, to].map((number) => versions.find((one) => String(one.version) === number));
  const parts = older === undefined || newer === undefined ? [] : diffArrays(wordsOf(older), wordsOf(newer));
  const same = parts.every((part) => !part.added && !part.removed);
  return (
    <Modal opened onClose={onClose} title={t('compare')} size="xl">
      <Stack gap="sm">
        <Group grow>
          <Select label={t('compareFrom')} data={data} value={from} onChange={(value) => setFrom(value ?? from)} />
          <Select label={t('compareTo')} data={data} value={to} onChange={(value) => setTo(value ?? to)} />
        </Group>
        {same && <Text c="gray.7">{t('sameText')}</Text>}
        {/* The text has the cursor first: the arrow keys read on, and the two versions are chosen already. */}
        <ScrollArea h="50vh" viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('compare'), ...FIRST }}>
          <Box className={classes.text}>
            {parts.map((part, index) =>
              part.added ? (
                <ins key={index}>{part.value.join('')}</ins>
              ) : part.removed ? (
                <del key={index}>{part.value.join('')}</del>
              ) : (
                <span key={index}>{part.value.join('')}</span>
              ),
            )}
          </Box>
        </ScrollArea>
      </Stack>
    </Modal>
  );
}
