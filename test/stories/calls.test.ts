import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { call, callsOf, getNumber, startCalls } from '../calls/calling';
import { ledgerTable } from '../kit/ledgerTable';
import { entriesOf } from '../../server/modules/ledger';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { earningsOf } from './tell';
import { until } from '../kit/until';

let world: World;
let agency: Actor;
let business: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  business = await world.business({ funds: '500.00' });
});
afterAll(() => world.close());

test('the money of calls: set aside, one billed of three, held, the rest free again, released', async () => {
  const { id } = await startCalls(world, business, agency, { name: 'Story' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const paid = await call(world, phone, { seconds: 60 });
  await call(world, phone, { seconds: 59 });
  await call(world, phone, { seconds: 600, from: paid.from });
  const [billed] = (await callsOf(world, business, id)).filter(({ isBilled }: { isBilled: boolean }) => isBilled);
  expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 4000 }, available: { minor: 0 } });
  await world.ask(business, 'mutation ($input: PauseCampaignInput!) { pauseCampaign(input: $input) { __typename } }', {
    input: { id },
  });
  await world.clock.move('71h');
  expect(await world.runJob('calls.release')).toBe(0);
  await world.clock.move('2h');
  expect(await world.runJob('calls.release')).toBe(1);
  await world.runJob('campaigns.setFree');
  const entries = (await entriesOf(null, { limit: 100 })).reverse();
  const names = {
    ...Object.fromEntries(entries.filter(({ id: key }) => key.startsWith('adj:')).map(({ id: key }) => [key, 'funds'])),
    [business.organisationId]: 'business',
    [agency.organisationId]: 'agency',
    [id]: 'campaign',
    [billed.id]: 'call',
  };
  expect(`\n${await ledgerTable(names, entries)}\n`).toBe(`
entry            adjustment:market  wallet:business  reserved:business  hold:agency  payable:agency  revenue:fees
funds                      -500.00           500.00
set:campaign:1                              -120.00             120.00
use:call                                                        -40.00        40.00
rel:call                                                                     -40.00           34.00          6.00
free:campaign:3                               80.00             -80.00
=                          -500.00           460.00               0.00         0.00           34.00          6.00
`);
  [agency, business] = [await logIn(world, agency), await logIn(world, business)];
  expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 0 }, available: { minor: 3400 } });
  const wallet = await world.ask(business, '{ wallet { available { minor } reserved { minor } } }');
  expect(wallet).toEqual({ available: { minor: 46_000 }, reserved: { minor: 0 } });
});

const REASONS = `query ($id: ID!) { disputeReasons(callId: $id) {
  reason allowed wouldDecide evidenceFound { lookUp speaksFor isProof text }
} }`;

