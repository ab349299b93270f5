import { config } from '../../server/config';
import { invariants as callInvariants } from '../../server/modules/calls/invariants';
import { placeCall } from '../../server/modules/calls/standIn/placeCall';
import { database } from '../../server/platform/database';
import { KENYA, startCampaign, tryToLink } from '../clicks/clicking';
import { renewSecret, tell as tellConversion } from '../clicks/converting';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { usd } from '../kit/trading';
import { answerDispute, openDispute } from '../disputes/disputing';
import { caughtFor } from '../leads/confirming';
import { erase, proven } from '../rights/person';
import {
  call,
  callsOf,
  comeIn,
  getNumber,
  newCaller,
  newsOf,
  newSid,
  readCampaign,
  startCalls,
  TARGET,
  tell,
  tellAgain,
  tellAll,
  tryToChangeCalls,
  tryToGetNumber,
  tryToStartCalls,
  US,
  verdictsOf,
} from './calling';

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  business = await world.business({ funds: '9000.00', country: 'US' });
  agency = await world.agency({ country: 'US' });
});
afterAll(() => world.close());

async function pass(span: string): Promise<void> {
  await world.clock.move(span);
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
}

/** A campaign with a number of its own. */
async function open(terms: Record<string, unknown> = {}): Promise<{ id: string; price: number; phone: string }> {
  const campaign = await startCalls(world, business, agency, terms);
  const { phone } = await getNumber(world, agency, { campaignId: campaign.id });
  return { ...campaign, phone };
}

const totalOf = async (id: string): Promise<number> => (await readCampaign(world, business, id)).total.spent.minor;

test('who calls is put through to the phone of the campaign and no other, and told first where it is recorded', async () => {
  const { id, phone, price } = await open({ name: 'Put through' });
  const { sid, from, twiml } = await comeIn(world, phone);
  expect(twiml).toContain(`>${TARGET}</Number></Dial>`);
  expect(twiml).toContain(`callerId="${from}"`);
  expect(twiml).toMatch(
    /<Say language="en-GB">This call is recorded.+<\/Say><Dial [^>]*record="record-from-answer-dual"/,
  );
  expect(twiml).toContain('timeLimit="7200"');
  // Asked again, as after an answer that was lost, it says the same and keeps the price ready once.
  expect((await comeIn(world, phone, from, sid)).twiml).toBe(twiml);
  expect(await readCampaign(world, business, id)).toMatchObject({ today: { spent: { minor: price } } });
  expect(await readCampaign(world, agency, id)).toMatchObject({ phone: null, minSeconds: 60, today: null });
  expect(await callsOf(world, agency, id)).toMatchObject([{ state: 'RINGING', verdict: 'PENDING', isBilled: false }]);
  await tellAll(world, newsOf(sid, 60));
  expect(await callsOf(world, agency, id)).toMatchObject([
    { state: 'ENDED', outcome: 'COMPLETED', seconds: 60, verdict: 'BILLED', price: { minor: price }, money: 'HELD' },
  ]);
  const [one] = await callsOf(world, business, id);
  expect(one.events.map(({ text }: { text: string }) => text)).toEqual(
    expect.arrayContaining(['The call came in.', 'The business answered.', 'The call ended after 60 seconds.']),
  );
  // German law wants more than that somebody stays on the line.
  expect((await comeIn(world, phone, '+493023125123')).twiml).not.toContain('record');
});

test('a caller of another country than the number’s is priced by their own where the campaign buys it', async () => {
  const { id, phone, price } = await open({
    name: 'Two countries',
    regionIds: [US, KENYA],
    maxPrice: usd('300.00'),
    dayBudget: usd('900.00'),
  });
  const rows = await database()
    .collection<{ regionId: string; priceMinor: bigint }>('campaign_prices')
    .find({ campaignId: id })
    .toArray();
  const cheap = Number(rows.find(({ regionId }) => regionId === KENYA)!.priceMinor);
  expect(cheap).toBeLessThan(price);
  await call(world, phone, { from: '+254712345678' });
  await call(world, phone, { from: '+12125550163' });
  expect(await callsOf(world, agency, id)).toMatchObject([
    { verdict: 'BILLED', price: { minor: price } },
    { verdict: 'BILLED', price: { minor: cheap } },
  ]);
  // Neither the phone that is called nor a number of the market is a caller.
  for (const from of [TARGET, (await getNumber(world, agency, { campaignId: id })).phone])
    expect((await call(world, phone, { from })).twiml).not.toContain('<Dial');
  expect((await verdictsOf(world, agency, id)).slice(0, 2)).toEqual(['NOT_OPEN', 'NOT_OPEN']);
  expect(await totalOf(id)).toBe(price + cheap);
});

