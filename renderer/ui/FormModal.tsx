import { Alert, Button, Modal, Stack } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useGuardedClose } from './use-guarded-close.tsx';

interface FormModalProps {
  title: string;
  submit: string;
  onClose: () => void;
  /** Runs the operation; returns what went wrong in words, `''` when it is done. */
  onSubmit: () => Promise<string>;
  children: ReactNode;
  disabled?: boolean;
  /** A wider one, for more than a few fields. */
  size?: string;
}

/** A short form over a page: Enter sends it, what was typed stays when it fails, a failure is said in the form. */
export function FormModal({ title, submit, onClose, onSubmit, children, disabled, size }: FormModalProps) {
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const { close, onInput, warning } = useGuardedClose(onClose);

  async function send(): Promise<void> {
    // A field whose text cannot be read says so itself; sending without it would lose what was typed.
    if (working || disabled === true || form.current?.checkValidity() === false) return;
    setWorking(true);
    const wrong = await onSubmit();
    setWorking(false);
    setProblem(wrong);
    if (wrong === '') onClose();
  }

  return (
    <Modal opened onClose={close} title={title} size={size}>
      <form
        ref={form}
        noValidate
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            void send();
          }
        }}
      >
        <Stack gap="sm">
          {children}
          {warning}
          {problem !== '' && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Button type="submit" loading={working} disabled={disabled}>
            {submit}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
