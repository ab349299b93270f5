import { randomUUID } from 'node:crypto';
import { ensurePlatformAdmin } from '../../server/modules/accounts';
import { keepApplication, keepCampaign, knownCampaign } from '../../server/modules/campaigns/campaignMemory';
import { approvedApplication, type Campaign } from '../../server/modules/campaigns';
import { keepLink, knownLink } from '../../server/modules/clicks/links/linkMemory';
import { type TrackedLink } from '../../server/modules/clicks/model';
import { accounts, postEntries } from '../../server/modules/ledger';
import { MARKET_CURRENCY } from '../../server/platform/money';
import { inTransaction } from '../../server/platform/transaction';
import { type Stage } from '../demoData/stage';
import { type Caller } from '../api/marketClient';
import { randomWord } from '../api/randomWord';

const PASSWORD = 'a long pass phrase for the bench';
const NICHE = 'niche_motor-insurance';
export const REGION = 'region_KE';
const usd = (dollars: number): object => ({ minor: dollars * 100, currency: 'USD' });
const FUNDS_MINOR = 5_000_000_000n;

/** A campaign that takes an agency's visitors, and the link that leads to it. */
export interface ClickMarket {
  campaign: Campaign;
  link: TrackedLink;
}

/** Makes a market with one campaign that runs, by its own verbs; only the money comes without the payment page. */
export async function makeClickMarket(stage: Stage): Promise<ClickMarket> {
  const [admin, agency, business] = [stage.caller(), stage.caller(), stage.caller()];
  await ensurePlatformAdmin('bench@leadbourse.example', PASSWORD, 'Bench');
  await admin.logIn('bench@leadbourse.example', PASSWORD);
  const agencyId = await enter(agency, 'AGENCY');
  const businessId = await enter(business, 'BUSINESS');
  await admin.mutate('approveAgency', { organisationId: agencyId });
  await stage.settle();
  await fund(businessId, stage.now());
  const terms = {
    name: 'Benchmark',
    nicheId: NICHE,
    regionIds: [REGION],
    targetUrl: 'https://www.rift-cover.example.com/offer?from=leadbourse',
    maxPrice: usd(20),
    timeZone: 'Africa/Nairobi',
    dayBudget: usd(100_000),
  };
  const started = await business.mutate<{ campaign: { id: string } }>(
    'startCampaign',
    { terms, agreedPerDay: terms.dayBudget, clientKey: randomUUID() },
    'campaign { id }',
  );
  const campaignId = started.campaign.id;
  const note = 'Visitors of our guide.';
  const { application } = await agency.mutate<{ application: { id: string } }>(
    'applyToCampaign',
    { campaignId, note },
    'application { id }',
  );
  await business.mutate('approveApplication', { id: application.id });
  const { trackedLink } = await agency.mutate<{ trackedLink: { id: string } }>(
    'createTrackedLink',
    { campaignId, regionId: REGION, name: 'Guide', clientKey: randomUUID() },
    'trackedLink { id }',
  );
  return { campaign: knownCampaign(campaignId)!, link: knownLink(trackedLink.id)! };
}

async function enter(caller: Caller, kind: string): Promise<string> {
  const person = { name: 'Bench Person', email: `${randomUUID()}@example.com`, password: PASSWORD };
  return caller.signUp(person, { kind, name: `Bench ${kind.toLowerCase()} ${randomWord()}`, country: 'KE' });
}

async function fund(businessId: string, at: Date): Promise<void> {
  const legs = [
    { account: accounts.adjustment(), amountMinor: -FUNDS_MINOR },
    { account: accounts.wallet(businessId), amountMinor: FUNDS_MINOR },
  ];
  const id = `adj:bench-${randomUUID()}`;
  const entry = { id, currency: MARKET_CURRENCY, legs, refs: {}, actor: 'bench', at };
  await inTransaction(() => postEntries([entry]));
}

/**
 * Lets this process know so many campaigns with a link each, as it would if they were made: copies of the first, of which
 * the door tells nothing else. Answers with the codes of the links.
 */
export function knowMany({ campaign, link }: ClickMarket, count: number): string[] {
  const application = approvedApplication(campaign._id, link.agencyId)!;
  return Array.from({ length: count }, (_, place) => {
    if (place === 0) return link._id;
    const tail = place.toString().padStart(8, '0');
    const campaignId = `${campaign._id}_${tail}`;
    keepCampaign({ ...campaign, _id: campaignId });
    keepApplication({ ...application, _id: `${application._id}_${tail}`, campaignId });
    keepLink({ ...link, _id: `0bad${tail}`, campaignId });
    return `0bad${tail}`;
  });
}
