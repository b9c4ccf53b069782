import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import type { Ref } from 'react';

interface PasswordFieldProps extends PasswordInputProps {
  ref?: Ref<HTMLInputElement>;
}

/**
 * A field for a PIN or a passphrase. The kit shows what is wrong with it, but does not mark the field itself: then neither a form
 * that puts the cursor into the first wrong field nor a screen reader would find it.
 */
export function PasswordField(props: PasswordFieldProps) {
  const { error } = props;
  return <PasswordInput {...props} aria-invalid={error !== undefined && error !== null && error !== '' && error !== false} />;
}
