import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends PasswordInputProps {
  /** What is typed, where it is no password. */
  what?: 'password' | 'token';
}

/**
 * A field for what nobody else shall read; unlike the bare one it tells screen readers that what it holds is wrong, and
 * its eye says what a press does.
 */
export function PasswordField({ what = 'password', ...props }: Props) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  return (
    <PasswordInput
      {...props}
      aria-invalid={Boolean(props.error)}
      visible={isShown}
      onVisibilityChange={setIsShown}
      // The name says the state already.
      visibilityToggleButtonProps={{
        'aria-label': t(`secret.${what}.${isShown ? 'hide' : 'show'}`),
        'aria-pressed': undefined,
      }}
    />
  );
}
