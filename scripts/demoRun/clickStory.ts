import { createHmac, randomUUID } from 'node:crypto';
import { type Caller } from '../api/marketClient';
import { begin, disputeAndDecide, showLedger, type Story, usd, waitFor } from './story';

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const LAPTOP =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const ROBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

interface Batch {
  id: string;
  state: string;
  clicks: number;
  billed: number;
  gross: { text: string };
  windowEndsAt: string | null;
}

/**
 * A campaign is paid per visitor: from its start to the hour's batch that is held, with what became of a visitor, and to a
 * claim of one of its clicks. Gives the id of the batch.
 */
export async function clickStory(story: Story): Promise<string> {
  const { buyer, tell } = story;
  const { campaignId, link } = await open(story);
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
  // On a market that others use too the batch is not billed yet: there is nothing to claim.
  if (batch.state === 'HELD') await disputeOne(story, batch);
  await showLedger(story, 'The ledger with the clicks, in dollars', [batch.id]);
  return batch.id;
}

/** One of the clicks is claimed by its number; the rest of the batch stays held for the agency. */
async function disputeOne(story: Story, { id, billed }: Batch): Promise<void> {
  const text = 'One of these visitors filled in the form three times within seconds and left nothing that can be read.';
  await disputeAndDecide(
    story,
    { clickBatchId: id, reason: 'BOT', count: 1, text },
    'All came from our guide; we see no robot among them.',
    { what: `1 of the ${billed} clicks of the batch ` },
  );
}

async function open(story: Story): Promise<{ campaignId: string; link: string }> {
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
  const { campaignId, price } = await begin(story, terms, {
    start: 'The business starts a campaign that is paid per visitor',
    limits: 'at most $6.00 a visitor and $40.00 a day',
    note: 'Readers of our guide to renovation.',
  });
  const wish = { campaignId, regionId: 'region_GR', name: 'Guide', clientKey: randomUUID() };
  const { trackedLink } = await story.agency.mutate<{ trackedLink: { address: string } }>(
    'createTrackedLink',
    wish,
    'trackedLink { address }',
  );
  story.tell(
    'The agency applies, is approved and makes a tracked link',
    `a visitor costs ${price}`,
    trackedLink.address,
  );
  return { campaignId, link: new URL(trackedLink.address).pathname };
}

interface Click {
  id: string;
  verdict: string;
  why: string;
  price: { text: string } | null;
}

async function sendVisitors({ buyer, tell }: Story, campaignId: string, link: string): Promise<Click[]> {
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
async function tellConversion({ buyer, tell }: Story, click: string): Promise<void> {
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
