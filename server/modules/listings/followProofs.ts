import { now } from '../../platform/clock';
import { inTransaction } from '../../platform/transaction';
import { type Lead, leadsById, type ProofChannel, provenChannels } from '../leads';
import { type Listing, listingFrom, type ListingRow, Listings } from './model';
import { priceWrite, withPrice } from './repriceListings';
import { PRICEABLE } from './rules';

/** The channels that are proven of every one of these leads. */
export function provenOfAll(leads: readonly Lead[]): ProofChannel[] {
  const [first = [], ...others] = leads.map(provenChannels);
  return first.filter((channel) => others.every((proven) => proven.includes(channel)));
}

/**
 * Brings what is on sale, or in a draft, of a lead up to the proofs that came later, with its price. Quotes made before
 * keep their price for their 10 minutes. News that comes twice finds nothing to do.
 */
export const followProofs = (leadId: string): Promise<void> =>
  inTransaction(async () => {
    const rows = await Listings.find({ leadIds: leadId, status: { $in: PRICEABLE } }).lean<ListingRow[]>();
    for (const listing of rows.map(listingFrom)) await followProof(listing);
  });

async function followProof(listing: Listing): Promise<void> {
  const leads = [...(await leadsById(listing.leadIds)).values()];
  const facts = { isVerified: leads.every(({ isVerified }) => isVerified), provenChannels: provenOfAll(leads) };
  const isSame =
    facts.isVerified === listing.isVerified && facts.provenChannels.join() === listing.provenChannels.join();
  if (isSame) return;
  const { filter, update } = priceWrite(withPrice({ ...listing, ...facts }, now()), {}).updateOne;
  await Listings.updateOne(filter, { $set: { ...update.$set, ...facts } });
}
