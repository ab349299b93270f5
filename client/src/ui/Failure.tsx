import { Alert, Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type Refusal, wordsOf } from '../app/useVerb';

/** A read that failed: what happened, and a way on. */
export function Failure({
  title,
  message,
  error,
  onRetry,
}: {
  title?: string;
  message?: string;
  error?: unknown;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      color="brick"
      variant="light"
      my="md"
      icon={<TriangleAlert size={18} aria-hidden />}
      title={title ?? t('failure.title')}
    >
      <p style={{ margin: 0 }}>{message ?? wordsOf(error, t('failure.offline'))}</p>
      {onRetry && (
        <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Why a verb was not done, in the server's words; nothing while there is none. */
export function RefusalNote({ refusal }: { refusal: Refusal | null }) {
  if (!refusal) return null;
  return (
    <Alert role="alert" color="brick" variant="light" my="xs" icon={<TriangleAlert size={18} aria-hidden />}>
      {refusal.message}
    </Alert>
  );
}
