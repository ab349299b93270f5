import { parse } from 'csv-parse/sync';
import { HOUR, MINUTE, spokenMoment } from '../../server/platform/clock';
import { database } from '../../server/platform/database';
import { reportOf } from './converting';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { caughtFor } from '../leads/confirming';
import { soldLead, usd } from '../kit/trading';
import { answerDispute, decideDispute, openDispute, withdrawDispute } from '../disputes/disputing';
import { createLink, follow, judge, kenyan, startCampaign, takeAgency, batchesOf } from './clicking';
import { billedBatch, disputeBatch, partsOfBatch, readBatch, readBatchDispute, reasonsOfBatch } from './disputing';

let world: World;
let business: Actor;
let agency: Actor;
let adjudicator: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  business = await world.business({ funds: '5000.00' });
  agency = await world.agency();
  adjudicator = await world.admin('ADJUDICATOR');
});
afterAll(() => world.close());

async function billed(clicks: number) {
  const batch = await billedBatch(world, { business, agency }, clicks);
  await world.clock.move('1s');
  return batch;
}

const feeOf = (minor: number): number => Math.floor((minor * 1500) / 10_000);

test('a reason is shown with what the raw clicks tell, in words without anybody’s network or browser', async () => {
  const campaign = await startCampaign(world, business, { name: 'Looked at' });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  for (let visitor = 0; visitor < 12; visitor++) {
    await follow(world, code, { address: `41.90.64.${10 + visitor}`, subId: 'mail-7' });
    // Twelve within a second would be a crowd.
    if (visitor === 6) await world.clock.move('2s');
  }
  await follow(world, code, { address: kenyan(60), agent: 'curl/8.5.0' });
  await judge(world);
  const [open] = await batchesOf(world, business, campaign.id);
  const early = await reasonsOfBatch(world, business, open.id);
  expect(early.map(({ allowed }: { allowed: boolean }) => allowed)).toEqual([false, false, false, false]);
  expect(early[0].why).toContain('Clicks are still added to this batch: it can be disputed from ');
  await world.clock.move('2h');
  await world.runJob('clicks.close');

  const reasons = await reasonsOfBatch(world, business, open.id);
  expect(reasons.map(({ reason }: { reason: string }) => reason)).toEqual([
    'DUPLICATE',
    'BOT',
    'COMPETITOR',
    'WRONG_REGION',
  ]);
  const bot = reasons[1];
  expect(bot).toMatchObject({ allowed: true, wouldDecide: 'DECIDED_BY_PEOPLE', provenCount: 0, neededCallLog: null });
  const texts = Object.fromEntries(
    reasons.flatMap(({ evidenceFound }: { evidenceFound: { lookUp: string; text: string }[] }) =>
      evidenceFound.map(({ lookUp, text }) => [lookUp, text]),
    ),
  );
  expect(texts.CLICKS_COUNTED).toBe(
    "Of 13 clicks in this hour the rules billed 12 as people's. Not billed: 1 robots by name.",
  );
  expect(texts.CLICK_SOURCES).toContain('12 came from one network, 12 by one browser');
  expect(texts.CLICK_SOURCES).toContain('“mail-7” 12');
  expect(texts.CLICK_TIMES).toContain('Africa/Nairobi');
  expect(texts.VISITED_BEFORE).toMatch(/^0 of the 12 /);
  expect(texts.COUNTRIES).toContain('Kenya 12');
  expect(texts.CONVERSIONS).toBe('The business told of no visitor among these 12 that one converted.');
  expect(Object.values(texts).join(' ')).not.toMatch(/41\.90|TECNO|Mozilla|org_|click_/);
  const speaks = bot.evidenceFound.find(({ lookUp }: { lookUp: string }) => lookUp === 'CLICK_SOURCES');
  expect(speaks).toMatchObject({ speaksFor: 'BUYER', isProof: false });
});

