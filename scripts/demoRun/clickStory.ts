import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from '../api/marketClient';
import { ledgerOf } from './ledger';

/** Who plays it, how a step is told, and how time passes where the market is the demo's own. */
export interface ClickStory {
  agency: Caller;
  agencyId: string;
  buyer: Caller;
  buyerId: string;
  admin: Caller;
  tell(title: string, ...lines: string[]): void;
  /** Null on a market that others use too: there the hour takes an hour. */
  passHours: ((hours: number) => void) | null;
}

const WAIT_MS = 60_000;
const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const LAPTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const usd = (dollars: number): object => ({ minor: dollars * 100, currency: 'USD' });

interface Batch {
  id: string;
  state: string;
  clicks: number;
  billed: number;
  gross: { text: string };
  windowEndsAt: string | null;
}

/** A campaign is paid per visitor: from its start to the hour's batch that is held, with what became of a visitor. */
export async function clickStory(story: ClickStory): Promise<void> {
  const { buyer, tell } = story;
  const { campaignId, link } = await begin(story);
  const clicks = await sendVisitors(story, campaignId, link);
  await tellConversion(story, clicks.find(({ verdict }) => verdict === 'VALID')!.id);
  story.passHours?.(2);
  const batch = await waitFor(async () => {
    const batches = await batchesOf(buyer, campaignId);
    return batches[0] && (batches[0].state === 'HELD' || !story.passHours) ? batches[0] : null;
  });
  tell(
    'The clicks of an hour are one batch',
    `${batch.state}: ${batch.billed} of ${batch.clicks} clicks, ${batch.gross.text}`,
    batch.windowEndsAt ? `held until ${batch.windowEndsAt}, until then it may be disputed` : 'billed after its hour',
  );
  await showLedger(story, batch);
}

async function begin({ agency, buyer, tell }: ClickStory): Promise<{ campaignId: string; link: string }> {
  const terms = {
    name: 'Kitchens, Greece',
    description: 'Owners who plan to renovate.',
    nicheId: 'niche_kitchens',
    regionIds: ['region_GR'],
    targetUrl: 'https://rigas.example.com/kouzines',
    maxPrice: usd(6),
    timeZone: 'Europe/Athens',
    dayBudget: usd(40),
  };
  const { campaign } = await buyer.mutate<{ campaign: { id: string; reserved: { text: string } } }>(
    'startCampaign',
    { terms, agreedPerDay: terms.dayBudget, clientKey: randomUUID() },
    'campaign { id reserved { text } }',
  );
  tell(
    'The business starts a campaign that is paid per visitor',
    `at most $6.00 a visitor and $40.00 a day; ${campaign.reserved.text} of the wallet is set aside`,
  );
  const { application } = await agency.mutate<{ application: { id: string } }>(
    'applyToCampaign',
    { campaignId: campaign.id, note: 'Readers of our guide to renovation.' },
    'application { id }',
  );
  const approved = await buyer.mutate<{ application: { prices: { price: { text: string } }[] } }>(
    'approveApplication',
    { id: application.id },
    'application { prices { price { text } } }',
  );
  const wish = { campaignId: campaign.id, regionId: 'region_GR', name: 'Guide', clientKey: randomUUID() };
  const { trackedLink } = await agency.mutate<{ trackedLink: { address: string } }>(
    'createTrackedLink',
    wish,
    'trackedLink { address }',
  );
  tell(
    'The agency applies, is approved and makes a tracked link',
    `a visitor costs ${approved.application.prices[0]?.price.text}`,
    trackedLink.address,
  );
  return { campaignId: campaign.id, link: new URL(trackedLink.address).pathname };
}

interface Click {
  id: string;
  verdict: string;
  why: string;
  price: { text: string } | null;
}

async function sendVisitors({ buyer, tell }: ClickStory, campaignId: string, link: string): Promise<Click[]> {
  const visitors: [string, string, 'GET' | 'HEAD'][] = [
    ['94.64.10.7', PHONE, 'GET'],
    ['79.103.4.9', LAPTOP, 'GET'],
    ['94.64.10.7', PHONE, 'GET'],
    ['2.84.3.5', ROBOT, 'GET'],
    ['2.84.3.6', PHONE, 'HEAD'],
    ['3.5.140.9', LAPTOP, 'GET'],
  ];
  for (const [from, agent, method] of visitors) {
    const headers = { 'user-agent': agent, 'x-forwarded-for': from };
    await fetch(new URL(`${link}?s=guide`, buyer.address), { method, redirect: 'manual', headers });
  }
  const query = 'query ($id: ID) { clicks(campaignId: $id) { nodes { id verdict why price { text } } } }';
  const clicks = await waitFor(async () => {
    const { nodes } = await buyer.ask<{ nodes: Click[] }>(query, { id: campaignId });
    return nodes.length === visitors.length && nodes.every(({ verdict }) => verdict !== 'PENDING') ? nodes : null;
  });
  tell(
    'People, a robot and a server follow the link',
    ...clicks.toReversed().map(({ verdict, why, price }) => `${verdict.padEnd(12)} ${price?.text ?? '-'}  ${why}`),
  );
  return clicks;
}

/** The business's own server says what became of the first visitor. */
async function tellConversion({ buyer, tell }: ClickStory, click: string): Promise<void> {
  const { secret, setup } = await buyer.mutate<{ secret: string; setup: { keyId: string } }>(
    'renewConversionSecret',
    {},
    'secret setup { keyId }',
  );
  const contact = { name: 'Μαρία Λάμπρου', email: `maria-${randomUUID().slice(0, 8)}@example.com` };
  const body = JSON.stringify({ click, kind: 'request', order: 'K-1', contact });
  const time = Math.floor(Date.now() / 1000);
  const v1 = createHmac('sha256', secret).update(`${time}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'leadbourse-signature': `key=${setup.keyId},t=${time},v1=${v1}`,
  };
  const response = await fetch(new URL('/api/conversions', buyer.address), { method: 'POST', headers, body });
  if (response.status !== 201) throw new Error(`The conversion was answered ${response.status}`);
  const noted = (await response.json()) as { secondsFromClick: number; isQuick: boolean; lead: string };
  tell(
    'The business’s server tells that the first visitor left a request, signed',
    `${noted.secondsFromClick} s after the click${noted.isQuick ? ', sooner than people do it: kept as evidence' : ''}`,
    `its person is kept for the business alone as ${noted.lead}; nothing more is paid`,
  );
}

async function batchesOf(caller: Caller, campaignId: string): Promise<Batch[]> {
  const query = `query ($id: ID) { clickBatches(campaignId: $id) {
    nodes { id state clicks billed gross { text } windowEndsAt }
  } }`;
  return (await caller.ask<{ nodes: Batch[] }>(query, { id: campaignId })).nodes;
}

async function showLedger({ admin, agencyId, buyerId, tell }: ClickStory, batch: Batch): Promise<void> {
  const names = { [agencyId]: 'agency', [buyerId]: 'buyer' };
  const ledger = await ledgerOf(admin, { walletOf: buyerId, saleIds: [batch.id] }, names);
  tell('The ledger with the campaign, in dollars', ...ledger.split('\n'));
}

async function waitFor<T>(look: () => Promise<T | null>): Promise<T> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(250)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(`It did not happen within ${WAIT_MS / 1000} s`);
}