test('a caller of a country that the campaign does not buy from is put through, told apart and billed to nobody', async () => {
  const { id, phone, price } = await open({ name: 'From elsewhere', dayBudget: usd('40.00') });
  const placed = await call(world, phone, { from: '+447700900301' });
  // Nobody pays for it, so it is not put through for hours.
  expect(placed.twiml).toMatch(/<Dial [^>]*timeLimit="1800"/);
  // Of numbers that states share the digits tell the state; an island of the States is the States.
  for (const from of ['+14165550123', '+17875550123', '+498999998301']) await call(world, phone, { from });
  const calls = await callsOf(world, business, id);
  expect(calls.map(({ verdict }: any) => verdict).reverse()).toEqual([
    'OUT_OF_REGION',
    'OUT_OF_REGION',
    'BILLED',
    'OUT_OF_REGION',
  ]);
  expect(calls[0]).toMatchObject({
    why: 'The caller’s number is of Germany. When the call came, the campaign bought from: United States.',
    price: null,
    mayOpenCaller: false,
  });
  // What counts is what was bought when the call came, also for the claim about it.
  const early = await comeIn(world, phone, '+447700900302');
  const toKenya = { name: 'From elsewhere', regionIds: [KENYA], phone: TARGET };
  expect(await tryToChangeCalls(world, business, id, toKenya)).toMatchObject({ __typename: 'ChangeCampaignPayload' });
  await tellAll(world, newsOf(early.sid, 90));
  expect((await callsOf(world, business, id))[0]).toMatchObject({
    verdict: 'OUT_OF_REGION',
    why: expect.stringContaining('bought from: United States.'),
  });
  const reasons = await world.ask(
    business,
    'query ($id: ID!) { disputeReasons(callId: $id) { reason evidenceFound { lookUp speaksFor text } } }',
    { id: calls[1].id },
  );
  const region = reasons.find(({ reason }: any) => reason === 'WRONG_REGION');
  expect(region.evidenceFound).toContainEqual({
    lookUp: 'CALLER_COUNTRY',
    speaksFor: 'NEITHER',
    text: expect.stringContaining('the campaign bought from: United States.'),
  });
  expect(await totalOf(id)).toBe(price);
});

test('what is no new caller who was talked to is stored with its reason and costs nothing', async () => {
  const { id, phone, price } = await open({ name: 'Who called' });
  const paid = await call(world, phone, { seconds: 61 });
  await call(world, phone, { seconds: 59 });
  await call(world, phone, { seconds: 0, status: 'no-answer' });
  await call(world, phone, { seconds: 0, status: 'busy' });
  await call(world, phone, { seconds: 300, from: 'anonymous' });
  await call(world, phone, { seconds: 300, from: paid.from });
  await call(world, phone, { seconds: 0, status: 'canceled' });
  expect((await verdictsOf(world, agency, id)).reverse()).toEqual([
    'BILLED',
    'TOO_SHORT',
    'UNANSWERED',
    'BUSY',
    'HIDDEN_NUMBER',
    'REPEAT_CALLER',
    'UNANSWERED',
  ]);
  const calls = await callsOf(world, business, id);
  expect(calls.filter((one: any) => one.price)).toHaveLength(1);
  expect(calls.every(({ why }: any) => why.length > 10)).toBe(true);
  const silent = calls.filter(({ verdict }: any) => verdict === 'UNANSWERED');
  expect(silent.map(({ why }: any) => why)).toEqual([
    'The caller gave up before the business answered.',
    'The business did not answer.',
  ]);
  // Nothing came of a call in which nobody talked.
  expect(await world.ask(business, MARK, { input: { callId: silent[0].id } })).toMatchObject({
    __typename: 'Conflict',
  });
  expect(await readCampaign(world, business, id)).toMatchObject({ total: { spent: { minor: price } }, hindrances: [] });
  // After a month the same caller is a new one.
  await pass('31d');
  await call(world, phone, { seconds: 61, from: paid.from });
  expect((await verdictsOf(world, agency, id))[0]).toBe('BILLED');
});

test('a caller who calls twice at once is billed once; one who calls again after being cut off is', async () => {
  const { id, phone } = await open({ name: 'At once', minSeconds: 10 });
  const first = await comeIn(world, phone);
  await world.clock.move('5s');
  const second = await comeIn(world, phone, first.from);
  await world.clock.move('30s');
  await tellAll(world, newsOf(second.sid, 25));
  await tellAll(world, newsOf(first.sid, 30));
  expect(await verdictsOf(world, agency, id)).toEqual(['OVERLAP', 'BILLED']);
  const cut = await call(world, phone, { seconds: 3 });
  await world.clock.move('5s');
  await call(world, phone, { seconds: 30, from: cut.from });
  expect((await verdictsOf(world, agency, id)).slice(0, 2)).toEqual(['BILLED', 'TOO_SHORT']);
});

