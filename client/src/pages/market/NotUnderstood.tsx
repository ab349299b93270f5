import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { notUnderstood } from './notUnderstood';

/** Says which conditions of the address are none, so that nobody takes what is found for what was asked for. */
export default function NotUnderstood({ params }: { params: URLSearchParams }) {
  const { t } = useTranslation('market');
  const parts = notUnderstood(params);
  if (parts.length === 0) return null;
  return (
    <Alert color="amber" variant="light" role="status" mb="sm">
      {t('chips.notUnderstood', { parts: parts.join(', ') })}
    </Alert>
  );
}