test('clicks that are named are claimed and given back at exactly what each cost', async () => {
  const regionIds = ['region_GB', 'region_KE'];
  const campaign = await startCampaign(world, business, { name: 'Two prices', regionIds });
  await takeAgency(world, business, agency, campaign.id);
  const [first, second] = [
    await createLink(world, agency, { campaignId: campaign.id }),
    await createLink(world, agency, { campaignId: campaign.id, name: 'Other' }),
  ];
  for (let visitor = 0; visitor < 3; visitor++) await follow(world, first, { address: kenyan(visitor), subId: 'mail' });
  await follow(world, first, { address: '81.2.69.142', subId: 'mail' });
  await follow(world, second, { address: '81.2.70.142', subId: 'mail' });
  for (let visitor = 5; visitor < 9; visitor++) await follow(world, second, { address: kenyan(visitor) });
  await judge(world);
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  const [{ id }] = await batchesOf(world, business, campaign.id);
  const { gross, parts } = await partsOfBatch(world, business, id);
  const worth = Object.fromEntries(parts.map((part: any) => [part.key, part.amount.minor]));
  const [dear, cheap] = [worth.region_GB / 2, worth.region_KE / 7];
  expect(dear).toBeGreaterThan(cheap);
  expect(gross.minor).toBe(2 * dear + 7 * cheap);
  expect(parts.slice(0, 3)).toMatchObject([
    { by: 'SUB_ID', label: 'mail', clicks: 5, amount: { minor: 3 * cheap + 2 * dear } },
    { by: 'SUB_ID', key: '', label: 'No sub-id', clicks: 4, amount: { minor: 4 * cheap } },
    { by: 'LINK', key: second, label: 'Other', clicks: 5 },
  ]);

  const reasons = await reasonsOfBatch(world, business, id, { subIds: ['mail'], linkIds: [first] });
  expect(reasons[1].evidenceFound[0].text).toContain('Looked at are 4 of these, which the claim names.');
  for (const clicks of [{}, { subIds: [] }, { subIds: ['none'] }])
    expect(await disputeBatch(world, business, id, { clicks })).toMatchObject({ path: ['clicks'] });
  const both = await disputeBatch(world, business, id, { clicks: { subIds: ['mail'] }, count: 2 });
  expect(both).toMatchObject({ path: ['count'] });
  const { dispute } = await disputeBatch(world, business, id, { clicks: { subIds: ['mail'] } });
  expect(dispute).toMatchObject({
    part: { claimed: 5, of: 9, clicks: { subIds: ['mail'], regions: [] }, refundedClicks: null },
    amounts: { claimed: { minor: 3 * cheap + 2 * dear } },
  });
  await answerDispute(world, agency, dispute.id);
  const { claimedParts } = await readBatchDispute(world, adjudicator, dispute.id);
  expect(claimedParts).toEqual([
    { by: 'SUB_ID', key: 'mail', clicks: 5, amount: { minor: 3 * cheap + 2 * dear } },
    { by: 'LINK', key: first, clicks: 4, amount: { minor: 3 * cheap + dear } },
    { by: 'LINK', key: second, clicks: 1, amount: { minor: dear } },
    { by: 'REGION', key: 'region_KE', clicks: 3, amount: { minor: 3 * cheap } },
    { by: 'REGION', key: 'region_GB', clicks: 2, amount: { minor: 2 * dear } },
  ]);
  // Both sides and whoever decides see each of them, page by page.
  for (const viewer of [business, agency, adjudicator]) {
    const { claimedClicks: page } = await readBatchDispute(world, viewer, dispute.id);
    expect(page.nodes).toMatchObject([
      { subId: 'mail', link: { id: second }, verdict: 'VALID', price: { minor: dear } },
      { link: { id: first }, price: { minor: dear } },
      { link: { id: first }, price: { minor: cheap } },
      { link: { id: first }, price: { minor: cheap } },
    ]);
    const rest = await world.ask(
      viewer,
      'query ($id: ID!, $after: String) { dispute(id: $id) { claimedClicks(after: $after) { nodes { id } } } }',
      { id: dispute.id, after: page.pageInfo.endCursor },
    );
    expect(rest.claimedClicks.nodes).toHaveLength(1);
  }
  const none = await decideDispute(world, adjudicator, dispute.id, {
    refund: { clicks: { linkIds: [second], regionIds: ['region_KE'] } },
  });
  expect(none).toMatchObject({ __typename: 'InvalidInput', path: ['refund', 'clicks'] });
  await decideDispute(world, adjudicator, dispute.id, {
    refund: { clicks: { linkIds: [first], regionIds: ['region_GB', 'region_KE'] } },
  });
  expect(await readBatchDispute(world, agency, dispute.id)).toMatchObject({
    part: { claimed: 5, of: 9, refunded: 4, refundedClicks: { links: [{ id: first }] } },
    clickBatch: { state: 'HELD', refunded: { minor: 3 * cheap + dear } },
  });
  const rows = await reportOf(world, business, campaign.id, 'REGION');
  expect(Object.fromEntries(rows.map(({ key, refunded }: any) => [key, refunded.minor]))).toEqual({
    region_KE: 3 * cheap,
    region_GB: dear,
  });
});

