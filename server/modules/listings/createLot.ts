import { type CreateLotInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { duplicateKeyOf } from '../../platform/transaction';
import { leadsNotListable } from './errors';
import { findListable, type ListableLead, refusedLead } from './listable';
import { type Listing, Listings } from './model';
import { newLot } from './newListing';
import { onceIfKeyed } from './onceIfKeyed';
import { ownListings } from './ownListings';
import { requireActiveAgency } from './policy';
import { MAX_LOT, MIN_LOT } from './rules';
import { readTerms, type SaleTerms } from './terms';
import { withdrawUnfit } from './withdrawUnfit';

const MAX_NAME = 100;

/**
 * Puts like leads together as a draft that holds them; `listLot` puts it on sale. Throws AgencyNotActive, InvalidInput,
 * LeadsNotListable with the reason of each lead that cannot be sold.
 */
export async function createLot(viewer: Viewer, input: CreateLotInput): Promise<Listing> {
  await requireActiveAgency(viewer);
  const [name, terms, leadIds] = together(
    () => readName(input),
    () => readTerms(input.terms),
    () => readLeadIds(input),
  );
  let lotId: string;
  try {
    lotId = await onceIfKeyed(viewer, 'createLot', input, () => insertLot(viewer, { leadIds, name, terms }));
  } catch (error) {
    if (duplicateKeyOf(error)?.keyPattern !== 'leadIds') throw error;
    const again = await findListable(viewer.organisationId, leadIds, terms.maxSales);
    throw leadsNotListable(again.refused);
  }
  const [lot] = await ownListings(viewer, [lotId]);
  const late = lot!.status === 'DRAFT' ? await withdrawUnfit([lot!]) : new Set<string>();
  if (late.size > 0) throw leadsNotListable([...late].map((leadId) => refusedLead(leadId, 'NOT_ACCEPTED')));
  return lot!;
}

function readName(input: CreateLotInput): string {
  const name = input.name.trim();
  if (name === '' || name.length > MAX_NAME) throw invalidInput(`Give a name of 1 to ${MAX_NAME} letters.`, ['name']);
  return name;
}

function readLeadIds(input: CreateLotInput): string[] {
  const leadIds = [...new Set(input.leadIds)];
  if (leadIds.length >= MIN_LOT && leadIds.length <= MAX_LOT) return leadIds;
  throw invalidInput(`A lot has ${MIN_LOT} to ${MAX_LOT} leads.`, ['leadIds']);
}

interface LotWish {
  leadIds: string[];
  name: string;
  terms: SaleTerms;
}

async function insertLot({ organisationId }: Viewer, { leadIds, name, terms }: LotWish): Promise<string> {
  const { listable, refused } = await findListable(organisationId, leadIds, terms.maxSales);
  const sold = listable.filter(({ soldBefore }) => soldBefore > 0);
  const unfit = [...refused, ...sold.map(({ lead }) => refusedLead(lead._id, 'SOLD_BEFORE'))];
  if (unfit.length > 0) throw leadsNotListable(unfit);
  requireAlike(listable);
  const lot = newLot(listable, name, terms, now());
  await Listings.insertMany([lot], { lean: true });
  return lot._id;
}

/** Buyers look for a place: the leads of a lot share a country at least, and what is said of all is true of each. */
function requireAlike(found: readonly ListableLead[]): void {
  if (new Set(found.map(({ lead }) => lead.countryCode)).size > 1) {
    throw invalidInput('The leads of a lot are of one country. Make a lot for each.', ['leadIds']);
  }
  const kinds = new Set(
    found.map(({ lead }) => [lead.nicheId, lead.temperature, lead.contactKind, lead.isVerified].join()),
  );
  if (kinds.size > 1) {
    throw invalidInput('The leads of a lot are of one niche, temperature and contact kind, all verified or none.', [
      'leadIds',
    ]);
  }
}
