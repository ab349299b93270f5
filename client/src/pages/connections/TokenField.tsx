import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../ui/PasswordField';

/** The access token of a page: taken, and never shown again. */
export function TokenField({
  value,
  error,
  onChange,
}: {
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}) {
  const { t } = useTranslation('connections');
  return (
    <PasswordField
      what="token"
      label={t('connect.token')}
      description={t('connect.tokenMeans')}
      autoComplete="off"
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      error={error}
    />
  );
}