test('a part by number of clicks: claimed, answered and decided, and the money is where it belongs', async () => {
  const { batchId, campaignId, price, gross } = await billed(10);
  const { dispute } = await disputeBatch(world, business, batchId, { count: 6 });
  expect(dispute).toMatchObject({
    kind: 'CLICK_BATCH',
    state: 'OPEN',
    sale: null,
    buyer: { id: business.organisationId },
    agency: { id: agency.organisationId },
    part: { claimed: 6, of: 10, refunded: null },
    amounts: { paid: { minor: gross }, claimed: { minor: 6 * price }, refunded: { minor: 0 } },
    clickBatch: { id: batchId, state: 'DISPUTED', dispute: { id: dispute.id } },
  });
  await answerDispute(world, agency, dispute.id);
  const tooMany = await decideDispute(world, adjudicator, dispute.id, { refund: { count: 7 } });
  expect(tooMany).toMatchObject({ __typename: 'InvalidInput', path: ['refund', 'count'] });
  const both = await decideDispute(world, adjudicator, dispute.id, { refund: { count: 2, shareBps: 100 } });
  expect(both).toMatchObject({ __typename: 'InvalidInput', path: ['refund'] });
  const more = await decideDispute(world, adjudicator, dispute.id, {
    refund: { amount: { ...usd('0'), minor: 6 * price + 1 } },
  });
  expect(more.__typename).toBe('InvalidInput');
  const decided = await decideDispute(world, adjudicator, dispute.id, { refund: { count: 4 } });
  // It counts in the agency's record by its part.
  await world.runJob('clicks.countRecords');
  const counted = await database()
    .collection<{ _id: string; count: number; refundedBps: number }>('agency_usage_told')
    .findOne({ _id: `${agency.organisationId}:CLICK` });
  expect(counted).toMatchObject({ count: expect.any(Number), kind: 'CLICK' });
  expect(counted!.refundedBps).toBeGreaterThanOrEqual(4000);
  expect(decided.dispute).toMatchObject({ state: 'ACCEPTED', amounts: { refunded: { minor: 4 * price } } });
  const rest = 6 * price;
  expect(await readBatchDispute(world, agency, dispute.id)).toMatchObject({
    part: { claimed: 6, of: 10, refunded: 4 },
    clickBatch: {
      state: 'HELD',
      refunded: { minor: 4 * price },
      fee: { minor: feeOf(rest) },
      net: { minor: rest - feeOf(rest) },
    },
  });
  const report = async (actor: Actor, by: string) =>
    (await reportOf(world, actor, campaignId, by)).map(({ key, billed: count, spent, refunded }: any) => [
      key,
      // What came back is in its own column: spent and billed stay.
      count,
      spent.minor / price,
      refunded.minor / price,
    ]);
  // Each click bears the same share, so each source, whichever clicks were meant.
  expect(await report(business, 'CAMPAIGN')).toEqual([[campaignId, 10, 10, 4]]);
  expect((await report(agency, 'SUB_ID')).sort()).toEqual([
    ['ad', 5, 5, 2],
    ['mail', 5, 5, 2],
  ]);
  expect(await report(business, 'VERDICT')).toEqual([['VALID', 10, 10, 4]]);
});

