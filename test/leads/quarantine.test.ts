import { MINUTE, moveClock } from '../../server/platform/clock';
import mongoose from '../../server/platform/mongoose';
import { createWorld, type Actor, type World } from '../kit/world';
import { buyListings, listLeads } from '../kit/trading';
import { acceptedLead, anotherPhone, submit } from './submitting';

let world: World;
let agency: Actor;
let rival: Actor;
let moderator: Actor;
let adjudicator: Actor;
let admin: Actor;

beforeAll(async () => {
  world = await createWorld();
  [agency, rival] = [await world.agency(), await world.agency()];
  [moderator, adjudicator] = [await world.admin('MODERATOR'), await world.admin('ADJUDICATOR')];
  admin = await world.admin('ADMIN');
});
afterAll(() => world.close());

const QUARANTINE = `query Q($first: Int, $after: String) {
  quarantine(first: $first, after: $after) { nodes { id state weight signals { code evidence } } pageInfo { hasNextPage endCursor } }
}`;

const verb = (
  name: string,
  payload: string,
): string => `mutation M($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { __typename ... on ${payload} { lead { id state decision { reason } } } ... on UserError { message path } }
}`;
const RELEASE = verb('releaseFromQuarantine', 'ReleaseFromQuarantinePayload');
const REJECT = verb('rejectLead', 'RejectLeadPayload');
const WITHDRAW = verb('withdrawLead', 'WithdrawLeadPayload');

async function quarantinedLead(phone = anotherPhone()): Promise<string> {
  const answer = await submit(world, agency, { name: 'Mickey Mouse', phone });
  expect(answer.outcome).toBe('QUARANTINED');
  return answer.lead!.id;
}

const stateOf = async (id: string): Promise<string> =>
  (await world.ask(moderator, 'query L($id: ID!) { lead(id: $id) { state } }', { id })).state;

const act = (actor: Actor, query: string, leadId: string, reason = 'looked at it') =>
  world.ask(actor, query, { input: { leadId, reason } });

const waitingNow = (): Promise<{ count: number; hasMore: boolean }> =>
  world.ask(moderator, '{ quarantineCount { count hasMore } }');

