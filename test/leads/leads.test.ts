import { createWorld, type Actor, type World } from '../kit/world';
import { confirm, linkFor } from './confirming';
import { acceptedLead, submit } from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;

beforeAll(async () => {
  world = await createWorld();
  [agency, rival] = [await world.agency(), await world.agency()];
});
afterAll(() => world.close());

const LEADS = `query L($filter: LeadFilter, $first: Int, $after: String) {
  leads(filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }
}`;

const idsOf = async (actor: Actor, filter: object = {}): Promise<string[]> =>
  (await world.ask(actor, LEADS, { filter, first: 100 })).nodes.map(({ id }: { id: string }) => id);

describe('an agency finds its own leads', () => {
  let nairobi: string;
  let hot: string;
  let home: string;
  let waiting: string;

  beforeAll(async () => {
    nairobi = await acceptedLead(world, agency);
    hot = await acceptedLead(world, agency, {
      temperature: 'HOT',
      city: 'Mombasa',
      channel: 'REFERRAL',
      comment: 'call me after five, please',
    });
    const email = `home.${process.pid}@mail-of-kamau.co.ke`;
    home = await acceptedLead(world, agency, { nicheId: 'niche_home-insurance', email });
    await confirm(world, await linkFor(world, agency, home, email));
    waiting = (await submit(world, agency, { name: 'asdf' })).lead!.id;
    await acceptedLead(world, rival);
  });

  test('the newest first, and nobody else’s', async () => {
    expect(await idsOf(agency)).toEqual([waiting, home, hot, nairobi]);
    expect((await idsOf(rival)).length).toBe(1);
  });

  test.each([
    ['state', { states: ['QUARANTINED'] }, () => [waiting]],
    ['niche', { nicheId: 'niche_home-insurance' }, () => [home]],
    ['niche with those under it', { nicheId: 'niche_insurance' }, () => [waiting, home, hot, nairobi]],
    ['country with its cities', { regionId: 'region_KE' }, () => [waiting, home, hot, nairobi]],
    ['another country', { regionId: 'region_HU' }, () => []],
    ['temperature', { temperature: 'HOT' }, () => [hot]],
    ['contact kind', { contactKind: 'INTERESTED' }, () => [hot]],
    ['channel', { channel: 'REFERRAL' }, () => [hot]],
    ['verification', { isVerified: true }, () => [home]],
    ['two facts at once', { isVerified: true, temperature: 'HOT' }, () => []],
    ['an unknown niche', { nicheId: 'niche_none' }, () => []],
  ])('by %s', async (_name, filter, expected) => {
    expect(await idsOf(agency, filter)).toEqual(expected());
  });

  test('page by page without a gap or a repeat', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = await world.ask(
        agency,
        LEADS,
        { first: 1, after },
      );
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(await idsOf(agency));
  });

  test('with agency, niche, region, consent and touches in as many commands for many as for few', async () => {
    const nested = `query N($first: Int) { leads(first: $first) { nodes { id agency { name } niche { name } region { name } consent { text } touches { count } preview { text } } } }`;
    const few = await world.countCommands(() => world.ask(agency, nested, { first: 1 }));
    const many = await world.countCommands(() => world.ask(agency, nested, { first: 100 }));
    expect(many.result.nodes.length).toBe(4);
    expect(many.commands.length).toBe(few.commands.length);
  });
});