test('silence, consent, withdrawal and refusal end a claim as they do of a sale', async () => {
  // Of fewer than five batches the share that is disputed says nothing.
  business = await world.business({ funds: '500.00' });
  const [silent, agreed, withdrawn, refused] = [await billed(4), await billed(4), await billed(4), await billed(4)];
  const before = (await world.ask(business, '{ wallet { available { minor } } }')).available.minor;
  const opened = async (batchId: string, input = {}) =>
    (await disputeBatch(world, business, batchId, input)).dispute.id;
  const bySilence = await opened(silent.batchId, { count: 3 });
  const byConsent = await opened(agreed.batchId);
  const taken = await opened(withdrawn.batchId, { reason: 'WRONG_REGION' });
  const rejected = await opened(refused.batchId, { reason: 'COMPETITOR' });
  const letters = async (to: Actor, id: string) =>
    (await caughtFor(world, to.email)).filter(({ text }) => text.includes(`/disputes/${id}`)).map(({ text }) => text);
  const [asked, ...more] = await letters(agency, bySilence);
  expect(asked).toMatch(
    /about a batch of clicks \(Motor insurance\), of which \$\S+ is claimed\. [\s\S]*Answer it until/,
  );
  expect(more).toEqual([]);
  await answerDispute(world, agency, byConsent, { concedes: true });
  await withdrawDispute(world, business, taken);
  await answerDispute(world, agency, rejected);
  await decideDispute(world, adjudicator, rejected, { outcome: 'REJECTED' });
  // Each side is told how it ended, but whoever ended it.
  expect(await letters(business, byConsent)).toEqual([expect.stringContaining('by the agency, which agreed')]);
  expect(await letters(agency, byConsent)).toHaveLength(1);
  expect(await letters(business, taken)).toEqual([]);
  expect((await letters(agency, taken))[0]).toContain('The business withdrew its claim.');
  for (const side of [business, agency])
    expect((await letters(side, rejected))[0]).toContain('rejected, and nothing went back: decided by an adjudicator');
  expect(await readBatch(world, business, agreed.batchId)).toMatchObject({ state: 'REFUNDED', net: { minor: 0 } });
  expect(await readBatch(world, business, withdrawn.batchId)).toMatchObject({ state: 'HELD' });
  await world.clock.move('48h');
  await world.runJob('disputes.clocks');
  expect(await readBatchDispute(world, business, bySilence)).toMatchObject({
    state: 'ACCEPTED',
    part: { refunded: 3 },
    amounts: { refunded: { minor: 3 * silent.price } },
    clickBatch: { state: 'HELD' },
  });
  const after = (await world.ask(business, '{ wallet { available { minor } } }')).available.minor;
  expect(after).toBe(before + 3 * silent.price + agreed.gross);
  await world.clock.move('30h');
  await world.runJob('clicks.release');
  for (const { batchId } of [silent, withdrawn, refused])
    expect(await readBatch(world, agency, batchId)).toMatchObject({ state: 'RELEASED' });
  const { earnings } = { earnings: await world.ask(agency, '{ earnings { refunded { minor } } }') };
  expect(earnings.refunded.minor).toBeGreaterThanOrEqual(3 * silent.price + agreed.gross);
});

test('visitors whose batch was given back in full were billed to nobody: they do not count as billed before', async () => {
  business = await world.business({ funds: '500.00' });
  const first = await billed(12);
  const code = (await world.ask(agency, '{ trackedLinks(first: 1) { nodes { id } } }')).nodes[0].id;
  await world.clock.move('30h');
  for (let visitor = 0; visitor < 12; visitor++) await follow(world, code, { address: kenyan(visitor) });
  await judge(world);
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  const [second] = await batchesOf(world, business, first.campaignId);
  expect(second).toMatchObject({ billed: 12, state: 'HELD' });
  const visitedBefore = async () =>
    (await reasonsOfBatch(world, business, second.id))[0].evidenceFound.find(
      ({ lookUp }: { lookUp: string }) => lookUp === 'VISITED_BEFORE',
    );
  expect(await visitedBefore()).toMatchObject({ speaksFor: 'BUYER', text: expect.stringMatching(/^12 of the 12/) });
  const { dispute } = await disputeBatch(world, business, first.batchId);
  await answerDispute(world, agency, dispute.id, { concedes: true });
  expect(await visitedBefore()).toMatchObject({ speaksFor: 'NEITHER', text: expect.stringMatching(/^0 of the 12/) });
});

test('what ends after the window is released in the same moment', async () => {
  const { batchId } = await billed(2);
  await world.clock.move('70h');
  const { dispute } = await disputeBatch(world, business, batchId, { count: 1 });
  await world.clock.move('20h');
  await world.runJob('clicks.release');
  expect(await readBatch(world, business, batchId)).toMatchObject({ state: 'DISPUTED' });
  await answerDispute(world, agency, dispute.id);
  await decideDispute(world, adjudicator, dispute.id);
  expect(await readBatch(world, business, batchId)).toMatchObject({
    state: 'RELEASED',
    dispute: { state: 'ACCEPTED' },
  });
});