describe('the queue of a moderator', () => {
  test('shows what waits, the longest waiting first, page by page', async () => {
    const ids = [await quarantinedLead(), await quarantinedLead(), await quarantinedLead()];
    const first = await world.ask(moderator, QUARANTINE, { first: 2 });
    expect(first.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2));
    expect(first.nodes[0].signals).toEqual([expect.objectContaining({ code: 'NAME_JOKE' })]);
    const rest = await world.ask(moderator, QUARANTINE, { first: 2, after: first.pageInfo.endCursor });
    expect(rest.nodes.map(({ id }: { id: string }) => id)).toEqual(ids.slice(2));
    expect(rest.pageInfo.hasNextPage).toBe(false);
    expect(await waitingNow()).toEqual({ count: 3, hasMore: false });
    for (const id of ids) await act(moderator, REJECT, id);
    expect((await world.ask(moderator, QUARANTINE)).nodes).toEqual([]);
    expect(await waitingNow()).toEqual({ count: 0, hasMore: false });
  });

  test.each([
    ['agency', () => agency],
    ['adjudicator', () => adjudicator],
  ])('is closed to an %s', async (_name, actor) => {
    for (const query of [QUARANTINE, '{ quarantineCount { count } }']) {
      const { errors } = await world.graphql(actor(), query);
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('what a moderator decides', () => {
  test('a released lead is accepted, keeps its signals, and the act is on record with its reason', async () => {
    const id = await quarantinedLead();
    const { lead } = await act(moderator, RELEASE, id, 'It is the real name: identity card seen.');
    expect(lead).toMatchObject({
      id,
      state: 'ACCEPTED',
      decision: { reason: 'It is the real name: identity card seen.' },
    });
    const audit = await mongoose.connection.collection('audit').find({ subject: id }).toArray();
    expect(audit).toEqual([
      expect.objectContaining({
        act: 'releaseFromQuarantine',
        actor: moderator.personId,
        before: { state: 'QUARANTINED' },
        after: { state: 'ACCEPTED' },
      }),
    ]);
  });

  test('a rejected lead no longer stands for its person, so that a corrected one is accepted', async () => {
    const phone = anotherPhone();
    const id = await quarantinedLead(phone);
    expect((await submit(world, agency, { phone, name: 'Mickey Mouse' })).outcome).toBe('DUPLICATE');
    expect((await act(moderator, REJECT, id)).lead.state).toBe('REJECTED');
    expect((await submit(world, agency, { phone })).outcome).toBe('ACCEPTED');
  });

  test('an accepted lead that is rejected or withdrawn is news to the market, a quarantined one is not', async () => {
    const news = (id: string) =>
      mongoose.connection.collection('outbox').countDocuments({ topic: 'lead.withdrawn', aggregate: id });
    const [sold, taken, waiting] = [
      await acceptedLead(world, agency),
      await acceptedLead(world, agency),
      await quarantinedLead(),
    ];
    await act(moderator, REJECT, sold);
    await act(agency, WITHDRAW, taken);
    await act(moderator, REJECT, waiting);
    expect([await news(sold), await news(taken), await news(waiting)]).toEqual([1, 1, 0]);
  });

  test('a phone left under many names holds its lead again, off sale; one that is sold keeps its sale', async () => {
    const buyer = await world.business({ funds: '1500.00' });
    const phones = [anotherPhone(), anotherPhone()];
    const ids: string[] = [];
    for (const phone of phones) ids.push(await acceptedLead(world, agency, { phone, name: 'Ann Bellweather' }));
    const listings = await listLeads(world, agency, ids);
    await buyListings(world, buyer, [listings[1]!]);
    for (const phone of phones)
      for (const name of ['Carl Dormouse', 'Edda Fairlight', 'Gus Hollins', 'Iris Jocelyn'])
        expect((await submit(world, rival, { phone, name })).outcome).toBe('QUARANTINED');
    expect([await stateOf(ids[0]!), await stateOf(ids[1]!)]).toEqual(['QUARANTINED', 'ACCEPTED']);
    for (const id of ids) {
      const { signals } = await world.ask(
        moderator,
        'query L($id: ID!) { lead(id: $id) { signals { code weight } } }',
        { id },
      );
      expect(signals).toEqual([{ code: 'PHONE_MANY_NAMES', weight: 45 }]);
    }
    const rows = await mongoose.connection
      .collection<{ _id: string; status: string }>('listings')
      .find({ _id: { $in: listings } })
      .sort({ status: 1 })
      .toArray();
    expect(rows.map(({ status }) => status)).toEqual(['SOLD_OUT', 'WITHDRAWN']);
    await act(moderator, RELEASE, ids[0]!);
    expect((await submit(world, rival, { phone: phones[0], name: 'Kurt Lemming' })).outcome).toBe('QUARANTINED');
    expect(await stateOf(ids[0]!)).toBe('ACCEPTED');
  });

  test('a reason is needed', async () => {
    const id = await quarantinedLead();
    expect(await act(moderator, RELEASE, id, '  ')).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
    expect(await stateOf(id)).toBe('QUARANTINED');
  });

  const rejectWaiting = (leadId: string) =>
    world.ask(moderator, REJECT, { input: { leadId, reason: 'looked at it', expectedState: 'QUARANTINED' } });

  test('of two moderators at once exactly one decides, and the other reads how', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await quarantinedLead();
      const [released, rejected] = await Promise.all([act(moderator, RELEASE, id), rejectWaiting(id)]);
      const isReleased = released.__typename === 'ReleaseFromQuarantinePayload';
      const done = isReleased ? 'released' : 'rejected';
      expect(isReleased ? rejected : released).toMatchObject({
        __typename: 'Conflict',
        message: `A colleague has ${done} this lead already. Nothing was done.`,
      });
      expect(await stateOf(id)).toBe(isReleased ? 'ACCEPTED' : 'REJECTED');
      expect(await mongoose.connection.collection('audit').countDocuments({ subject: id })).toBe(1);
    }
  });

  test('who rejects what waited overturns no decision made meanwhile; one that names no state still may', async () => {
    const [released, withdrawn] = [await quarantinedLead(), await quarantinedLead()];
    await act(moderator, RELEASE, released);
    await act(agency, WITHDRAW, withdrawn);
    expect((await rejectWaiting(released)).message).toBe(
      'A colleague has released this lead already. Nothing was done.',
    );
    expect((await rejectWaiting(withdrawn)).message).toBe(
      'The agency or the person has withdrawn this lead. Nothing was done.',
    );
    expect([await stateOf(released), await stateOf(withdrawn)]).toEqual(['ACCEPTED', 'WITHDRAWN']);
    expect((await act(moderator, REJECT, released)).lead.state).toBe('REJECTED');
    expect((await rejectWaiting(await quarantinedLead())).lead.state).toBe('REJECTED');
  });
});

describe('every move that the table does not list is refused without a write (S19)', () => {
  const STATES = ['ACCEPTED', 'QUARANTINED', 'REJECTED', 'WITHDRAWN'];
  const moves = { releaseFromQuarantine: RELEASE, rejectLead: REJECT, withdrawLead: WITHDRAW };
  const listed: Record<keyof typeof moves, string[]> = {
    releaseFromQuarantine: ['QUARANTINED'],
    rejectLead: ['QUARANTINED', 'ACCEPTED'],
    withdrawLead: ['QUARANTINED', 'ACCEPTED'],
  };

  async function leadIn(state: string): Promise<string> {
    if (state === 'QUARANTINED') return quarantinedLead();
    const id = await acceptedLead(world, agency);
    if (state === 'REJECTED') await act(moderator, REJECT, id);
    if (state === 'WITHDRAWN') await act(agency, WITHDRAW, id);
    return id;
  }

  const cases = Object.keys(moves).flatMap((move) =>
    STATES.map((state) => [move as keyof typeof moves, state] as const),
  );
  test.each(cases)('%s of a lead that is %s', async (move, state) => {
    const id = await leadIn(state);
    const acts = await mongoose.connection.collection('audit').countDocuments({ subject: id });
    const answer = await act(move === 'withdrawLead' ? agency : moderator, moves[move], id);
    const isAllowed = listed[move].includes(state);
    expect(answer.__typename === 'Conflict').toBe(!isAllowed);
    if (isAllowed) return;
    expect(await stateOf(id)).toBe(state);
    expect(await mongoose.connection.collection('audit').countDocuments({ subject: id })).toBe(acts);
  });

  test('another agency’s lead and a made-up id read alike', async () => {
    const id = await acceptedLead(world, agency);
    const [foreign, none] = [await act(rival, WITHDRAW, id), await act(rival, WITHDRAW, 'lead_none')];
    expect(foreign).toEqual(none);
    expect(foreign.__typename).toBe('NotFound');
  });

  test('a reason is 3 to 500 characters, and the refusal says so', async () => {
    const id = await acceptedLead(world, agency);
    for (const reason of ['', ' no ', 'x'.repeat(501)]) {
      expect(await world.ask(agency, WITHDRAW, { input: { leadId: id, reason } })).toMatchObject({
        __typename: 'InvalidInput',
        message: 'Give a reason of 3 to 500 characters.',
      });
    }
    expect(await stateOf(id)).toBe('ACCEPTED');
  });
});

describe('the rules of the checks', () => {
  const RULES = `{ rules { code version usualWeight isFixed fired provenRight provenWrong settings { weight reason niche { id } } } }`;
  // What was counted is told for a minute.
  const ruleOf = async (code: string) => {
    moveClock(MINUTE);
    return (await world.ask(moderator, RULES)).find((rule: { code: string }) => rule.code === code);
  };
  const SET = `mutation S($input: SetRuleWeightInput!) { setRuleWeight(input: $input) {
    __typename ... on SetRuleWeightPayload { rule { code settings { weight niche { id } } } } ... on UserError { message path } } }`;
  const TRY = `query T($input: RuleTrialInput!) { tryRuleWeight(input: $input) {
    __typename ... on RuleTrial { leads isAll moves { from to leads condemned } } ... on UserError { message path } } }`;
  const set = (input: object) =>
    world.ask(admin, SET, { input: { code: 'NAME_JOKE', reason: 'Namesakes are real people.', ...input } });
  const tried = (input: object) => world.ask(moderator, TRY, { input: { code: 'NAME_JOKE', ...input } });

  test('tell how often each fired, and how often a moderator found it right or wrong', async () => {
    const before = await ruleOf('NAME_JOKE');
    const [sound, none] = [await quarantinedLead(), await quarantinedLead()];
    await act(moderator, RELEASE, sound);
    await act(moderator, REJECT, none);
    expect(await ruleOf('NAME_JOKE')).toEqual({
      ...before,
      fired: before.fired + 2,
      provenRight: before.provenRight + 1,
      provenWrong: before.provenWrong + 1,
    });
  });

  test('what a rule only notes, at no weight, is proven neither right nor wrong', async () => {
    const email = 'wanjiku.kamau@example.com';
    const before = await ruleOf('EMAIL_FICTION');
    const noted = await submit(world, agency, { name: 'Mickey Mouse', email });
    expect(noted.outcome).toBe('QUARANTINED');
    await act(moderator, REJECT, noted.lead!.id);
    expect(await ruleOf('EMAIL_FICTION')).toEqual({ ...before, fired: before.fired + 1 });
  });

  test('a weight is tried on the leads of 30 days, then set for a niche, with its reason on record', async () => {
    const id = await quarantinedLead();
    const { fired } = await ruleOf('NAME_JOKE');
    const trial = await tried({ weight: 10 });
    expect(trial).toMatchObject({ __typename: 'RuleTrial', leads: fired, isAll: true });
    expect(trial.moves).toContainEqual({ from: 'QUARANTINED', to: 'ACCEPTED', leads: fired, condemned: 0 });
    expect((await tried({ weight: 60 })).moves).toEqual([
      { from: 'QUARANTINED', to: 'QUARANTINED', leads: fired, condemned: 0 },
    ]);
    expect((await tried({ weight: 10, nicheId: 'niche_insurance' })).leads).toBe(fired);
    expect(await tried({ weight: 10, nicheId: 'niche_education' })).toMatchObject({ leads: 0, moves: [] });
    expect(await stateOf(id)).toBe('QUARANTINED');

    expect(await set({ weight: 10, nicheId: 'niche_insurance' })).toEqual({
      __typename: 'SetRuleWeightPayload',
      rule: { code: 'NAME_JOKE', settings: [{ weight: 10, niche: { id: 'niche_insurance' } }] },
    });
    expect((await submit(world, agency, { name: 'Mickey Mouse' })).outcome).toBe('ACCEPTED');
    expect((await ruleOf('NAME_JOKE')).settings).toEqual([
      { weight: 10, reason: 'Namesakes are real people.', niche: { id: 'niche_insurance' } },
    ]);
    const acts = await mongoose.connection.collection('audit').find({ act: 'setRuleWeight' }).toArray();
    expect(acts).toMatchObject([
      { subject: 'NAME_JOKE niche_insurance', before: { weight: null }, after: { weight: 10 } },
    ]);

    await set({ weight: 100 });
    expect((await submit(world, agency, { name: 'Mickey Mouse' })).outcome).toBe('ACCEPTED');
    await set({ weight: null, nicheId: 'niche_insurance' });
    expect((await submit(world, agency, { name: 'Mickey Mouse' })).outcome).toBe('REJECTED');
    await set({ weight: null });
    expect((await submit(world, agency, { name: 'Mickey Mouse' })).outcome).toBe('QUARANTINED');
    expect((await ruleOf('NAME_JOKE')).settings).toEqual([]);
  });

  test('what is fixed, out of bounds or of no niche is refused, and only staff may ask', async () => {
    const message = async (input: object): Promise<string> => (await set(input)).message;
    expect(await message({ code: 'CONSENT_MISSING', weight: 0 })).toMatch(/fixed/);
    expect(await message({ weight: 101 })).toBe('A weight is from 0 to 100.');
    expect(await message({ weight: 5, nicheId: 'niche_x' })).toBe('There is no such niche.');
    expect(await message({ weight: 5, reason: '' })).toBeTruthy();
    expect((await world.graphql(agency, RULES)).errors).toBeDefined();
    // A moderator sees rules and tries weights; what holds for the whole market an admin sets.
    for (const actor of [agency, moderator]) {
      const { errors } = await world.graphql(actor, SET, {
        input: { code: 'NAME_JOKE', weight: 0, reason: 'no matter' },
      });
      expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    }
    expect((await ruleOf('NAME_JOKE')).settings).toEqual([]);
    for (const [actor, may] of [
      [moderator, false],
      [admin, true],
    ] as const) {
      const { permissions } = await world.ask(actor, '{ viewer { permissions } }');
      expect(permissions.includes('SET_RULE_WEIGHTS')).toBe(may);
    }
  });
});
