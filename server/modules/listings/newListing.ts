import { newId } from '../../platform/ids';
import { MARKET_CURRENCY } from '../../platform/money';
import { regionTree } from '../catalog';
import { provenOfAll } from './followProofs';
import { type ListableLead } from './listable';
import { type Listing } from './model';
import { priceListing } from './pricing';
import { type SaleTerms } from './terms';

/** One lead as a listing that is on sale from `at`. */
export function newSingle(found: ListableLead, terms: SaleTerms, at: Date): Listing {
  const listedAt = found.firstListedAt ?? at;
  return assemble([found], terms, at, { kind: 'SINGLE', name: null, status: 'LISTED', listedAt });
}

/** Like leads as a lot that is not on sale yet. */
export function newLot(found: readonly ListableLead[], name: string, terms: SaleTerms, at: Date): Listing {
  const lot = assemble(found, terms, at, { kind: 'LOT', name, status: 'DRAFT', listedAt: null });
  return { ...lot, repriceAt: null };
}

function assemble(
  found: readonly ListableLead[],
  terms: SaleTerms,
  at: Date,
  own: Pick<Listing, 'kind' | 'name' | 'status' | 'listedAt'>,
): Listing {
  const leads = found.map(({ lead }) => lead);
  const [first] = leads;
  if (!first) throw new RangeError('a listing has at least one lead');
  const facts = {
    _id: newId('listing'),
    ...own,
    ...terms,
    agencyId: first.agencyId,
    leadIds: leads.map(({ _id }) => _id),
    leadRegionIds: leads.map(({ regionId }) => regionId),
    leadChannels: leads.map(({ channel }) => channel),
    model: 'LEAD' as const,
    nicheId: first.nicheId,
    regionId: smallestCommon(leads.map(({ regionId }) => regionId)),
    temperature: first.temperature,
    contactKind: first.contactKind,
    channel: leads.every(({ channel }) => channel === first.channel) ? first.channel : ('OTHER' as const),
    isVerified: first.isVerified,
    provenChannels: provenOfAll(leads),
    currency: MARKET_CURRENCY,
    sold: Math.max(...found.map(({ soldBefore }) => soldBefore)),
    holdsLeads: true,
    firstListedAt: oldest(found.map(({ firstListedAt }) => firstListedAt ?? at)),
    createdAt: at,
  };
  return { ...facts, ...priceListing(facts, at) };
}

const oldest = (dates: readonly Date[]): Date => new Date(Math.min(...dates.map((date) => date.getTime())));

/** The smallest region that all of these lie in. They share a country: `createLot` takes no others. */
function smallestCommon(regionIds: readonly string[]): string {
  const tree = regionTree();
  const [first = '', ...others] = regionIds;
  const path = tree.pathOf(first).map(({ _id }) => _id);
  const common = path.filter((id) => others.every((other) => tree.isWithin(other, id)));
  const smallest = common.at(-1);
  if (smallest === undefined) throw new RangeError('the leads of a listing share no region');
  return smallest;
}