test('refused: more clicks than were billed, a reason of leads, a second claim, another’s batch, a window that is over', async () => {
  const { batchId, campaignId } = await billed(2);
  for (const count of [0, 3, -1])
    expect(await disputeBatch(world, business, batchId, { count })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['count'],
    });
  expect(await disputeBatch(world, business, batchId, { reason: 'TYPO' })).toMatchObject({
    __typename: 'InvalidInput',
    path: ['reason'],
  });
  const stranger = await world.business({ funds: '100.00' });
  expect((await disputeBatch(world, stranger, batchId)).__typename).toBe('NotFound');
  expect(await readBatch(world, stranger, batchId)).toBeNull();
  expect(await reasonsOfBatch(world, stranger, batchId)).toBeNull();
  const { saleId } = await soldLead(world, { agency, buyer: business });
  const ofSale = await openDispute(world, business, saleId, { count: 1 });
  expect(ofSale).toMatchObject({ __typename: 'InvalidInput', path: ['count'] });
  await expect(openDispute(world, business, saleId, { clickBatchId: batchId })).rejects.toThrow('BAD_USER_INPUT');

  const key = clientKey();
  const [first, again] = [
    await disputeBatch(world, business, batchId, { clientKey: key }),
    await disputeBatch(world, business, batchId, { clientKey: key }),
  ];
  expect(again.dispute.id).toBe(first.dispute.id);
  const second = await disputeBatch(world, business, batchId);
  expect(second).toMatchObject({ __typename: 'AlreadyDisputed', disputeId: first.dispute.id });
  expect(await readBatchDispute(world, stranger, first.dispute.id)).toBeNull();

  await world.ask(business, 'mutation ($input: PauseCampaignInput!) { pauseCampaign(input: $input) { __typename } }', {
    input: { id: campaignId },
  });
  const late = await billed(1);
  await world.clock.move('72h');
  expect((await disputeBatch(world, business, late.batchId)).__typename).toBe('DisputeWindowClosed');
  await world.runJob('clicks.release');
  expect((await disputeBatch(world, business, late.batchId)).__typename).toBe('DisputeWindowClosed');
});

test('a batch that is filled says what it counts so far and from when it can be disputed, and can be then', async () => {
  const campaign = await startCampaign(world, business, { name: 'Being filled' });
  await takeAgency(world, business, agency, campaign.id);
  await follow(world, await createLink(world, agency, { campaignId: campaign.id }));
  await judge(world);
  const OPENS = 'query ($id: ID!) { clickBatch(id: $id) { state billed to windowOpensAt windowEndsAt } }';
  const [{ id }] = await batchesOf(world, business, campaign.id);
  const opens = () => world.ask(business, OPENS, { id });
  const open = await opens();
  expect(open).toMatchObject({ state: 'OPEN', billed: 1, windowEndsAt: null });
  const opensAt = new Date(open.windowOpensAt);
  expect(opensAt.getTime() - Date.parse(open.to)).toBe(MINUTE);
  const early = await disputeBatch(world, business, id);
  expect(early.message).toBe(
    `Clicks are still added to this batch: it can be disputed from ${spokenMoment(opensAt)}, once it is billed. Nothing was done.`,
  );
  await world.clock.move('2h');
  expect((await disputeBatch(world, business, id)).message).toContain('is being billed at this moment');
  await world.runJob('clicks.close');
  const billed = await opens();
  expect(billed.state).toBe('HELD');
  expect(Date.parse(billed.windowEndsAt) - Date.parse(billed.windowOpensAt)).toBe(72 * HOUR);
  expect((await disputeBatch(world, business, id)).__typename).toBe('OpenDisputePayload');
});

test('a batch that nothing was billed in is nothing to dispute', async () => {
  const campaign = await startCampaign(world, business, { name: 'Robots only' });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { agent: 'curl/8.5.0' });
  await judge(world);
  const [open] = await batchesOf(world, business, campaign.id);
  expect((await disputeBatch(world, business, open.id)).__typename).toBe('Conflict');
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  expect(await readBatch(world, business, open.id)).toMatchObject({ state: 'EMPTY' });
  expect((await disputeBatch(world, business, open.id)).__typename).toBe('Conflict');
});

