import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../app/format';
import { MoneyTrail, stationsOf } from './MoneyTrail';

interface SaleOfBuyer {
  state: 'HELD' | 'DISPUTED' | 'RELEASED' | 'REFUNDED';
  gross: MoneyValue;
  refunded: MoneyValue;
  windowEndsAt: string;
  releasedAt: string | null;
  refundedAt: string | null;
  dispute: object | null;
}

/** Where the money of a sale is, and what becomes of it, as its buyer is told. Areas that show it load the texts `saleMoney`. */
export function BuyersMoney({ sale, agency }: { sale: SaleOfBuyer; agency: string }) {
  const { t } = useTranslation('saleMoney');
  const { moment } = useFormats();
  const { state, windowEndsAt, releasedAt, refundedAt, dispute } = sale;
  const at = { HELD: windowEndsAt, DISPUTED: null, RELEASED: releasedAt, REFUNDED: refundedAt }[state];
  // A sale is disputed once: what is still held after it goes its way.
  const words = state === 'HELD' && dispute ? 'HELD_AFTER_DISPUTE' : state;
  return (
    <>
      <MoneyTrail amounts={stationsOf(sale)} />
      <Text size="sm" mt="sm">
        {t(words, { moment: at ? moment(at) : '', agency })}
      </Text>
    </>
  );
}
