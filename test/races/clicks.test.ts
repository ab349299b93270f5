import { judgeWaiting } from '../../server/modules/clicks/judge/judgeWaiting';
import { storeVisit } from '../../server/modules/clicks/log/storeVisits';
import { type RawClick } from '../../server/modules/clicks/model';
import { newId } from '../../server/platform/ids';
import { now } from '../../server/platform/clock';
import {
  clicksOf,
  createLink,
  judge,
  kenyan,
  KENYA,
  PHONE,
  readCampaign,
  startCampaign,
  takeAgency,
} from '../clicks/clicking';
import { type OtherServer, startOtherServer } from '../kit/otherServer';
import { usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { until } from '../kit/until';

/** S53, money.md: a click is billed once and a budget is never overspent, however many processes and whatever dies. */

let world: World;
let business: Actor;
let agency: Actor;
const others: OtherServer[] = [];

beforeAll(async () => {
  world = await createWorld();
  business = await world.business({ funds: '1000.00' });
  agency = await world.agency();
});
afterAll(async () => {
  await Promise.all(others.map((other) => other.stop()));
  await world.close();
});

const openServer = async (): Promise<OtherServer> => {
  const other = await startOtherServer();
  others.push(other);
  return other;
};

const follow = (address: string, code: string, visitor: number): Promise<Response> =>
  fetch(`${address}/r/${code}`, {
    redirect: 'manual',
    headers: { 'user-agent': PHONE, 'x-forwarded-for': kenyan(visitor) },
  });

test('a click that arrives 100 times at once is stored and billed once', async () => {
  const campaign = await startCampaign(world, business, { name: 'Once' });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const visit: RawClick = {
    _id: newId('click'),
    at: now(),
    linkId: code,
    agencyId: agency.organisationId,
    campaignId: campaign.id,
    regionId: KENYA,
    subId: '',
    net: '41.90.64.0',
    visitor: 'one and the same',
    agent: PHONE,
    isHead: false,
    isPrefetch: false,
    isSent: true,
  };
  await Promise.all(Array.from({ length: 100 }, () => storeVisit(visit)));
  await judge(world);
  // As after a death between the bill and the removal of the file.
  await storeVisit(visit);
  await judge(world);
  expect(await clicksOf(world, business, campaign.id)).toMatchObject([{ id: visit._id, verdict: 'VALID' }]);
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ total: { spent: { minor: price } } });
});

test('a budget of 10 clicks under 200 at once by two processes bills 10', async () => {
  const [one, two] = await Promise.all([openServer(), openServer()]);
  const first = await startCampaign(world, business, { name: 'What a click costs' });
  const price = await takeAgency(world, business, agency, first.id);
  const budget = { minor: 10 * price + price - 1, currency: 'USD' };
  const campaign = await startCampaign(world, business, {
    name: 'Ten',
    maxPrice: { minor: price, currency: 'USD' },
    dayBudget: budget,
  });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, visitor) => follow((visitor % 2 ? one : two).address, code, 1000 + visitor)),
  );
  // Each process knows whom it sent on itself, so no more than the budget twice; the others find the offer closed.
  const sentOn = answers.filter(({ status }) => status === 302).length;
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(200 - sentOn);
  expect(sentOn).toBeGreaterThanOrEqual(10);
  expect(sentOn).toBeLessThanOrEqual(20);
  await until(async () => {
    await judge(world);
    return (await tally(campaign.id)) === 200;
  });
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({
    total: { spent: { minor: 10 * price } },
    hindrances: ['DAY_BUDGET_SPENT'],
  });
  const billed = await world.ask(
    business,
    'query ($id: ID!) { clicks(campaignId: $id, verdict: VALID) { nodes { id } } }',
    { id: campaign.id },
  );
  expect(billed.nodes).toHaveLength(10);
  // Both processes have heard of it by now: nobody is sent on any more.
  await until(async () => (await follow(one.address, code, 9000)).status === 410);
  await until(async () => (await follow(two.address, code, 9001)).status === 410);
});

/** How many clicks of a campaign were judged so far. */
async function tally(campaignId: string): Promise<number> {
  const { nodes } = await world.ask(
    business,
    'query ($id: ID!) { clickBatches(campaignId: $id) { nodes { clicks } } }',
    {
      id: campaignId,
    },
  );
  return nodes.reduce((sum: number, { clicks }: { clicks: number }) => sum + clicks, 0);
}

test('every visitor who was answered is billed once, though the process is killed at once after it', async () => {
  // So much is set aside at first that no process is killed in the middle of it: its lock would stay for 20 s.
  const campaign = await startCampaign(world, business, { name: 'Killed', dayBudget: usd('5000.00') });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  let answered = 0;
  for (let round = 0; round < 3; round++) {
    const other = await openServer();
    const visits = Array.from({ length: 40 }, async (_, visitor) => {
      const { status } = await follow(other.address, code, 2000 + round * 40 + visitor);
      if (status === 302) answered++;
    });
    // The last answers and the death meet.
    const most = Promise.all(visits.slice(0, 25 + round * 5));
    await most;
    await other.kill();
    await Promise.allSettled(visits);
  }
  const heir = await openServer();
  await until(async () => {
    await judge(world);
    return (await tally(campaign.id)) >= answered;
  });
  await heir.stop();
  await judge(world);
  const billed = (await readCampaign(world, business, campaign.id)).total.spent.minor / price;
  // Whoever was written and not answered any more may be billed too: the visit was made.
  expect(answered).toBeGreaterThanOrEqual(75);
  expect(billed).toBeGreaterThanOrEqual(answered);
  expect(billed).toBeLessThanOrEqual(120);
});

test('two who judge the same clicks at once bill them once', async () => {
  const campaign = await startCampaign(world, business, { name: 'Judged twice' });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const other = await openServer();
  await Promise.all(Array.from({ length: 30 }, (_, visitor) => follow(other.address, code, 3000 + visitor)));
  await other.stop();
  await Promise.allSettled(Array.from({ length: 4 }, () => judgeWaiting()));
  await judge(world);
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ total: { spent: { minor: 30 * price } } });
});
