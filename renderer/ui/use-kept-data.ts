import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostApi, KeptEntry } from '../../shared/contract/host-calls.ts';
import { formatDateTimeHere } from './format.ts';
import { useSizeText } from './use-size-text.ts';

/** What the host has put aside, newest first; `[]` until it has answered. */
export function useKeptData(host: HostApi): KeptEntry[] {
  const [entries, setEntries] = useState<KeptEntry[]>([]);
  useEffect(() => {
    void host.listKept().then((answer) => answer.ok && setEntries(answer.value));
  }, [host]);
  return entries;
}

/** Words when and why data were put aside, and what they are. */
export function useKeptWords(): (entry: KeptEntry) => { label: string; details: string } {
  const { t } = useTranslation('common');
  const sizeText = useSizeText();
  return useCallback(
    (entry) => {
      const { at, why, sequence, lastAt, brokenAt, bytes, withPins } = entry;
      const details = [
        sequence > 0 && t('kept.lines', { lines: sequence, at: formatDateTimeHere(lastAt) }),
        bytes === 0 ? t('kept.noLines') : sizeText(bytes),
        brokenAt !== '' && t('kept.broken', { place: brokenAt }),
        !withPins && t('kept.withoutPins'),
      ];
      return {
        label: t('kept.entry', { at: formatDateTimeHere(at), why: t(`kept.why.${why}`) }),
        details: details.filter(Boolean).join(' · '),
      };
    },
    [t, sizeText],
  );
}
