import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '../../../app/format';
import type { StatementBatchFieldsFragment, StatementCallFieldsFragment } from '../../../generated/wallet';
import type { UsageModel } from '../model';

/** What a movement of money is about where it is about a campaign: all of it, a batch of visits, or a call. */
export interface OfCampaign {
  campaign: { id: string; name: string; model: string } | null;
  clickBatch: StatementBatchFieldsFragment | null;
  call: StatementCallFieldsFragment | null;
}

/** A batch of visits or a call that was billed, with its money. */
export interface Billed {
  model: UsageModel;
  /** How many visits or calls. */
  count: number;
  at: string;
  business: { name: string };
  agency: { name: string };
  state: string;
  gross: MoneyValue;
  refunded: MoneyValue;
  net: MoneyValue | null;
  windowEndsAt: string | null;
  dispute: { id: string; state: StatementDispute } | null;
}

type StatementDispute = NonNullable<StatementBatchFieldsFragment['dispute']>['state'];

export function billedOf({ clickBatch, call }: OfCampaign): Billed | null {
  if (clickBatch) return { ...clickBatch, model: 'CLICK', count: clickBatch.billed, at: clickBatch.from };
  if (!call?.price) return null;
  const { price, refunded, money } = call;
  return { ...call, model: 'CALL', count: 1, state: money, gross: price, refunded: refunded ?? { ...price, minor: 0 } };
}

/** The facts under a movement's name: which campaign, how much of it, and whose the other side is. */
export function useBilledFacts(other: 'business' | 'agency'): (entry: OfCampaign) => string[] {
  const { t } = useTranslation('billed');
  return (entry) => {
    const billed = billedOf(entry);
    return [
      ...(entry.campaign ? [entry.campaign.name] : []),
      ...(billed ? [t('count', { count: billed.count, context: billed.model }), billed[other].name] : []),
    ];
  };
}
