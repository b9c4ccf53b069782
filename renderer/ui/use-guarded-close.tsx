import { Alert } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface GuardedClose {
  /** For the dialog's own ways out: Escape, the cross, a click beside it. */
  close: () => void;
  /** For the form's `onInput`: from now on there is something to lose. */
  onInput: () => void;
  /** Says what a second Escape would do; empty until the first. */
  warning: ReactNode;
}

/** A dialog in which something was typed asks before it goes: the first Escape says so, the second closes it. */
export function useGuardedClose(onClose: () => void): GuardedClose {
  const { t } = useTranslation('common');
  const [typed, setTyped] = useState(false);
  const [asked, setAsked] = useState(false);
  return {
    close: () => {
      if (typed && !asked) setAsked(true);
      else onClose();
    },
    onInput: () => {
      setTyped(true);
      setAsked(false);
    },
    warning: asked && (
      <Alert color="orange" role="alert">
        {t('closeLosesText')}
      </Alert>
    ),
  };
}
