import { Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../data/store-failure.ts';
import { languageOf } from '../../i18n/language.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { createSample } from './create-sample.ts';
import type { OpenBook } from './open-book.ts';

interface SampleStartProps {
  book: OpenBook;
  onDone: () => void;
}

/** First start of a sample folder: the estate is made by itself, then its lock screen shows whom to be and the PIN. */
export function SampleStart({ book, onDone }: SampleStartProps) {
  const { t, i18n } = useTranslation('boot');
  const failureText = useFailureText();
  const [problem, setProblem] = useState('');
  const started = useRef(false);

  const make = useCallback(() => {
    setProblem('');
    createSample(book, languageOf(i18n)).then(onDone, async (error: unknown) => setProblem(failureText(await failureOf(book.host, error))));
  }, [book, i18n, onDone, failureText]);

  useEffect(() => {
    // Strict mode runs effects twice; an estate is made once.
    if (started.current) return;
    started.current = true;
    make();
  }, [make]);

  return (
    <Center h="100%" p="md">
      <Stack align="center">
        <Title order={1}>{t('sample.title')}</Title>
        {problem === '' ? (
          <>
            <Loader />
            <Text aria-live="polite">{t('sample.loading')}</Text>
          </>
        ) : (
          <>
            <Text c="red.8" role="alert">
              {problem}
            </Text>
            <Button onClick={make}>{t('failed.retry')}</Button>
          </>
        )}
      </Stack>
    </Center>
  );
}
