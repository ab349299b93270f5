import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A field for a password; unlike the bare one it tells screen readers that what it holds is wrong. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...props} aria-invalid={Boolean(props.error)} />;
}
