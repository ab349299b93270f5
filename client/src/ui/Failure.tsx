import { Alert, Button } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { besideFields, type Refusal, wordsOf } from '../app/useVerb';

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

/**
 * Why a verb was not done, in the server's words; nothing while there is none, nor when all of it stands at `fields` of
 * the form, which say it themselves.
 */
export function RefusalNote({ refusal, fields = [] }: { refusal: Refusal | null; fields?: readonly string[] }) {
  const told = besideFields(refusal, fields);
  if (told.length === 0) return null;
  return (
    <Alert role="alert" color="brick" variant="light" my="xs" icon={<TriangleAlert size={18} aria-hidden />}>
      {told.map((message, place) => (
        <p key={place} style={{ margin: 0 }}>
          {message}
        </p>
      ))}
    </Alert>
  );
}