test('whoever cannot be put through hears why, and nothing is billed', async () => {
  const { id, phone } = await open({ name: 'Not now', dayBudget: usd('40.00') });
  const refusedWith = async (words: string): Promise<void> => {
    const { twiml } = await call(world, phone, { seconds: 100 });
    expect(twiml).toContain(words);
    expect(twiml).not.toContain('<Dial');
  };
  const paid = await call(world, phone, { seconds: 100 });
  await refusedWith('Nobody takes calls on this number at the moment');
  // Whoever was paid for costs nothing, and gets through although the money is spent.
  expect((await comeIn(world, phone, paid.from)).twiml).toContain('<Dial');
  const act = (name: string, input: object) =>
    world.ask(
      business,
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`,
      { input },
    );
  const local = new Date(world.clock.now().getTime() - 5 * 3_600_000);
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const tomorrow = days[(local.getUTCDay() + 2) % 7]!;
  const shut = await open({ name: 'Shut', hours: [{ days: [tomorrow], from: '00:00', to: '24:00' }] });
  expect((await call(world, shut.phone)).twiml).toContain('We are closed at this hour');
  expect(await verdictsOf(world, agency, shut.id)).toEqual(['OUT_OF_HOURS']);
  await act('pauseCampaign', { id });
  await refusedWith('Nobody takes calls');
  expect(await verdictsOf(world, agency, id)).toEqual(['NOT_OPEN', 'PENDING', 'OVER_BUDGET', 'BILLED']);

  const numbers = await world.ask(agency, '{ trackedNumbers { nodes { id phone state } } }');
  const number = numbers.nodes.find((one: any) => one.phone === shut.phone);
  const move = (name: string) =>
    world.ask(
      agency,
      `mutation ($input: MoveTrackedNumberInput!) { ${name}(input: $input) { __typename ... on UserError { message } } }`,
      { input: { id: number.id } },
    );
  expect(await move('pauseTrackedNumber')).toMatchObject({ __typename: 'PauseTrackedNumberPayload' });
  expect(await move('pauseTrackedNumber')).toMatchObject({ __typename: 'Conflict' });
  await call(world, shut.phone);
  expect((await verdictsOf(world, agency, shut.id))[0]).toBe('NOT_OPEN');
  expect(await move('resumeTrackedNumber')).toMatchObject({ __typename: 'ResumeTrackedNumberPayload' });
});

test('news that is not signed, of no call, not to be believed or told before is refused and changes nothing', async () => {
  const { id, phone } = await open({ name: 'Forged' });
  const { sid } = await comeIn(world, phone);
  const leg = newSid();
  const ended = { CallSid: leg, ParentCallSid: sid, CallStatus: 'completed', CallDuration: '300', SequenceNumber: '3' };
  const statusOf = async (...told: Parameters<typeof tell>) => (await tell(...told)).status;
  expect(await statusOf(world, 'leg', ended, 'another token')).toBe(403);
  expect((await world.http.post('/hooks/calls/leg').type('form').send(ended)).status).toBe(403);
  expect(await statusOf(world, 'leg', { ...ended, AccountSid: `AC${'0'.repeat(32)}` })).toBe(403);
  expect(await statusOf(world, 'leg', { ...ended, ParentCallSid: newSid() })).toBe(404);
  expect(await statusOf(world, 'leg', { ...ended, ParentCallSid: '../x' })).toBe(404);
  for (const wrong of [
    { CallDuration: '-300' },
    { CallDuration: '1000000' },
    { CallStatus: 'paid' },
    { Timestamp: 'yesterday' },
    { Timestamp: new Date(world.clock.now().getTime() - 90_000_000).toUTCString() },
    { Timestamp: new Date(world.clock.now().getTime() + 3_600_000).toUTCString() },
  ])
    expect(await statusOf(world, 'leg', { ...ended, ...wrong })).toBe(422);
  expect((await tell(world, 'incoming', { CallSid: newSid(), From: newCaller(), To: '+12125550199' })).text).toContain(
    '<Response><Hangup/></Response>',
  );
  expect(await callsOf(world, business, id)).toMatchObject([{ state: 'RINGING', verdict: 'PENDING' }]);
  const news = newsOf(sid, 80, 'completed', leg);
  await tellAll(world, news);
  const spent = await totalOf(id);
  const recording = { CallSid: sid, RecordingSid: newSid('RE'), RecordingStatus: 'completed', RecordingDuration: '80' };
  for (const RecordingDuration of ['-80', '999999'])
    expect(await statusOf(world, 'recorded', { ...recording, RecordingDuration })).toBe(422);
  expect(await statusOf(world, 'recorded', recording)).toBe(204);
  await tellAgain(world, [...news, ...news.toReversed(), ['recorded', recording]]);
  const replayed = await tell(world, ...news[3]!);
  expect(replayed.body).toEqual({
    error: 'ToldBefore',
    message: 'This was told before: nothing was changed by it.',
  });
  // Nobody's line waits for the answer to a call that was judged.
  expect(await statusOf(world, 'incoming', { CallSid: sid, From: newCaller(), To: phone })).toBe(409);
  // Other news of another end is late, and no replay; nor is it of a call of the day before.
  const late = newsOf(sid, 0, 'no-answer').filter(([hook]) => hook !== 'status');
  await tellAll(world, late.slice(0, -1));
  await pass('25h');
  for (const [hook, fields] of [late.at(-1)!, ['recorded', { ...recording, RecordingSid: newSid('RE') }] as const])
    expect(await statusOf(world, hook, fields)).toBe(422);
  expect(await callsOf(world, business, id)).toMatchObject([{ verdict: 'BILLED', seconds: 80, outcome: 'COMPLETED' }]);
  expect(await totalOf(id)).toBe(spent);
});

test('a call ends the same in whatever order its news comes; the shorter of two lengths is believed', async () => {
  const { id, phone } = await open({ name: 'In any order', dayBudget: usd('800.00') });
  const orders = [
    [5, 4, 3, 2, 1, 0],
    [4, 0, 5, 3, 1, 2],
    [3, 5, 0, 4, 2, 1],
    [0, 5, 1, 4, 2, 3],
  ];
  for (const order of orders) {
    const { sid } = await comeIn(world, phone);
    const news = newsOf(sid, 70);
    const told = order.map((place) => news[place]!);
    await tellAll(world, told);
    await tellAgain(world, told);
  }
  expect(await callsOf(world, business, id)).toMatchObject(
    orders.map(() => ({ state: 'ENDED', outcome: 'COMPLETED', seconds: 70, verdict: 'BILLED' })),
  );
  const { sid } = await comeIn(world, phone);
  const told = newsOf(sid, 60);
  told[4]![1]['DialCallDuration'] = '59';
  await tellAll(world, told);
  expect((await callsOf(world, business, id))[0]).toMatchObject({ verdict: 'TOO_SHORT', seconds: 59 });
});

test('what cannot be is not billed; the least length counts in a claim, also where it was told after the bill', async () => {
  const { id, phone } = await open({ name: 'Hardly', minSeconds: 30 });
  const newest = async () => (await callsOf(world, business, id))[0];
  const long = await comeIn(world, phone, newCaller(), newSid(), 0);
  await world.clock.move('10s');
  await tellAll(world, newsOf(long.sid, 7000));
  expect(await newest()).toMatchObject({ verdict: 'TOO_SHORT', outcome: 'COMPLETED' });
  // The dial says that nobody answered, the leg that somebody talked.
  const busy = await comeIn(world, phone);
  const told = newsOf(busy.sid, 45);
  Object.assign(told[4]![1], { DialCallStatus: 'busy', DialCallDuration: '0' });
  await tellAll(world, told);
  expect(await newest()).toMatchObject({ verdict: 'BUSY', outcome: 'BUSY', seconds: null });
  // An end of long before the call is none that another call came after.
  const first = await comeIn(world, phone);
  await world.clock.move('5s');
  const second = await comeIn(world, phone, first.from);
  await world.clock.move('5s');
  const early = newsOf(first.sid, 20);
  early[3]![1]['Timestamp'] = new Date(world.clock.now().getTime() - 7_200_000).toUTCString();
  await tellAll(world, early);
  await tellAll(world, newsOf(second.sid, 60));
  expect(await verdictsOf(world, agency, id)).toEqual(['OVERLAP', 'TOO_SHORT', 'BUSY', 'TOO_SHORT']);

  const { sid } = await call(world, phone, { seconds: 60 });
  await tellAll(world, newsOf(sid, 20).slice(3, 4));
  const billed = await newest();
  expect(billed).toMatchObject({ verdict: 'BILLED', seconds: 60 });
  const shorter = `${billed.id} was billed for 60 s, and was told 20 s since`;
  expect(await callInvariants.find(({ code }) => code === 'I27')!.check()).toEqual([shorter]);
  const claim = { saleId: undefined, callId: billed.id, reason: 'TOO_SHORT' };
  const { dispute } = await openDispute(world, business, '', claim);
  expect(dispute.evidence[0]).toMatchObject({ lookUp: 'CALL_LENGTH', speaksFor: 'BUYER' });
  expect(await newest()).toMatchObject({ money: 'REFUNDED' });
});

test('one end is enough after a moment; a call whose end nobody tells is asked for, and lost ones cost nothing', async () => {
  const { id, phone } = await open({ name: 'Silence' });
  const half = await comeIn(world, phone);
  await tellAll(world, newsOf(half.sid, 65).slice(0, 4));
  expect(await verdictsOf(world, agency, id)).toEqual(['PENDING']);
  await pass('1m');
  await world.runJob('calls.judge');
  expect(await verdictsOf(world, agency, id)).toEqual(['BILLED']);

  const play = { from: newCaller(), seconds: 70, answer: 'yes', order: 'straight', times: 1, isSilent: true } as const;
  await placeCall(phone, play);
  expect(await callsOf(world, agency, id)).toMatchObject([{ state: 'ANSWERED', verdict: 'PENDING' }, {}]);
  await pass('5m');
  await world.runJob('calls.judge');
  expect((await callsOf(world, agency, id))[0]).toMatchObject({ state: 'ENDED', seconds: 70, verdict: 'BILLED' });

  // The provider does not know this one.
  await comeIn(world, phone);
  await pass('30m');
  await world.runJob('calls.judge');
  expect((await verdictsOf(world, agency, id))[0]).toBe('PENDING');
  await pass('3h');
  await world.runJob('calls.judge');
  await world.runJob('calls.judge');
  expect((await callsOf(world, agency, id))[0]).toMatchObject({ state: 'ENDED', outcome: 'FAILED', verdict: 'FAILED' });
});

test('a call waits for the ends of the caller’s earlier ones, which the provider is asked for, and is no overlap of what was over', async () => {
  const { id, phone, price } = await open({ name: 'Late ends', isRecorded: false });
  // The market moved since the number was bought: the stand-in calls it where it is now.
  const elsewhere = { 'body.voice_url': 'http://127.0.0.1:4999/hooks/calls/incoming' };
  await database().collection('standin_telephony').updateOne({ 'body.phone_number': phone }, { $set: elsewhere });
  // Whether the caller was on the line still is known once it is known how the earlier calls ended; the money waits too.
  const short = { from: newCaller(), seconds: 10, answer: 'yes', order: 'straight', times: 1, isSilent: true } as const;
  await placeCall(phone, short);
  await placeCall(phone, short);
  await world.clock.move('5s');
  const { sid } = await comeIn(world, phone, short.from);
  await world.clock.move('1m');
  await tellAll(world, newsOf(sid, 65));
  await world.runJob('calls.judge');
  expect(await verdictsOf(world, agency, id)).toEqual(['PENDING', 'PENDING', 'PENDING']);
  expect(await totalOf(id)).toBe(3 * price);
  await pass('2m');
  await world.runJob('calls.judge');
  expect(await verdictsOf(world, agency, id)).toEqual(['BILLED', 'TOO_SHORT', 'TOO_SHORT']);
  expect(await totalOf(id)).toBe(price);
});

test('three unanswered within an hour pause the campaign and tell the business, which resumes it', async () => {
  const { id, phone } = await open({ name: 'Nobody there' });
  await call(world, phone, { seconds: 0, status: 'no-answer' });
  await call(world, phone, { seconds: 0, status: 'canceled' });
  await call(world, phone, { seconds: 0, status: 'busy' });
  expect(await readCampaign(world, business, id)).toMatchObject({ state: 'RUNNING' });
  await call(world, phone, { seconds: 0, status: 'no-answer' });
  expect(await readCampaign(world, business, id)).toMatchObject({ state: 'PAUSED', hindrances: ['UNANSWERED'] });
  expect((await call(world, phone)).twiml).toContain('Nobody takes calls');
  const told = await database()
    .collection('messages')
    .countDocuments({ _id: { $regex: `^unanswered_${id}` } } as object);
  expect(told).toBe(1);
  const answer = await world.ask(
    business,
    `mutation ($input: ResumeCampaignInput!) { resumeCampaign(input: $input) {
      ... on ResumeCampaignPayload { campaign { state hindrances } } ... on UserError { message } } }`,
    { input: { id, agreedPerDay: usd('400.00') } },
  );
  expect(answer).toMatchObject({ campaign: { state: 'RUNNING', hindrances: [] } });
  await call(world, phone, { seconds: 0, status: 'busy' });
  expect(await readCampaign(world, business, id)).toMatchObject({ state: 'RUNNING' });
});

const CALLER = `mutation ($input: OpenCallerInput!) {
  openCaller(input: $input) { __typename ... on OpenCallerPayload { phone } ... on UserError { message } }
}`;
const HEAR = `mutation ($input: OpenCallRecordingInput!) {
  openCallRecording(input: $input) {
    __typename ... on OpenCallRecordingPayload { address seconds } ... on UserError { message }
  }
}`;

test('the caller’s number is for the business that paid; the recording is heard by both sides until the window is over', async () => {
  const { id, phone } = await open({ name: 'Heard' });
  const from = newCaller();
  const play = { from, seconds: 65, answer: 'yes', order: 'straight', times: 1, isSilent: false } as const;
  await placeCall(phone, play);
  await placeCall(phone, { ...play, from: newCaller(), seconds: 5 });
  await world.runJob('calls.recordings');
  const [short, billed] = await callsOf(world, business, id);
  expect(billed).toMatchObject({ verdict: 'BILLED', recording: 'STORED', mayOpenCaller: true, mayHear: true });
  expect(billed.callerMasked).toBe(`+1 •••••••${from.slice(-3)}`);
  expect(short).toMatchObject({ verdict: 'TOO_SHORT', recording: 'REMOVED', mayOpenCaller: false, mayHear: false });
  const input = { callId: billed.id };
  const stranger = await world.business();
  expect(await world.ask(business, CALLER, { input })).toMatchObject({ phone: from });
  expect(await world.ask(stranger, CALLER, { input })).toMatchObject({ __typename: 'NotFound' });
  expect(await world.ask(business, CALLER, { input: { callId: short.id } })).toMatchObject({ __typename: 'NotFound' });
  expect((await world.graphql(agency, CALLER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await callsOf(world, agency, id))[1]).toMatchObject({ mayOpenCaller: false, mayHear: true });
  expect(await world.ask(stranger, HEAR, { input })).toMatchObject({ __typename: 'NotFound' });
  const adjudicator = await world.admin('ADJUDICATOR');
  expect(await world.ask(adjudicator, HEAR, { input })).toMatchObject({ __typename: 'InvalidInput' });
  const reason = 'A claim that it was a robot.';
  for (const [who, given] of [[business], [agency], [adjudicator, reason]] as const) {
    const opened = await world.ask(who, HEAR, { input: { ...input, ...(given ? { reason: given } : {}) } });
    expect(opened).toMatchObject({ __typename: 'OpenCallRecordingPayload', seconds: 65 });
    const authorization = `Bearer ${who.accessToken}`;
    const heard = await world.http.get(opened.address).set({ authorization, range: 'bytes=0-3' }).buffer();
    expect([heard.status, heard.headers['content-type']]).toEqual([206, 'audio/wav']);
    // It sounds as long as the call was talked: 8 bits, 4,000 times a second, behind a head of 44.
    expect(heard.headers['content-range']).toBe(`bytes 0-3/${44 + 65 * 4000}`);
    expect((await world.http.get(`${opened.address}x`).set({ authorization })).status).toBe(404);
    // It was opened to this session: the address alone, or with another's token, gives nothing.
    expect((await world.http.get(opened.address)).status).toBe(401);
    const other = who === agency ? business : agency;
    const overheard = world.http.get(opened.address).set('authorization', `Bearer ${other.accessToken}`);
    expect((await overheard).status).toBe(404);
  }
  const looks = await database().collection('call_looks').find({ callId: billed.id }).sort({ at: 1 }).toArray();
  expect(looks.map(({ what }) => what)).toEqual(['NUMBER', 'RECORDING', 'RECORDING', 'RECORDING']);

  // A refund ends what the business has of the caller; the agency's call is its own.
  const claim = { saleId: undefined, callId: billed.id, reason: 'WRONG_NUMBER' };
  const { dispute } = await openDispute(world, business, '', claim);
  expect((await callsOf(world, business, id))[1]).toMatchObject({ mayHear: true });
  const earning = async (): Promise<number> => {
    const { byUsage } = await world.ask(agency, '{ earningSources { byUsage { model count } } }');
    return byUsage.find(({ model }: { model: string }) => model === 'CALL')?.count ?? 0;
  };
  const between = await comeIn(world, phone, from);
  const before = await earning();
  await answerDispute(world, agency, dispute.id, { concedes: true });
  expect(await earning()).toBe(before - 1);
  // Who costs nothing any more is new: the next call is paid for, and the one after it is not. The one that came before
  // the refund had nothing held for it.
  await tellAll(world, newsOf(between.sid, 90));
  await call(world, phone, { from });
  await call(world, phone, { from });
  expect((await verdictsOf(world, business, id)).slice(0, 3)).toEqual(['REPEAT_CALLER', 'BILLED', 'REPEAT_CALLER']);
  const refunded = async (who: Actor) => (await callsOf(world, who, id)).find((one: any) => one.id === billed.id);
  expect(await refunded(business)).toMatchObject({ money: 'REFUNDED', mayHear: false });
  expect(await refunded(agency)).toMatchObject({ mayHear: true });
  expect(await world.ask(business, HEAR, { input })).toMatchObject({ __typename: 'NotFound' });
  // The statements of both sides lead to the very call.
  const about = '{ nodes { kind campaign { id name } clickBatch { id } call { id money dispute { id } } } }';
  for (const [reader, entries] of [
    [business, 'walletEntries'],
    [agency, 'earningEntries'],
  ] as const) {
    const { nodes } = await world.ask(reader, `{ ${entries}(first: 10) ${about} }`);
    const told = { id: billed.id, money: 'REFUNDED', dispute: { id: dispute.id } };
    expect(nodes.filter(({ kind, campaign }: any) => kind === 'REFUND' && campaign.id === id)).toEqual([
      { kind: 'REFUND', campaign: { id, name: 'Heard' }, clickBatch: null, call: told },
    ]);
  }

  await pass('73h');
  await world.runJob('calls.release');
  await world.runJob('calls.recordings');
  expect(await refunded(business)).toMatchObject({ recording: 'REMOVED', mayHear: false });
  expect(
    await database()
      .collection('standin_telephony')
      .countDocuments({ kind: 'recording', at: { $gt: new Date(0) } }),
  ).toBe(0);
  await pass('800d');
  await world.runJob('calls.forgetCallers');
  expect(await refunded(business)).toMatchObject({ callerMasked: null, mayOpenCaller: false });
});

test('a caller sees their calls at /me and has the number and the sound erased; what was billed stays, and is billed once', async () => {
  const { id, phone, price } = await open({ name: 'Forgotten' });
  const from = newCaller();
  const play = { from, seconds: 65, answer: 'yes', order: 'straight', times: 1, isSilent: false } as const;
  await placeCall(phone, play);
  await placeCall(phone, { ...play, seconds: 5 });
  await world.runJob('calls.recordings');
  const [, billed] = await callsOf(world, business, id);
  await world.ask(business, CALLER, { input: { callId: billed.id } });
  await world.ask(agency, HEAR, { input: { callId: billed.id } });
  const ringing = await comeIn(world, phone, from);
  const token = await proven(world, from);
  const { calls } = await world.ask(
    null,
    `query ($token: String!) { myData(token: $token) { calls {
      niche business agency seconds hasRecording looks timesHeard } } }`,
    { token },
  );
  const to = { niche: 'Roofing', business: business.name, agency: agency.name };
  expect(calls).toEqual([
    { ...to, seconds: null, hasRecording: false, looks: 0, timesHeard: 0 },
    { ...to, seconds: 5, hasRecording: false, looks: 0, timesHeard: 0 },
    { ...to, seconds: 65, hasRecording: true, looks: 1, timesHeard: 1 },
  ]);
  const file = await world.http.get('/api/my-data').set('authorization', `Bearer ${token}`);
  expect(file.body.calls[2]).toMatchObject({ niche: 'Roofing', business: business.name, seconds: 65 });
  expect(await erase(world, token)).toMatchObject({ receipt: { requestCount: 3, recipientCount: 1 } });
  const letters = await caughtFor(world, business.email);
  expect(letters[0]).toMatchObject({ text: expect.stringContaining(`call=${billed.id}`) });
  const forgotten = { callerMasked: null, callerCountry: null, mayOpenCaller: false, mayHear: false };
  expect((await callsOf(world, business, id)).slice(1)).toMatchObject([
    forgotten,
    { ...forgotten, verdict: 'BILLED', money: 'HELD', price: { minor: price } },
  ]);
  await world.runJob('calls.recordings');
  // The one that went on is judged by who called, and forgets it then.
  await tellAll(world, newsOf(ringing.sid, 90));
  expect(await callsOf(world, business, id)).toMatchObject([
    { ...forgotten, verdict: 'REPEAT_CALLER' },
    {},
    { recording: 'REMOVED' },
  ]);
  const kept = await database()
    .collection('calls')
    .countDocuments({ campaignId: id, $or: [{ caller: { $ne: null } }, { sealed: { $ne: null } }] });
  expect(kept).toBe(0);
  // To call is an act of one's own, so nobody is kept from it; nor billed again by it.
  expect((await call(world, phone, { from })).twiml).toContain('<Dial');
  expect((await verdictsOf(world, business, id))[0]).toBe('REPEAT_CALLER');
});

test('how long a call is talked to be paid is lowered at any time and never raised', async () => {
  const { id, phone } = await open({ name: 'Longer' });
  const raised = await tryToChangeCalls(world, business, id, { minSeconds: 600 });
  expect(raised).toMatchObject({ problems: [{ path: ['terms', 'minSeconds'] }] });
  // Left out it would be the usual 90 seconds.
  expect(await tryToChangeCalls(world, business, id, { minSeconds: null })).toMatchObject({
    problems: [{ path: ['terms', 'minSeconds'] }],
  });
  await call(world, phone, { seconds: 60 });
  expect(await tryToChangeCalls(world, business, id, { minSeconds: 45 })).toMatchObject({
    __typename: 'ChangeCampaignPayload',
  });
  await call(world, phone, { seconds: 45 });
  expect(await tryToChangeCalls(world, business, id, { minSeconds: 60 })).toMatchObject({ __typename: 'InvalidInput' });
  expect(await verdictsOf(world, business, id)).toEqual(['BILLED', 'BILLED']);
});

test('a campaign that is paid per call names a phone that is answered, and not one of the market', async () => {
  const pathsOf = async (terms: Record<string, unknown>): Promise<string[]> =>
    ((await tryToStartCalls(world, business, terms)).problems ?? []).map(({ path }: any) => path.join('.'));
  expect(await pathsOf({ phone: '' })).toEqual(['terms.phone']);
  expect(await pathsOf({ phone: '911', minSeconds: 9 })).toEqual(['terms.phone', 'terms.minSeconds']);
  expect(await pathsOf({ phone: '+1 900 555 1234', minSeconds: 601 })).toEqual(['terms.phone', 'terms.minSeconds']);
  expect(await tryToStartCalls(world, business, { phone: '(876) 555-1234' })).toMatchObject({
    problems: [
      { message: expect.stringMatching(/^This number is of Jamaica\. .+: .*Kenya/), path: ['terms', 'phone'] },
    ],
  });
  expect(await pathsOf({ model: 'LEAD' })).toContain('terms.model');
  expect(await pathsOf({ nicheId: 'niche_apps' })).toEqual(['terms.nicheId']);
  const { id, phone } = await open({ name: 'Own', minSeconds: null });
  expect(await readCampaign(world, business, id)).toMatchObject({ phone: TARGET, minSeconds: 90 });
  expect(await pathsOf({ phone })).toEqual(['terms.phone']);

  const clicks = await startCampaign(world, business, { name: 'Clicks' });
  expect(await tryToGetNumber(world, agency, { campaignId: clicks.id })).toMatchObject({ __typename: 'NotFound' });
  expect(await tryToLink(world, agency, { campaignId: id, regionId: US })).toMatchObject({ __typename: 'Conflict' });
  expect(await tryToGetNumber(world, agency, { campaignId: id, regionId: 'region_KE' })).toMatchObject({
    problems: [{ path: ['regionId'] }],
  });
  const clientKey = '0b54f9d1-6a0e-4a36-9f0c-1f5ec2f4f101';
  const [one, again] = [
    await getNumber(world, agency, { campaignId: id, clientKey }),
    await getNumber(world, agency, { campaignId: id, clientKey }),
  ];
  expect(again).toEqual(one);
  expect(await tryToGetNumber(world, agency, { campaignId: id, clientKey, name: 'Other' })).toMatchObject({
    __typename: 'Conflict',
  });
});

test('without a telephone provider in production no campaign is paid per call, and the answer says why', async () => {
  const { telephony, isProduction } = config;
  Object.assign(config, { telephony: null, isProduction: true });
  try {
    expect(await tryToStartCalls(world, business)).toMatchObject({
      __typename: 'Conflict',
      message: expect.stringContaining('no telephone provider'),
    });
    expect((await world.http.post('/hooks/calls/incoming').type('form').send({ To: '+1' })).status).toBe(403);
  } finally {
    Object.assign(config, { telephony, isProduction });
  }
});

test('sums by day, campaign, agency, sub-id, region and finding; to each side its own', async () => {
  const [buyer, seller] = [await world.business({ funds: '900.00' }), await world.agency()];
  const { id, price } = await startCalls(world, buyer, seller);
  const { phone } = await getNumber(world, seller, { campaignId: id, subId: 'tv' });
  const paid = await call(world, phone, { seconds: 90 });
  await call(world, phone, { seconds: 90, from: paid.from });
  await call(world, phone, { seconds: 5 });
  const day = world.clock.now().toISOString().slice(0, 10);
  const before = new Date(world.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  const report = (actor: Actor, by: string) =>
    world.ask(
      actor,
      'query ($by: CallReportBy!, $from: Date!, $to: Date!) { callReport(by: $by, from: $from, to: $to) { key label seen valid billed spent { minor } refunded { minor } converted convertedUnbilled costPerConversion { minor } } }',
      { by, from: before, to: day },
    );
  await convert(buyer, seller, id);
  const whole = {
    ...{ seen: 3, valid: 1, billed: 1, spent: { minor: price }, refunded: { minor: 0 } },
    ...{ converted: 1, convertedUnbilled: 1, costPerConversion: { minor: price } },
  };
  expect(await report(buyer, 'CAMPAIGN')).toEqual([{ key: id, label: 'Roofs', ...whole }]);
  expect(await report(seller, 'SUB_ID')).toEqual([{ key: 'tv', label: 'tv', ...whole }]);
  expect(await report(buyer, 'AGENCY')).toMatchObject([{ label: seller.name, ...whole }]);
  expect(await report(buyer, 'REGION')).toMatchObject([{ key: US, ...whole }]);
  expect(await report(buyer, 'DAY')).toMatchObject([whole]);
  expect(await report(buyer, 'ALL')).toEqual([{ key: '', label: 'All', ...whole }]);
  expect((await report(seller, 'VERDICT')).map(({ key, seen, billed }: any) => [key, seen, billed]).sort()).toEqual([
    ['BILLED', 1, 1],
    ['REPEAT_CALLER', 1, 0],
    ['TOO_SHORT', 1, 0],
  ]);
  expect(await report(await world.business(), 'CAMPAIGN')).toEqual([]);
  const file = await world.http
    .get(`/api/exports/call-report.csv?by=SUB_ID&from=${before}&to=${day}`)
    .set('authorization', `Bearer ${seller.accessToken}`);
  const cost = (price / 100).toFixed(2);
  expect(file.text.split('\r\n')[1]).toBe(`tv,tv,3,1,1,${cost},0.00,USD,1,1,${cost}`);
});

const MARK = `mutation ($input: MarkCallConvertedInput!) {
  markCallConverted(input: $input) { __typename ... on MarkCallConvertedPayload { call { conversion { kind saidBy } } } }
}`;
const TAKE_BACK = `mutation ($input: TakeBackCallConversionInput!) {
  takeBackCallConversion(input: $input) {
    __typename
    ... on TakeBackCallConversionPayload { call { conversion { kind } } }
  }
}`;

/** Of a campaign with one billed call and others the business says that the billed one and one more converted. */
async function convert(buyer: Actor, seller: Actor, campaignId: string): Promise<void> {
  const calls = await callsOf(world, buyer, campaignId);
  const billed = calls.find(({ isBilled }: any) => isBilled).id as string;
  const unbilled = calls.find(({ verdict }: any) => verdict === 'REPEAT_CALLER').id as string;
  // Somebody of the business by hand, and again; taken back, and said anew.
  const mark = (callId: string, actor = buyer) => world.ask(actor, MARK, { input: { callId } });
  const marked = { call: { conversion: { kind: 'conversion', saidBy: 'PERSON' } } };
  for (let times = 0; times < 2; times++) expect(await mark(unbilled)).toMatchObject(marked);
  expect(await world.ask(buyer, TAKE_BACK, { input: { callId: unbilled } })).toMatchObject({
    call: { conversion: null },
  });
  expect(await mark(unbilled)).toMatchObject(marked);
  const other = await world.business();
  expect(await mark(billed, other)).toMatchObject({ __typename: 'NotFound' });
  expect((await world.graphql(seller, MARK, { input: { callId: billed } })).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  );
  // A press without a kind yields to the word of its server, signed as for clicks.
  expect(await mark(billed)).toMatchObject(marked);
  const secret = await renewSecret(world, buyer);
  const said = { call: billed, kind: 'sale' };
  expect((await tellConversion(world, await renewSecret(world, other), said)).status).toBe(404);
  for (const [what, status] of [
    [said, 201],
    [said, 200],
    [{ ...said, kind: 'request' }, 409],
    [{ ...said, order: 'A-1' }, 422],
    [{ ...said, click: 'click_none' }, 422],
    [{ ...said, at: new Date(world.clock.now().getTime() - 86_400_000).toISOString() }, 422],
  ] as const)
    expect([what, (await tellConversion(world, secret, what)).status]).toEqual([what, status]);
  // Its agency learns that it did.
  const seen = await world.ask(seller, 'query ($id: ID!) { call(id: $id) { conversion { kind saidBy } } }', {
    id: billed,
  });
  expect(seen.conversion).toEqual({ kind: 'sale', saidBy: 'SERVER' });
}

test('a caller, and callers by a number, whom nobody pays for let the phone ring so often and no more', async () => {
  const { id, phone } = await open({ name: 'Rings all day' });
  const busy = '<Response><Reject reason="busy"/></Response>';
  // Nobody pays for whoever calls from elsewhere, nor is anything kept ready.
  const from = '+447700900777';
  const rings = async (times: number, by = phone, caller = from): Promise<void> => {
    for (let time = 0; time < times; time++) expect((await comeIn(world, by, caller)).twiml).toContain('<Dial');
  };
  const isBusy = async (verdict: string, by = phone, caller = from): Promise<void> => {
    expect((await comeIn(world, by, caller)).twiml).toContain(busy);
    for (const side of [business, agency]) expect((await verdictsOf(world, side, id))[0]).toBe(verdict);
  };
  await rings(5);
  await isBusy('CALLED_TOO_OFTEN');
  const again = await comeIn(world, phone, from);
  expect((await comeIn(world, phone, from, again.sid)).twiml).toBe(again.twiml);
  expect((await callsOf(world, agency, id))[0]).toMatchObject({
    state: 'ENDED',
    why: expect.stringContaining('5 times within an hour'),
  });
  // By whatever number and campaign of the business; others are put through.
  const second = await open({ name: 'Rings too' });
  expect((await comeIn(world, second.phone, from)).twiml).toContain(busy);
  await rings(1, phone, '+447700900778');
  for (let hour = 0; hour < 2; hour++) {
    await pass('61m');
    await rings(5);
  }
  await pass('61m');
  await isBusy('CALLED_TOO_OFTEN');

  // Who shows no number is counted with the number that is called.
  await rings(30, phone, 'anonymous');
  await isBusy('TOO_MANY_UNPAID', phone, 'anonymous');
  const { phone: other } = await getNumber(world, agency, { campaignId: id });
  await rings(1, other, 'anonymous');
  // None of them closes it to people who show theirs.
  await rings(1, phone, newCaller());
  await pass('61m');
  await rings(1, phone, 'anonymous');
});
