import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useKeyedVerb } from '../../app/repeatKey';
import { WithdrawListingsDocument } from '../../generated/listings';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import type { ListingRow } from './ListingList';

/** Takes listings off the market, after saying what that does and what it does not. */
export function WithdrawDialog({
  listings,
  onClose,
}: {
  listings: readonly ListingRow[];
  onClose(isDone: boolean): void;
}) {
  const { t } = useTranslation('listings');
  const verb = useKeyedVerb(WithdrawListingsDocument, 'withdrawListings');
  const sold = listings.reduce((sum, listing) => sum + listing.sold, 0);
  const send = async (): Promise<void> => {
    const outcome = await verb.send({ input: { listingIds: listings.map(({ id }) => id) } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('withdraw.done', { count: outcome.payload.listings.length }) });
    onClose(true);
  };
  return (
    <FormDialog
      onClose={() => onClose(false)}
      title={t('withdraw.title', { count: listings.length })}
      isSending={verb.isSending}
    >
      <Stack gap="sm">
        <Text size="sm">{t('withdraw.means', { count: listings.length })}</Text>
        {sold > 0 && <Text size="sm">{t('withdraw.sold', { count: sold })}</Text>}
        <RefusalNote refusal={verb.refusal} />
        <Group justify="flex-end">
          <Button variant="default" disabled={verb.isSending} onClick={() => onClose(false)}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={verb.isSending} onClick={() => void send()} data-autofocus>
            {t('withdraw.confirm', { count: listings.length })}
          </Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
