import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QuoteInput } from '../../../generated/buying';
import { useListings } from '../useListings';

/** What was asked for while an earlier purchase has no answer: that it waits for that one, and then the way on to it. */
export function WaitingWish({ wish, isFirstOver, onGo }: { wish: QuoteInput; isFirstOver: boolean; onGo(): void }) {
  const { t } = useTranslation('market');
  const what = useWishWords(wish);
  return (
    <Alert role="status" color="amber" variant="light" mb="sm">
      <Group justify="space-between" gap="xs">
        <span>{t(isFirstOver ? 'waiting.next' : 'waiting.first', { what })}</span>
        {isFirstOver && (
          <Button size="xs" variant="default" onClick={onGo}>
            {t('waiting.goOn')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** What a wish is for: one listing by its name, more by their number. */
function useWishWords({ listingIds, lotId, best }: QuoteInput): string {
  const { t } = useTranslation('market');
  const ids = listingIds ?? (lotId ? [lotId] : []);
  const [first] = useListings(ids);
  if (best) return t('waiting.best');
  if (ids.length > 1 || !first) return t('waiting.chosen', { count: ids.length });
  return t('waiting.one', { niche: first.niche.name, place: first.region.name });
}
