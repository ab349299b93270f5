import { randomUUID } from 'node:crypto';
import { begin, disputeAndDecide, showLedger, type Story, usd, waitFor } from './story';

interface Call {
  id: string;
  verdict: string;
  why: string;
  seconds: number | null;
  money: string;
  isBilled: boolean;
  price: { text: string } | null;
  windowEndsAt: string | null;
  events: { text: string }[];
}

const CALL = 'id verdict why seconds money isBilled price { text } windowEndsAt events { text }';

/** Who calls, and what the phone of the business does: numbers that are kept for films. */
const CALLS = [
  { from: '+12135550161', seconds: 150 },
  { from: '+13105550162', seconds: 95 },
  { from: '+13235550163', seconds: 20 },
  { from: '+16465550164', answer: 'no' },
  { from: '+12135550161', seconds: 200 },
  { from: 'anonymous', seconds: 120 },
] as const;

/**
 * A campaign is paid per call: from its start to calls that are held, and to a claim of one of them. `billed` before by the
 * same business stands in its ledger too.
 */
export async function callStory(story: Story, billed: readonly string[]): Promise<void> {
  const { buyer, tell } = story;
  const telephony = await buyer.ask<{ isStandIn: boolean }>('{ telephony { isStandIn } }');
  if (!telephony.isStandIn)
    return tell('Calls are left out', 'This market has no telephone stand-in, so no call can be made up here.');
  const { campaignId, phone } = await open(story);
  for (const call of CALLS) await place(story, { number: phone, ...call });
  const calls = await waitFor(async () => {
    const found = (await callsOf(story, campaignId)).toReversed();
    return found.length === CALLS.length && found.every(({ verdict }) => verdict !== 'PENDING') ? found : null;
  });
  tell(
    'People call the number, at the telephone stand-in',
    ...calls.map(
      ({ verdict, seconds, price, why }) =>
        `${verdict.padEnd(13)} ${seconds === null ? '-' : `${seconds} s`.padEnd(5)} ${price?.text ?? '-'}  ${why}`,
    ),
  );
  const [held, claimed] = calls.filter(({ isBilled }) => isBilled);
  if (!held || !claimed) throw new Error('Two of these calls should have been billed');
  tell(
    'A call is its own bill',
    ...held.events.map(({ text }) => text),
    `${held.money}: ${held.price?.text}, until ${held.windowEndsAt} it may be disputed`,
  );
  await disputeAndDecide(
    story,
    { callId: claimed.id, reason: 'WRONG_NUMBER', text: 'The caller wanted a shop of another name and had no roof.' },
    'The number stands beside the name of the business on our page.',
    { what: 'the other call ' },
  );
  const after = await callsOf(story, campaignId);
  const moneyOf = (id: string): string => after.find((call) => call.id === id)?.money ?? '-';
  if (moneyOf(held.id) !== 'HELD' || moneyOf(claimed.id) !== 'REFUNDED')
    throw new Error(`The calls are ${moneyOf(held.id)} and ${moneyOf(claimed.id)}`);
  await showLedger(story, 'The ledger with the calls, in dollars', [...billed, held.id, claimed.id]);
}

async function open(story: Story): Promise<{ campaignId: string; phone: string }> {
  const terms = {
    name: 'Roofs, by phone',
    description: 'Owners whose roof leaks.',
    model: 'CALL',
    nicheId: 'niche_roofing',
    regionIds: ['region_US'],
    phone: '(212) 555-0147',
    minSeconds: 60,
    maxPrice: usd(40),
    timeZone: 'America/New_York',
    dayBudget: usd(120),
  };
  const { campaignId, price } = await begin(story, terms, {
    start: 'The business starts a campaign that is paid per call',
    limits: 'at most $40.00 a call of 60 seconds or longer and $120.00 a day',
    note: 'Listeners of our hour on the radio.',
  });
  const { trackedNumber } = await story.agency.mutate<{ trackedNumber: { phone: string; phoneText: string } }>(
    'createTrackedNumber',
    { campaignId, regionId: 'region_US', name: 'Radio', clientKey: randomUUID() },
    'trackedNumber { phone phoneText }',
  );
  story.tell(
    'The agency applies, is approved and gets a number',
    `a call costs ${price}`,
    `${trackedNumber.phoneText}, which is put through to the phone of the business`,
  );
  return { campaignId, phone: trackedNumber.phone };
}

/** Somebody calls, by the address that the page of the stand-in posts to. */
async function place({ buyer }: Story, call: object): Promise<void> {
  const response = await fetch(new URL('/stand-in/phone', buyer.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call),
  });
  if (!response.ok) throw new Error(`A call was answered ${response.status}: ${await response.text()}`);
}

const callsOf = async ({ buyer }: Story, campaignId: string): Promise<Call[]> =>
  (
    await buyer.ask<{ nodes: Call[] }>(`query ($id: ID) { calls(campaignId: $id) { nodes { ${CALL} } } }`, {
      id: campaignId,
    })
  ).nodes;
