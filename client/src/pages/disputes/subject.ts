import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type {
  CallFactFieldsFragment,
  ChoiceFieldsFragment,
  DisputeFieldsFragment,
  DisputeRowFieldsFragment,
} from '../../generated/disputes';

/** The money of what a dispute is about, whatever its kind. */
export interface About {
  id: string;
  state: string;
  gross: MoneyValue;
  refunded: MoneyValue;
  feeBps: number;
  windowEndsAt: string;
}

/** The money of a call that was billed. */
export const callMoney = (
  { id, money, refunded, feeBps }: CallFactFieldsFragment,
  gross: MoneyValue,
): Omit<About, 'windowEndsAt'> => ({ id, state: money, gross, refunded: refunded ?? { ...gross, minor: 0 }, feeBps });

export function aboutOf({ sale, clickBatch, call, amounts, openedAt }: DisputeFieldsFragment): About {
  if (sale) return { ...sale, feeBps: sale.feeBps ?? 0 };
  if (clickBatch) return { ...clickBatch, windowEndsAt: clickBatch.windowEndsAt ?? openedAt };
  if (call) return { ...callMoney(call, call.price ?? amounts.paid), windowEndsAt: call.windowEndsAt ?? openedAt };
  return {
    id: '',
    state: '',
    gross: amounts.paid,
    refunded: amounts.refunded,
    feeBps: 0,
    windowEndsAt: openedAt,
  };
}

/** What stands under the niche of a dispute in a list: where the lead is from, which clicks they are, or which call. */
export function useUnder({ sale, clickBatch, call, part }: DisputeRowFieldsFragment): string {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  if (call) return t('subject.call', { campaign: call.campaign.name, moment: moment(call.at) });
  if (!clickBatch) return sale?.region.name ?? '';
  return t('subject.batch', {
    count: part?.claimed ?? 0,
    campaign: clickBatch.campaign.name,
    moment: moment(clickBatch.from),
  });
}

/** The title of a dispute's page. */
export function useTitle({ reason, niche, sale, clickBatch, call, part }: DisputeRowFieldsFragment): string {
  const { t } = useTranslation('disputes');
  const words = { reason: t(`common:disputeReason.${reason}`), niche: niche.name };
  if (call) return t('dispute.titleOfCall', { ...words, campaign: call.campaign.name });
  if (!clickBatch) return t('dispute.title', { ...words, region: sale?.region.name ?? '' });
  return t('dispute.titleOfClicks', { ...words, count: part?.claimed ?? 0, campaign: clickBatch.campaign.name });
}

/** How clicks that are named are told: by each thing that they have in common. */
export function useChoiceNames(): (choice: ChoiceFieldsFragment) => string {
  const { t } = useTranslation('disputes');
  const named = (names: readonly { name: string }[]): string => names.map(({ name }) => name).join(', ');
  return ({ subIds, links, regions, clickIds }) =>
    [
      ...(subIds.length > 0
        ? [t('claim.by.SUB_ID', { names: subIds.map((subId) => subId || t('clicks.noSubId')).join(', ') })]
        : []),
      ...(links.length > 0 ? [t('claim.by.LINK', { names: named(links) })] : []),
      ...(regions.length > 0 ? [t('claim.by.REGION', { names: named(regions) })] : []),
      ...(clickIds.length > 0 ? [t('claim.by.CLICK', { count: clickIds.length })] : []),
    ].join('; ');
}
