import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What stands beside the fields of a dialog once it was sent while something was missing. */
export interface SayLacks {
  /** That the field is needed, where it holds nothing. */
  missing: (value: string) => string | undefined;
  /** What is wrong with the field, in words. */
  wrong: (isWrong: boolean, words: string) => string | undefined;
  /** Whether it is said. */
  ask: (asked: boolean) => void;
}

/** Says what a dialog lacks when somebody wants to send it: a button that cannot be pressed would tell nobody. */
export function useSayLacks(): SayLacks {
  const { t } = useTranslation('common');
  const [asked, ask] = useState(false);
  const wrong: SayLacks['wrong'] = (isWrong, words) => (asked && isWrong ? words : undefined);
  return { wrong, ask, missing: (value) => wrong(value.trim() === '', t('required')) };
}
