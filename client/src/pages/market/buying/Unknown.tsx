import { Alert, Button, Group } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import { useNow } from '../../../ui/ClockRing';
import type { Quote } from './useQuote';

/** No answer came: nothing else can be done with this purchase than to ask for it again. */
export function Unknown({ quote, isSending, onAsk }: { quote: Quote; isSending: boolean; onAsk(): void }) {
  const { t } = useTranslation('market');
  const { moment } = useFormats();
  const now = useNow(quote.expiresAt);
  const isOver = now >= new Date(quote.expiresAt).getTime();
  return (
    <Alert
      role="alert"
      color="amber"
      variant="light"
      icon={<CircleHelp size={18} aria-hidden />}
      title={t('unknown.title')}
    >
      {t(isOver ? 'unknown.over' : 'unknown.open', { moment: moment(quote.expiresAt) })}
      <Group mt="sm">
        <Button data-autofocus loading={isSending} onClick={onAsk}>
          {t('unknown.ask')}
        </Button>
      </Group>
    </Alert>
  );
}
