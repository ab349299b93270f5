import { type Viewer } from '../../graphql/viewer';
import { after, now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { factsAlone, type FactsTold } from '../leads';
import { priceOf } from '../pricing';
import { whoBids } from './bids/whoBids';
import { type BuyingWish, type Ping, Pings } from './model';
import { hashesOf, isPosted, type PersonDigests } from './people';
import { tokenOf } from './pingToken';
import { BID_MS, type NoBidReason } from './rules';

export interface PingInput extends FactsTold {
  /** How many buyers the lead may have; 1 is exclusive. */
  maxSales: number;
  floorMinor: bigint;
  person: PersonDigests;
}

/** What a ping is answered: the bid of each of these wishes, and by which token it is taken; or why nobody bids. */
export interface PingAnswer {
  ping: Ping;
  wishes: BuyingWish[];
  /** Null where nobody bids. */
  token: string | null;
}

/**
 * Asks who buys a lead of these facts at once, at the market's price. Nothing of its person is told or kept but hashes.
 * What is answered follows from the facts and, of people, from this agency's own posts alone: by whatever other way a
 * person is known to the market or to a buyer, only the post tells it, as every submission does. Throws InvalidInput.
 */
export async function ping({ organisationId: agencyId }: Viewer, input: PingInput): Promise<PingAnswer> {
  const at = now();
  const { maxSales, floorMinor } = input;
  const facts = factsAlone(input);
  const hashes = hashesOf(agencyId, input.person);
  const priced = priceOf(
    { ...facts, model: 'LEAD', agencyId, isExclusive: maxSales === 1, listedAt: at, floorMinor: 0n },
    at,
  );
  const offered = { agencyId, facts, maxSales, floorMinor, priceMinor: priced.total.minor };
  const found: BuyingWish[] | NoBidReason = (await isPosted(hashes)) ? 'DUPLICATE' : await whoBids(offered, at);
  const wishes = Array.isArray(found) ? found.slice(0, maxSales) : [];
  const lines = priced.lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.minor }));
  const row: Ping = {
    _id: newId('ping'),
    agencyId,
    at,
    expiresAt: after(at, BID_MS),
    ...facts,
    maxSales,
    floorMinor,
    ...hashes,
    bid: wishes.length > 0 ? { priceMinor: priced.total.minor, lines } : null,
    wishIds: wishes.map(({ _id }) => _id),
    noBid: Array.isArray(found) ? null : found,
    state: wishes.length > 0 ? 'OPEN' : 'NO_BID',
    postedAt: null,
    result: null,
  };
  await Pings.insertMany([row], { lean: true });
  return { ping: row, wishes, token: wishes.length > 0 ? tokenOf(row) : null };
}