test('a call is disputed: evidence by itself, the length decides at once, the adjudicator the rest; money back or held on', async () => {
  const [buyer, seller] = [await world.business({ funds: '500.00' }), await world.agency()];
  const { id } = await startCalls(world, buyer, seller, { name: 'Disputed' });
  const { phone } = await getNumber(world, seller, { campaignId: id });
  const short = await call(world, phone, { seconds: 20 });
  await call(world, phone, { seconds: 70, from: short.from });
  await call(world, phone, { seconds: 80 });
  const [second, first, unbilled] = await callsOf(world, buyer, id);
  const reasons = await world.ask(buyer, REASONS, { id: first.id });
  expect(reasons.map(({ reason, wouldDecide }: any) => [reason, wouldDecide])).toEqual([
    ['DUPLICATE', 'DECIDED_BY_PEOPLE'],
    ['BOT', 'DECIDED_BY_PEOPLE'],
    ['COMPETITOR', 'DECIDED_BY_PEOPLE'],
    ['WRONG_REGION', 'DECIDED_BY_PEOPLE'],
    ['TOO_SHORT', 'REJECTED_AT_ONCE'],
    ['WRONG_NUMBER', 'DECIDED_BY_PEOPLE'],
  ]);
  const texts = Object.fromEntries(
    reasons.flatMap(({ evidenceFound }: any) => evidenceFound.map(({ lookUp, text }: any) => [lookUp, text])),
  );
  expect(texts.CALL_LENGTH).toContain('Both talked for 70 seconds; the campaign pays from 60 on.');
  expect(texts.CALLED_BEFORE).toContain('called this business 1 time, of which 0 billed');
  expect(texts.CALLER_COUNTRY).toContain(
    'The caller’s number is of United States. When the call came, the campaign bought from: United States.',
  );
  expect(texts.CALL_NEWS).toContain('The business answered.');
  expect(JSON.stringify(reasons)).not.toContain(short.from);

  const claim = { saleId: undefined, callId: first.id, reason: 'TOO_SHORT' };
  const lost = await openDispute(world, buyer, '', claim);
  expect(lost).toMatchObject({ dispute: { state: 'REJECTED' } });
  expect(await openDispute(world, buyer, '', { ...claim, reason: 'BOT' })).toMatchObject({
    __typename: 'AlreadyDisputed',
  });
  expect(await openDispute(world, buyer, '', { ...claim, callId: unbilled.id })).toMatchObject({
    __typename: expect.not.stringMatching('OpenDisputePayload'),
  });
  const { dispute } = await openDispute(world, buyer, '', { ...claim, callId: second.id, reason: 'WRONG_NUMBER' });
  expect(dispute.state).toBe('OPEN');
  expect((await callsOf(world, buyer, id))[0]).toMatchObject({ money: 'DISPUTED', mayOpenCaller: true });
  await answerDispute(world, seller, dispute.id);
  await decideDispute(world, await world.admin('ADJUDICATOR'), dispute.id);
  expect(await callsOf(world, buyer, id)).toMatchObject([
    { money: 'REFUNDED', mayOpenCaller: false, verdict: 'BILLED' },
    { money: 'HELD' },
    { money: 'NONE' },
  ]);
  expect(await earningsOf(world, seller)).toMatchObject({ held: { minor: 4000 }, refunded: { minor: 4000 } });
  // A refunded call counts in the agency's record as a refunded sale does.
  expect(await world.runJob('calls.countRecords')).toBeGreaterThan(0);
  expect(await world.runJob('calls.countRecords')).toBe(0);
  await world.settle();
  const record = () => world.ask(seller, '{ agencyQuality { factor figures { code share count } } }');
  await until(async () => (await record()).figures[0].count === 2);
  const { factor, figures } = await record();
  expect(figures[0]).toEqual({ code: 'REFUNDED', share: 0.5, count: 2 });
  expect(factor).toBeLessThan(1);
  await world.clock.move('73h');
  expect(await world.runJob('calls.release')).toBe(1);
});

test('a call that was given back in full proves no duplicate: the caller’s next good call is paid for', async () => {
  const [buyer, seller] = [await world.business({ funds: '500.00' }), await world.agency()];
  const { id } = await startCalls(world, buyer, seller, { name: 'Called again' });
  const { phone } = await getNumber(world, seller, { campaignId: id });
  const { from } = await call(world, phone, { seconds: 70 });
  const [first] = await callsOf(world, buyer, id);
  const claim = { saleId: undefined, callId: first.id, reason: 'WRONG_NUMBER' };
  const { dispute } = await openDispute(world, buyer, '', claim);
  await answerDispute(world, seller, dispute.id, { concedes: true });
  await call(world, phone, { seconds: 400, from });
  await call(world, phone, { seconds: 90, from });
  const [third, second] = await callsOf(world, buyer, id);
  expect([third, second]).toMatchObject([
    { verdict: 'REPEAT_CALLER', money: 'NONE' },
    { verdict: 'BILLED', money: 'HELD' },
  ]);
  // Of what was not billed nothing would be decided, as nothing can be claimed.
  for (const reason of await world.ask(buyer, REASONS, { id: third.id }))
    expect(reason).toMatchObject({ allowed: false, wouldDecide: null });
  expect((await world.ask(buyer, REASONS, { id: second.id }))[0]).toMatchObject({
    ...{ reason: 'DUPLICATE', allowed: true, wouldDecide: 'DECIDED_BY_PEOPLE' },
    evidenceFound: expect.arrayContaining([
      expect.objectContaining({
        ...{ lookUp: 'CALLED_BEFORE', speaksFor: 'NEITHER', isProof: false },
        text: expect.stringMatching(/1 time, of which 0 billed, .* given back in full, so billed to nobody: 1\.$/),
      }),
    ]),
  });
  const again = await openDispute(world, buyer, '', { ...claim, callId: second.id, reason: 'DUPLICATE' });
  expect(again.dispute).toMatchObject({ state: 'OPEN', amounts: { refunded: { minor: 0 } } });
});
