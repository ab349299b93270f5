import { parseMinor } from '../../app/format';
import type {
  BuyingWishFieldsFragment,
  BuyingWishTerms,
  Channel,
  ContactKind,
  Temperature,
} from '../../generated/wishes';
import { MARKET_CURRENCY } from '../../ui/floor';

export type SaleModel = 'any' | 'exclusive' | 'shared';

/** What a person fills in. */
export interface WishForm {
  name: string;
  nicheIds: string[];
  regionIds: string[];
  temperatures: Temperature[];
  contactKinds: ContactKind[];
  channels: Channel[];
  isVerified: boolean;
  model: SaleModel;
  maxPrice: string;
  dailyCount: string;
  dailyBudget: string;
  isNamed: boolean;
}

export const EMPTY: WishForm = {
  name: '',
  nicheIds: [],
  regionIds: [],
  temperatures: [],
  contactKinds: [],
  channels: [],
  isVerified: false,
  model: 'any',
  maxPrice: '',
  dailyCount: '10',
  dailyBudget: '',
  isNamed: false,
};

const typed = ({ minor }: { minor: number | string }): string => (Number(minor) / 100).toFixed(2);

export const formOf = ({ filter, ...wish }: BuyingWishFieldsFragment): WishForm => ({
  name: wish.name,
  nicheIds: filter.niches.map(({ id }) => id),
  regionIds: filter.regions.map(({ id }) => id),
  temperatures: [...filter.temperatures],
  contactKinds: [...filter.contactKinds],
  channels: [...filter.channels],
  isVerified: filter.isVerified ?? false,
  model: typeof filter.isExclusive === 'boolean' ? (filter.isExclusive ? 'exclusive' : 'shared') : 'any',
  maxPrice: typed(wish.maxPrice),
  dailyCount: String(wish.dailyCount),
  dailyBudget: typed(wish.dailyBudget),
  isNamed: wish.isNamed,
});

/** An amount as the API takes it; what is none is sent as nothing, which the server refuses at its field. */
export const amountOf = (text: string) => ({
  minor: parseMinor(text, MARKET_CURRENCY) ?? 0,
  currency: MARKET_CURRENCY,
});

/** Grades are not asked of the person here; those that a wish has stay. */
export const termsOf = (form: WishForm, grades: BuyingWishFieldsFragment['filter']['grades']): BuyingWishTerms => ({
  name: form.name,
  filter: {
    nicheIds: form.nicheIds,
    regionIds: form.regionIds,
    temperatures: form.temperatures,
    contactKinds: form.contactKinds,
    channels: form.channels,
    grades: [...grades],
    isVerified: form.isVerified || null,
    isExclusive: form.model === 'any' ? null : form.model === 'exclusive',
  },
  maxPrice: amountOf(form.maxPrice),
  dailyCount: Math.trunc(Number(form.dailyCount)) || 0,
  dailyBudget: amountOf(form.dailyBudget),
  isNamed: form.isNamed,
});
