import { openDispute } from '../disputes/disputing';
import { soldLead, usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { createLink, follow, KENYA, NICHE, startCampaign, takeAgency } from './clicking';
import { until } from '../kit/until';

/** A link of a niche, where the market chooses among the campaigns that take the agency's visitors. */

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the campaign that pays most is chosen; a business that disputes over a fifth counts for four fifths of its price', async () => {
  const agency = await world.agency();
  const [generous, thrifty] = [await world.business({ funds: '2000.00' }), await world.business({ funds: '500.00' })];
  const dear = await startCampaign(world, generous, { targetUrl: 'https://dear.rift-cover.co.ke/' });
  const price = await takeAgency(world, generous, agency, dear.id);
  const maxPrice = usd((Math.floor(price * 0.9) / 100).toFixed(2));
  const cheap = await startCampaign(world, thrifty, { targetUrl: 'https://cheap.rift-cover.co.ke/', maxPrice });
  const lower = await takeAgency(world, thrifty, agency, cheap.id);
  expect(lower).toBeLessThan(price);
  expect(lower * 5).toBeGreaterThan(price * 4);
  const code = await createLink(world, agency, { nicheId: NICHE, regionId: KENYA });
  const chosen = async () => new URL((await follow(world, code)).headers.location!).hostname.split('.')[0];
  await until(async () => (await chosen()) === 'dear');

  const sales = [];
  for (let count = 0; count < 5; count++) sales.push(await soldLead(world, { agency, buyer: generous }));
  for (const { saleId } of sales.slice(0, 2)) await openDispute(world, generous, saleId, { reason: 'DUPLICATE' });
  expect(await world.runJob('campaigns.rank')).toBe(1);
  expect(await world.runJob('campaigns.rank')).toBe(0);
  await until(async () => (await chosen()) === 'cheap');
  const ranksLower = 'query ($id: ID!) { campaign(id: $id) { ranksLower } }';
  const told = async (viewer: Actor, id: string) => (await world.ask(viewer, ranksLower, { id })).ranksLower;
  expect([await told(generous, dear.id), await told(thrifty, cheap.id)]).toEqual([true, false]);
  // One that is started now does not come before the others for being new.
  const newer = await startCampaign(world, generous, { targetUrl: 'https://newer.rift-cover.co.ke/' });
  expect(await told(generous, newer.id)).toBe(true);
  // How much a business disputes is no matter of the agency's.
  expect(await told(agency, dear.id)).toBeNull();
  // A campaign of its own link is chosen by the agency, not by the market.
  const own = await createLink(world, agency, { campaignId: dear.id });
  expect((await follow(world, own)).headers.location).toContain('dear.');
});
