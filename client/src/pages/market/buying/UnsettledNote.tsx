import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import type { QuoteInput } from '../../../generated/buying';
import { useUnsettled } from './useUnsettled';

/** Says on the market that the answer to a purchase did not come, until it is known what became of it. */
export function UnsettledNote({ onAsk }: { onAsk(wish: QuoteInput): void }) {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const { purchase } = useUnsettled();
  if (!purchase) return null;
  const { quote, wish } = purchase;
  const count = quote.items.reduce((sum, { leads }) => sum + leads, 0);
  return (
    <Alert role="status" color="amber" variant="light">
      <Group justify="space-between" gap="xs">
        <span>{t('unknown.note', { count, amount: money(quote.total) })}</span>
        <Button size="xs" variant="default" onClick={() => onAsk(wish)}>
          {t('unknown.ask')}
        </Button>
      </Group>
    </Alert>
  );
}
