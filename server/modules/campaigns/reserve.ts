import { now } from '../../platform/clock';
import { UserError } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { moveWallets, recordEntries, walletOf } from '../ledger';
import { roomAt } from './budgets';
import { keepCampaign } from './campaignMemory';
import { setAsideEntry, setFreeEntry } from './entries';
import { campaignAt } from './formerTerms';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';
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
 * paused since, and as far as its budgets of their time leave.
 */
export async function setAside(campaignId: string, needed: Needed | null = null): Promise<void> {
  try {
    const after = await inTransaction(async () => {
      const row = await Campaigns.findById(campaignId).lean<CampaignRow>();
      return row ? reserve(campaignFrom(row), needed, now()) : null;
    }, 'bulk');
    if (after) keepCampaign(after);
  } catch (error) {
    // The wallet was spent from meanwhile, or is frozen: the next visit finds no money set aside, and the page says so.
    if (!(error instanceof UserError)) throw error;
  }
}

async function reserve(campaign: Campaign, needed: Needed | null, at: Date): Promise<Campaign | null> {
  const free = freeReserve(campaign);
  const wanted = wantedOf(campaign, free, needed, at);
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

function wantedOf(campaign: Campaign, free: bigint, needed: Needed | null, at: Date): bigint {
  const room = roomAt(campaign, at);
  const chunk = chunkOf(campaign);
  const target = lesser(chunk, room);
  const runs = campaign.state === 'RUNNING' && !campaign.isSuspended;
  // A little less than all that may be spent is no reason for another entry of the journal.
  const isShort = free < target / 2n || free < campaign.maxPriceMinor;
  const ahead = runs && isShort ? target - free : 0n;
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

/** Sets aside for all campaigns that run and are short. Answers for how many it did. */
export async function setAsideForAll(at: Date): Promise<number> {
  let done = 0;
  const rows = Campaigns.find({ state: 'RUNNING' }).lean<CampaignRow>().cursor() as AsyncIterable<CampaignRow>;
  for await (const row of rows) {
    const campaign = campaignFrom(row);
    const isShort = wantedOf(campaign, freeReserve(campaign), null, at) > 0n;
    if (!isShort) continue;
    await setAside(campaign._id);
    done++;
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
