import { useTranslation } from 'react-i18next';
import type { HeadsWord } from '../../shared/domain/fields.ts';
import { formatDateTime } from './format.ts';
import { useDesk } from './session.tsx';
import { useSpeakerName } from './use-speaker-name.ts';

interface RecordWords {
  /** The head's word that it may be archived, with how it was given; `''` without one. */
  headsWord(word: HeadsWord | null): string;
  /** Who archived it and when; `''` before. */
  archived(record: { archivedBy: string; archivedAt: string }): string;
  /** How often it was printed, and how many of the sheets a correction has made void; `''` before the first. */
  printed(times: number, superseded: number): string;
}

/** What forms and orders say of themselves in the same words. */
export function useRecordWords(): RecordWords {
  const { t } = useTranslation('common');
  const { settings, nameOf } = useDesk();
  const speakerName = useSpeakerName();
  return {
    headsWord: (word) =>
      word === null
        ? ''
        : t('record.headsWord', {
            name: speakerName(word),
            on: word.on,
            by: word.by === 'pin' ? t('decision.byPin') : t('decision.byPaper', { evidence: word.evidence }),
            recorder: nameOf(word.recordedBy),
            opinion: word.opinion,
          }),
    archived: ({ archivedBy, archivedAt }) =>
      archivedAt === '' ? '' : t('record.archived', { name: nameOf(archivedBy), at: formatDateTime(archivedAt, settings.desk.zone) }),
    printed: (times, superseded) =>
      [times === 0 ? '' : t('record.printed', { count: times }), superseded === 0 ? '' : t('superseded', { count: superseded })]
        .filter((part) => part !== '')
        .join(' · '),
  };
}
