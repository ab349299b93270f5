import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { ListLotDocument } from '../../generated/listings';
import { RefusalNote } from '../../ui/Failure';
import { PriceLadder } from '../../ui/PriceLadder';
import type { ListingRow } from './ListingList';

/** Puts a draft on sale, after showing at which price and how often. */
export function ListLotButton({ listing, onListed }: { listing: ListingRow; onListed(): void }) {
  const { t } = useTranslation('listings');
  const { day } = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const verb = useVerb(ListLotDocument, 'listLot');
  const { id, name, leadCount, maxSales, endsAt, price, priceLines } = listing;
  const send = async (): Promise<void> => {
    const outcome = await verb.send({ input: { lotId: id } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('lot.done', { name }) });
    setIsOpen(false);
    onListed();
  };
  return (
    <>
      <Button size="compact-sm" onClick={() => setIsOpen(true)}>
        {t('lot.open')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title={t('lot.title', { name })}
        closeButtonProps={{ 'aria-label': t('common:act.close') }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {t('lot.leads', { count: leadCount })} {t(maxSales === 1 ? 'lot.once' : 'lot.times', { maxSales })}{' '}
            {t('lot.until', { day: day(endsAt) })}
          </Text>
          <PriceLadder lines={priceLines} total={price} />
          <RefusalNote refusal={verb.refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setIsOpen(false)}>
              {t('common:act.cancel')}
            </Button>
            <Button loading={verb.isSending} onClick={() => void send()}>
              {t('lot.confirm')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
