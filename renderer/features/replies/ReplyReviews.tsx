import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Decision } from '../../../shared/domain/fields.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { missingReviews } from '../../../shared/domain/reply-review.ts';
import { useDesk } from '../../ui/session.tsx';
import { useSpeakerName } from '../../ui/use-speaker-name.ts';
import { useReviewerName } from './reviewer-name.ts';

/** Who still has to agree, who has spoken and how, and the approval (1:3.3, 1:3.4). */
export function ReplyReviews({ letter }: { letter: ReplyLetter }) {
  const { t } = useTranslation(['replies', 'common']);
  const { nameOf } = useDesk();
  const reviewerName = useReviewerName();
  const speaker = useSpeakerName();
  const how = (one: Decision) => (one.by === 'pin' ? t('common:decision.byPin') : t('common:decision.byPaper', { evidence: one.evidence }));
  const missing = letter.state === 'inReview' ? missingReviews(letter) : [];
  const { approval } = letter;
  if (letter.reviews.length === 0 && missing.length === 0 && approval === null) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap={6}>
        <Title order={2}>{t('field.reviews')}</Title>
        {missing.map((needed) => (
          <Group key={`${needed.as}/${needed.departmentId}`} gap="xs">
            <Text size="sm">{reviewerName(needed)}</Text>
            <Badge size="sm" variant="light" color="orange" c="orange.9">
              {t('notYet')}
            </Badge>
          </Group>
        ))}
        {letter.reviews.map((review, index) => (
          <Text key={index} size="sm" c={review.voidedAt === '' ? undefined : 'gray.7'} style={{ whiteSpace: 'pre-wrap' }}>
            {t('reviewLine', {
              role: review.as === 'marketingManager' ? t('manager') : reviewerName({ as: review.as, departmentId: review.departmentId }),
              name: speaker(review),
              outcome: t(`outcome.${review.outcome}`),
              on: review.on,
              by: how(review),
              recorder: nameOf(review.recordedBy),
              opinion: review.opinion,
            })}{' '}
            {review.voidedAt !== '' && (
              <Badge size="sm" variant="light" color="gray" c="gray.8">
                {t('voided')}
              </Badge>
            )}
          </Text>
        ))}
        {approval !== null && (
          <Text size="sm" fw={600}>
            {t('approvedLine', {
              name: speaker(approval),
              on: approval.on,
              by: how(approval),
              recorder: nameOf(approval.recordedBy),
              opinion: approval.opinion,
            })}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}
