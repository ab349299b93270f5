import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { MARKET_CURRENCY, type Money, money } from '../../../platform/money';
import { nicheTree, regionTree } from '../../catalog';
import { board, type MarketFilter } from '../board';
import { type SavedSearch, SavedSearches } from './model';

/** The searches that the viewer's business keeps, by name. */
export const readSearches = ({ organisationId }: Viewer): Promise<SavedSearch[]> =>
  SavedSearches.find({ buyerId: organisationId }).sort({ name: 1 }).lean<SavedSearch[]>();

/** How many listings match a saved search now. */
export const matchCount = ({ filter }: SavedSearch): number => board().counts(filter, now().getTime()).total;

const amount = (minor: number | undefined): Money | null =>
  minor === undefined ? null : money(BigInt(minor), MARKET_CURRENCY);

/** A saved filter in the words of the API; a niche or region that is gone from the catalogue is left out. */
export function savedFilter(filter: MarketFilter) {
  const { isLot } = filter;
  return {
    niches: nichesOf(filter),
    regions: regionsOf(filter),
    models: [...(filter.models ?? [])],
    temperatures: [...(filter.temperatures ?? [])],
    contactKinds: [...(filter.contactKinds ?? [])],
    channels: [...(filter.channels ?? [])],
    grades: [...(filter.grades ?? [])],
    isVerified: filter.isVerified ?? null,
    provenChannels: [...(filter.provenChannels ?? [])],
    isExclusive: filter.isExclusive ?? null,
    kind: isLot === undefined ? null : isLot ? ('LOT' as const) : ('SINGLE' as const),
    priceMin: amount(filter.priceMinMinor),
    priceMax: amount(filter.priceMaxMinor),
    maxAgeHours: filter.maxAgeHours ?? null,
  };
}

const nichesOf = ({ niches }: MarketFilter) => (niches ?? []).flatMap((id) => nicheTree().byId(id) ?? []);
const regionsOf = ({ regions }: MarketFilter) => (regions ?? []).flatMap((id) => regionTree().byId(id) ?? []);

export type FilterAnswer = ReturnType<typeof savedFilter>;