test('what is disputed of clicks is a share of the clicks that were bought, and of leads one of the leads', async () => {
  let heavy = await world.business({ funds: '3000.00' });
  const buyer = () => logIn(world, heavy);
  const batches = [];
  for (let count = 0; count < 5; count++) {
    batches.push(await billedBatch(world, { business: await buyer(), agency }, 2));
    await world.clock.move('1s');
  }
  heavy = await buyer();
  const { saleId } = await soldLead(world, { agency, buyer: heavy });
  const one = await disputeBatch(world, heavy, batches[0]!.batchId);
  expect(one.dispute).toMatchObject({ isAutomatic: true });
  const half = await disputeBatch(world, heavy, batches[1]!.batchId, { count: 1 });
  expect(half.dispute).toMatchObject({ isAutomatic: false });
  expect((await openDispute(world, heavy, saleId)).dispute).toMatchObject({ isAutomatic: true });
});

test('both statements lead from each movement to its campaign and batch, at as many commands for many as for few', async () => {
  [business, agency] = [await world.business({ funds: '500.00' }), await world.agency()];
  const campaigns: { id: string; name: string }[] = [];
  for (const name of ['One', 'Two, "=2"', 'Three', 'Four', 'Five']) {
    const campaign = await startCampaign(world, business, { name, dayBudget: usd('60.00') });
    await takeAgency(world, business, agency, campaign.id);
    const code = await createLink(world, agency, { campaignId: campaign.id });
    for (const visitor of [1, 2]) await follow(world, code, { address: kenyan(visitor) });
    campaigns.push({ id: campaign.id, name });
  }
  await judge(world);
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  const batchOf = async (campaignId: string) => (await batchesOf(world, business, campaignId))[0].id;
  const [, { id: campaignId, name }] = campaigns as [object, (typeof campaigns)[0]];
  const batchId = await batchOf(campaignId);
  const { dispute } = await disputeBatch(world, business, batchId);
  await answerDispute(world, agency, dispute.id, { concedes: true });

  const about = `campaign { id name } call { id }
    clickBatch { id billed business { id } agency { id } campaign { id } dispute { id } }`;
  const wallet = `query ($first: Int) { walletEntries(first: $first) { nodes { kind ${about} sale { id } } } }`;
  const earnings = `query ($first: Int) { earningEntries(first: $first) { nodes { kind ${about} sale { id } } } }`;
  const refunded = {
    kind: 'REFUND',
    ...{ sale: null, call: null, campaign: { id: campaignId, name } },
    clickBatch: { id: batchId, billed: 2, campaign: { id: campaignId }, dispute: { id: dispute.id } },
  };
  const { nodes: spent } = await world.ask(business, wallet);
  expect(spent[0]).toMatchObject({ ...refunded, clickBatch: { agency: { id: agency.organisationId } } });
  const setAside = spent.filter(({ kind }: { kind: string }) => kind === 'SET_ASIDE');
  const named = setAside.map((one: { campaign: object; clickBatch: null }) => [one.campaign, one.clickBatch]);
  expect(named).toEqual(expect.arrayContaining(campaigns.map((campaign) => [campaign, null])));
  expect(spent.at(-1)).toMatchObject({ kind: 'CORRECTION', campaign: null, clickBatch: null });
  const { nodes: earned } = await world.ask(agency, earnings);
  expect(earned[0]).toMatchObject({ ...refunded, clickBatch: { business: { id: business.organisationId } } });
  const billedBatches = earned.filter(({ kind }: { kind: string }) => kind === 'USAGE');
  const ways = billedBatches.map((one: any) => [one.campaign.id, one.clickBatch.id]);
  for (const { id } of campaigns) expect(ways).toContainEqual([id, await batchOf(id)]);

  for (const [reader, statement] of [
    [business, wallet],
    [agency, earnings],
  ] as const) {
    const commands = async (first: number) =>
      (await world.countCommands(() => world.ask(reader, statement, { first }))).commands;
    expect(await commands(50)).toEqual(await commands(1));
  }
  const { text } = await world.http
    .get('/api/exports/wallet.csv')
    .set('authorization', `Bearer ${business.accessToken}`);
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
  expect(rows[0]).toMatchObject({ kind: 'CORRECTION', campaign: '' });
  expect(rows.at(-1)).toMatchObject({ kind: 'REFUND', campaign: `Two, "'=2"` });
  expect(rows.at(-1)!.refs).toContain(`batchId ${batchId}`);
});
