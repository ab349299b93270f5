import { now } from '../../platform/clock';
import { UserError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { moveWallets, recordEntries, walletOf, walletsOf } from '../ledger';
import { roomAt } from './budgets';
import { keepCampaign, knownCampaigns } from './campaignMemory';
import { setAsideEntry, setFreeEntry } from './entries';
import { campaignAt } from './formerTerms';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
import { promisedTo } from './promised';
import { chunkOf, freeReserve, SETTLE_MS } from './rules';

/** What visits that came at a time cost. */
interface Needed {
  minor: bigint;
  cameAt: Date;
}

/**
 * Sets money of the wallet aside for the next visits of a campaign, so that what they cost cannot be spent on anything
 * else meanwhile: a chunk, never more than its budgets leave, nor than the wallet has. Does nothing while half of that is
 * left. With `needed` so much must be there, for visits that came already; then it also sets aside for a campaign that was
 * paused since, and as far as its budgets of their time leave. What is promised to visitors of this process is not left.
 * Answers whether anything was.
 */
export async function setAside(campaignId: string, needed: Needed | null = null, promisedMinor = 0n): Promise<boolean> {
  try {
    return await setAsideOrTell(campaignId, needed, promisedMinor);
  } catch (error) {
    // The wallet was spent from meanwhile, or is frozen: the next visit finds no money set aside, and the page says so.
    if (!(error instanceof UserError)) throw error;
    return false;
  }
}

/**
 * The same for visits that came already. Throws Busy where the database took nothing just now: that is no want of money,
 * and nobody is to go unpaid for it.
 */
export async function setAsideNeeded(campaignId: string, needed: Needed): Promise<boolean> {
  try {
    return await setAsideOrTell(campaignId, needed, 0n);
  } catch (error) {
    if (!(error instanceof UserError) || error.typename === 'Busy') throw error;
    return false;
  }
}

async function setAsideOrTell(campaignId: string, needed: Needed | null, promisedMinor: bigint): Promise<boolean> {
  const after = await inTransaction(async () => {
    const row = await Campaigns.findById(campaignId).lean<CampaignRow>();
    return row ? reserve(campaignFrom(row), needed, promisedMinor, now()) : null;
  }, 'bulk');
  if (after) keepCampaign(after);
  return after !== null;
}

async function reserve(
  campaign: Campaign,
  needed: Needed | null,
  promisedMinor: bigint,
  at: Date,
): Promise<Campaign | null> {
  const wanted = wantedOf(campaign, { needed, promisedMinor }, at);
  if (wanted <= 0n) return null;
  const { available, status } = await walletOf(campaign.businessId);
  const amount = available.minor < wanted ? available.minor : wanted;
  if (status === 'FROZEN' || amount <= 0n) return null;
  const entry = setAsideEntry(campaign, amount, at);
  await recordEntries([entry]);
  await moveReserve(campaign, amount);
  await moveWallets([entry]);
  return { ...campaign, reservedMinor: campaign.reservedMinor + amount, reserveSeq: campaign.reserveSeq + 1 };
}

const lesser = (one: bigint, other: bigint): bigint => (one < other ? one : other);

/** Whether less than half of what is set aside at a time is left for the next visitors, and there is more to set aside. */
export function isRunningLow(campaign: Campaign, promisedMinor: bigint, at: Date): boolean {
  const left = freeReserve(campaign) - promisedMinor;
  // Enough whatever its budgets leave, which takes longer to tell: each visitor asks this.
  if (left >= nextOf(campaign, promisedMinor) / 2n && left >= campaign.maxPriceMinor) return false;
  return wantedOf(campaign, { needed: null, promisedMinor }, at) > 0n;
}

/** As many come in the next moment as came in the last: a burst finds twice as much each time. */
function nextOf(campaign: Campaign, promisedMinor: bigint): bigint {
  const chunk = chunkOf(campaign);
  return chunk > promisedMinor ? chunk : promisedMinor;
}

function wantedOf(
  campaign: Campaign,
  { needed, promisedMinor }: { needed: Needed | null; promisedMinor: bigint },
  at: Date,
): bigint {
  const free = freeReserve(campaign);
  const room = roomAt(campaign, at);
  const next = nextOf(campaign, promisedMinor);
  const left = free - promisedMinor;
  const runs = campaign.state === 'RUNNING' && !campaign.isSuspended;
  // A little less than all that may be spent is no reason for another entry of the journal.
  const isShort = left < lesser(next, room - promisedMinor) / 2n || left < campaign.maxPriceMinor;
  const ahead = runs && isShort ? next - left : 0n;
  const wanted = lesser(ahead, room - free);
  if (!needed) return wanted;
  const roomThen = roomAt(campaignAt(campaign, needed.cameAt).campaign, at);
  const missing = lesser(needed.minor, roomThen) - free;
  return missing > wanted ? missing : wanted;
}

async function moveReserve({ _id, reserveSeq }: Campaign, amountMinor: bigint): Promise<void> {
  const { matchedCount } = await Campaigns.updateOne(
    { _id, reserveSeq },
    { $inc: { reservedMinor: amountMinor, reserveSeq: 1 } },
  );
  if (matchedCount === 0) throw new Error(`campaign ${_id} was set aside for by another at the same moment`);
}

/**
 * Sets aside for all campaigns that run and are short, of businesses whose wallet has something: which they are is known
 * here without the database. Answers for how many it did.
 */
export async function setAsideForAll(at: Date): Promise<number> {
  const short = [...knownCampaigns()].filter((campaign) => isRunningLow(campaign, promisedTo(campaign._id), at));
  if (short.length === 0) return 0;
  const wallets = await walletsOf([...new Set(short.map(({ businessId }) => businessId))]);
  let done = 0;
  for (const { _id, businessId } of short) {
    const wallet = wallets.get(businessId);
    if (!wallet || wallet.status === 'FROZEN' || wallet.available.minor <= 0n) continue;
    if (await setAside(_id, null, promisedTo(_id))) done++;
  }
  return done;
}

/**
 * Gives what was set aside and not spent back to the wallets of campaigns that stopped ten minutes ago or longer. Answers
 * for how many it did.
 */
export async function setFreeOfStopped(at: Date): Promise<number> {
  const since = new Date(at.getTime() - SETTLE_MS);
  const rows = await Campaigns.find({
    state: { $in: ['PAUSED', 'ENDED'] },
    stateSince: { $lte: since },
    reservedMinor: { $gt: 0 },
  }).lean<CampaignRow[]>();
  let done = 0;
  for (const { _id } of rows) {
    const after = await inTransaction(async () => {
      const row = await Campaigns.findOne({ _id, state: { $ne: 'RUNNING' } }).lean<CampaignRow>();
      return row ? free(campaignFrom(row), at) : null;
    }, 'bulk');
    if (!after) continue;
    keepCampaign(after);
    done++;
  }
  return done;
}

async function free(campaign: Campaign, at: Date): Promise<Campaign | null> {
  const amount = freeReserve(campaign);
  if (amount <= 0n) return null;
  const entry = setFreeEntry(campaign, amount, at);
  await recordEntries([entry]);
  await moveReserve(campaign, -amount);
  await moveWallets([entry]);
  return { ...campaign, reservedMinor: campaign.reservedMinor - amount, reserveSeq: campaign.reserveSeq + 1 };
}
