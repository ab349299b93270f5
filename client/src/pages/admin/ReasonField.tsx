import { TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Missing } from '../../app/useMissing';
import { fieldErrors, type Verb } from '../../app/useVerb';

interface Props extends Pick<TextInputProps, 'size' | 'label' | 'description'> {
  reason: string;
  missing: Missing;
  verb: Pick<Verb<never, never>, 'refusal' | 'mended'>;
  onReason(reason: string): void;
}

/** Why it is done, which is kept on record; it may not be left empty. */
export function ReasonField({ reason, missing, verb: { refusal, mended }, onReason, ...props }: Props) {
  const { t } = useTranslation('admin');
  return (
    <TextInput
      label={t('reason.label')}
      required
      maxLength={500}
      value={reason}
      error={missing.isMissing ? t('reason.missing') : fieldErrors(refusal).reason}
      onChange={({ currentTarget }) => {
        missing.forget();
        mended('reason');
        onReason(currentTarget.value);
      }}
      {...props}
    />
  );
}
