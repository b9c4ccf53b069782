import type { UseFormReturnType } from '@mantine/form';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * What a form's rules say beside its fields follows the language: a form keeps their words as they were, so the rules are
 * asked again once it is switched. What else stands beside a field has to be a node that words itself, as `FailureWords`.
 */
export function useRewordedErrors<Values extends object>(form: UseFormReturnType<Values> | undefined): void {
  const { language } = useTranslation().i18n;
  const saidIn = useRef(language);
  const reword = useEffectEvent(() => {
    if (form === undefined) return;
    for (const [path, said] of Object.entries(form.errors)) if (typeof said === 'string') void form.validateField(path);
  });
  useEffect(() => {
    if (saidIn.current === language) return;
    saidIn.current = language;
    reword();
  }, [language]);
}
