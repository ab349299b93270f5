import { parseMinor } from '../../app/format';
import type { CampaignFieldsFragment, CampaignTerms } from '../../generated/campaigns';
import { MARKET_CURRENCY } from '../../ui/floor';
import { secondsOf } from '../recordings/length';
import { inputsOf, type TypedSpan, typedSpans } from './hours';
import { modelOf, type UsageModel } from './model';

/** A campaign as it is typed: what is not limited is empty. */
export interface TypedCampaign {
  model: UsageModel;
  name: string;
  description: string;
  nicheId: string;
  regionIds: string[];
  /** What the regions are called, by their ids: beside their prices. */
  regionNames: Record<string, string>;
  targetUrl: string;
  phone: string;
  /** How long a call is talked at least, as seconds or as minutes and seconds. */
  minSeconds: string;
  isRecorded: boolean;
  maxPrice: string;
  timeZone: string;
  hours: TypedSpan[];
  dayBudget: string;
  weekBudget: string;
  totalBudget: string;
  isSpread: boolean;
}

/** So long a call is talked to be paid, where nobody says otherwise. */
const USUAL_SECONDS = 90;

export const emptyCampaign = (timeZone: string): TypedCampaign => ({
  model: 'CLICK',
  name: '',
  description: '',
  nicheId: '',
  regionIds: [],
  regionNames: {},
  targetUrl: '',
  phone: '',
  minSeconds: String(USUAL_SECONDS),
  isRecorded: true,
  maxPrice: '',
  timeZone,
  hours: [],
  dayBudget: '',
  weekBudget: '',
  totalBudget: '',
  isSpread: false,
});

const typed = (amount: { minor: number | string } | null | undefined): string =>
  amount ? (Number(amount.minor) / 100).toFixed(2) : '';

export const typedFrom = (campaign: CampaignFieldsFragment): TypedCampaign => ({
  model: modelOf(campaign),
  name: campaign.name,
  description: campaign.description,
  nicheId: campaign.niche.id,
  regionIds: campaign.regions.map(({ id }) => id),
  regionNames: Object.fromEntries(campaign.regions.map(({ id, name }) => [id, name])),
  targetUrl: campaign.targetUrl ?? '',
  phone: campaign.phone ?? '',
  minSeconds: String(campaign.minSeconds ?? USUAL_SECONDS),
  isRecorded: campaign.isRecorded ?? true,
  maxPrice: typed(campaign.maxPrice),
  timeZone: campaign.timeZone,
  hours: typedSpans(campaign.hours),
  dayBudget: typed(campaign.today?.limit),
  weekBudget: typed(campaign.thisWeek?.limit),
  totalBudget: typed(campaign.total?.limit),
  isSpread: campaign.isSpread,
});

/** An amount as the API takes it; what is none is sent as nothing, which the server refuses at its field. */
export const amountOf = (text: string) => ({
  minor: parseMinor(text, MARKET_CURRENCY) ?? 0,
  currency: MARKET_CURRENCY,
});

/** A length as `90` or `1:30`; what is none is sent as nothing, which the server refuses at its field. */
const lengthIn = (text: string): number => (/^\s*\d{1,5}\s*$/.test(text) ? Number(text) : (secondsOf(text) ?? 0));

const limitOf = (text: string) => (text.trim() === '' ? null : amountOf(text));

/** What is typed as the API takes it. */
export const termsOf = ({ hours, ...form }: TypedCampaign): CampaignTerms => ({
  model: form.model,
  name: form.name,
  description: form.description,
  nicheId: form.nicheId,
  regionIds: form.regionIds,
  ...(form.model === 'CALL'
    ? { phone: form.phone, minSeconds: lengthIn(form.minSeconds), isRecorded: form.isRecorded }
    : { targetUrl: withScheme(form.targetUrl) }),
  maxPrice: amountOf(form.maxPrice),
  timeZone: form.timeZone,
  hours: inputsOf(hours),
  dayBudget: amountOf(form.dayBudget),
  weekBudget: limitOf(form.weekBudget),
  totalBudget: limitOf(form.totalBudget),
  isSpread: form.isSpread,
});

/** An address as people say it, such as `savanna.co.ke/motor`, with what it lacks. */
export const withScheme = (text: string): string => {
  const address = text.trim();
  return /^[\p{L}\p{N}][\p{L}\p{N}.-]*\.\p{L}{2,}(?:[:/?#]|$)/u.test(address) ? `https://${address}` : address;
};
