import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormats } from '../../app/format';
import { useKeyedVerb } from '../../app/repeatKey';
import { ListLotDocument } from '../../generated/listings';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import { PriceLadder } from '../../ui/PriceLadder';
import type { ListingRow } from './ListingList';

/** Puts a draft on sale, after showing at which price and how often. */
export function ListLotButton({ listing, onListed }: { listing: ListingRow; onListed(): void }) {
  const { t } = useTranslation('listings');
  const { day } = useFormats();
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const verb = useKeyedVerb(ListLotDocument, 'listLot');
  const { id, name, leadCount, maxSales, endsAt, price, priceLines } = listing;
  const send = async (): Promise<void> => {
    const outcome = await verb.send({ input: { lotId: id } });
    if (!outcome?.payload) return;
    const notice = `lot-${id}`;
    const see = (): void => {
      notifications.hide(notice);
      void navigate(`/listings?lot=${id}`);
    };
    notifications.show({
      id: notice,
      message: (
        <span>
          {t('lot.done', { name })}{' '}
          <Anchor component="button" type="button" inherit onClick={see}>
            {t('lot.see')}
          </Anchor>
        </span>
      ),
    });
    setIsOpen(false);
    onListed();
  };
  return (
    <>
      <Button size="compact-sm" onClick={() => setIsOpen(true)}>
        {t('lot.open')}
      </Button>
      {isOpen && (
        <FormDialog onClose={() => setIsOpen(false)} title={t('lot.title', { name })} isSending={verb.isSending}>
          <Stack gap="sm">
            <Text size="sm">
              {t(maxSales === 1 ? 'lot.leadsOnce' : 'lot.leads', {
                count: leadCount,
                buyers: maxSales,
                day: day(endsAt),
              })}
            </Text>
            <PriceLadder lines={priceLines} total={price} />
            <RefusalNote refusal={verb.refusal} />
            <Group justify="flex-end">
              <Button variant="default" disabled={verb.isSending} onClick={() => setIsOpen(false)}>
                {t('common:act.cancel')}
              </Button>
              <Button loading={verb.isSending} onClick={() => void send()}>
                {t('lot.confirm')}
              </Button>
            </Group>
          </Stack>
        </FormDialog>
      )}
    </>
  );
}
