import { Alert, Button, Modal, Stack } from '@mantine/core';
import { useCallback, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ConfirmModal } from './ConfirmModal.tsx';
import { isComposing } from './form-keys.ts';
import { goToWrongField } from './go-to-wrong-field.ts';
import type { KeptText } from './use-dialog-draft.ts';
import { useFocusBack } from './use-focus-back.ts';
import type { SayLacks } from './use-say-lacks.ts';

interface FormModalProps {
  title: string;
  submit: string;
  onClose: () => void;
  /** Runs the operation; returns what went wrong in words, `''` when it is done. */
  onSubmit: () => Promise<string>;
  children: ReactNode;
  /** Something is missing still: sent now, nothing is run, and `say` tells the fields to say what. */
  incomplete?: boolean;
  say?: SayLacks;
  /** Where what is typed outlives the dialog: who typed in it before, and whether anything was. */
  kept?: KeptText;
  /** Closes it with what was typed kept for whoever goes on with it, where that outlives the dialog. */
  onLater?: () => void;
  /** A wider one, for more than a few fields. */
  size?: string;
}

const NOTHING_KEPT: KeptText = { others: '', typed: false };

/** Without a field that asks for the cursor it would go to the button that closes the dialog, for a second Enter to press. */
function takeCursor(form: HTMLFormElement | null): void {
  if (form?.querySelector('[data-autofocus]') === null) form.setAttribute('data-autofocus', '');
}

/**
 * A short form over a page: Enter sends it, what was typed stays when it fails, a failure is said in the form, what is
 * missing beside its field. Closing it asks first when something was typed.
 */
export function FormModal({
  title,
  submit,
  onClose,
  onSubmit,
  children,
  incomplete = false,
  say,
  kept = NOTHING_KEPT,
  onLater,
  size,
}: FormModalProps) {
  const [working, setWorking] = useState(false);
  const { t } = useTranslation('common');
  const [problem, setProblem] = useState('');
  const [typedHere, setTyped] = useState(false);
  const typed = typedHere || kept.typed;
  const [leaving, setLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const askedAt = useRef<Element | null>(null);
  useFocusBack();

  const keep = useCallback((node: HTMLFormElement | null) => {
    form.current = node;
    takeCursor(node);
  }, []);

  function askToLeave(): void {
    askedAt.current = document.activeElement;
    setLeaving(true);
  }

  /** Typed on, it is typed where it was. */
  function stay(): void {
    flushSync(() => setLeaving(false));
    if (askedAt.current instanceof HTMLElement) askedAt.current.focus();
  }

  /** Whether a field is empty or cannot be read; the first that says so has the cursor. */
  function lacksSomething(): boolean {
    // Drawn at once, for the cursor to go there.
    const isReadable = flushSync(() => {
      say?.ask(incomplete);
      // A field whose text cannot be read says so itself; sending without it would lose what was typed.
      return form.current?.checkValidity() !== false;
    });
    if (isReadable && !incomplete) return false;
    goToWrongField(form.current);
    return true;
  }

  async function send(): Promise<void> {
    if (working || lacksSomething()) return;
    setWorking(true);
    try {
      const wrong = await onSubmit();
      setProblem(wrong);
      if (wrong === '') onClose();
    } finally {
      setWorking(false);
    }
  }

  return (
    <Modal
      opened
      // What is being done goes on: closed now, it would look given up, and what went wrong would be told to nobody.
      onClose={working ? () => undefined : typed ? askToLeave : onClose}
      closeButtonProps={{ disabled: working }}
      closeOnEscape={!leaving}
      title={title}
      size={size}
    >
      <form
        ref={keep}
        noValidate
        tabIndex={-1}
        style={{ outline: 'none' }}
        onInput={() => setTyped(true)}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) {
            event.preventDefault();
            void send();
          }
        }}
      >
        <Stack gap="sm">
          {kept.others !== '' && (
            <Alert color="orange" py={6} role="status">
              {kept.others}
            </Alert>
          )}
          {children}
          {problem !== '' && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Button type="submit" loading={working}>
            {submit}
          </Button>
        </Stack>
      </form>
      {/* Mounted only now: one that was there already would hear the very Escape that asks for it, and close again. */}
      {leaving && (
        <ConfirmModal
          opened
          text={kept.others === '' ? t('discardTypedAsk') : t('draftOf.ask', { others: kept.others })}
          confirm={t('discard')}
          refuse={t('keepTyping')}
          later={onLater && { label: t('finishLater'), onPress: onLater }}
          onConfirm={onClose}
          onClose={stay}
        />
      )}
    </Modal>
  );
}
