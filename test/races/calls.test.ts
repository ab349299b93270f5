import { callIdOf } from '../../server/modules/calls/telephony/news';
import { judgeOne } from '../../server/modules/calls/judge/judgeOne';
import { standInAccount } from '../../server/modules/calls/telephony/account';
import { HOOKS } from '../../server/modules/calls/telephony/paths';
import { signatureOf } from '../../server/modules/calls/telephony/signature';
import { config } from '../../server/config';
import { database } from '../../server/platform/database';
import {
  callsOf,
  comeIn,
  getNumber,
  newCaller,
  newsOf,
  newSid,
  readCampaign,
  startCalls,
  tell,
  tellAll,
  verdictsOf,
} from '../calls/calling';
import { type OtherServer, startOtherServer } from '../kit/otherServer';
import { type Actor, createWorld, type World } from '../kit/world';

/** S54, money.md: a call is billed once and a budget is never overspent, however many processes hear of it. */

let world: World;
let business: Actor;
let agency: Actor;
const others: OtherServer[] = [];
/** The provider signs for the public address, whichever process it comes to. */
const AT_HOME = { PUBLIC_URL: config.publicUrl };

beforeAll(async () => {
  world = await createWorld();
  business = await world.business({ funds: '9000.00' });
  agency = await world.agency();
});
afterAll(async () => {
  await Promise.all(others.map((other) => other.stop()));
  await world.close();
});

test('the end of a call that is told 100 times at once, and judged meanwhile, is billed once', async () => {
  const { id, price } = await startCalls(world, business, agency, { name: 'Once' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const { sid } = await comeIn(world, phone);
  const news = newsOf(sid, 90);
  await tellAll(world, news.slice(0, 3));
  const [, , , leg, dialled] = news;
  await Promise.all([
    ...Array.from({ length: 50 }, () => tell(world, ...leg!)),
    ...Array.from({ length: 50 }, () => tell(world, ...dialled!)),
    ...Array.from({ length: 4 }, () => judgeOne(callIdOf(sid)).catch(() => 0)),
  ]);
  await world.clock.move('1m');
  await world.runJob('calls.judge');
  expect(await callsOf(world, business, id)).toMatchObject([{ verdict: 'BILLED', seconds: 90 }]);
  expect(await readCampaign(world, business, id)).toMatchObject({ total: { spent: { minor: price } } });
});

test('two calls of one caller that end at once bill the business once', async () => {
  const { id, price } = await startCalls(world, business, agency, { name: 'One caller' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const from = newCaller();
  const first = await comeIn(world, phone, from);
  await tellAll(world, newsOf(first.sid, 90).slice(0, 4));
  await world.clock.move('10s');
  const second = await comeIn(world, phone, from);
  const news = [newsOf(first.sid, 90)[4]!, ...newsOf(second.sid, 90)];
  await Promise.all(news.map((told) => tell(world, ...told)));
  await world.clock.move('1m');
  await world.runJob('calls.judge');
  expect((await verdictsOf(world, business, id)).filter((verdict) => verdict === 'BILLED')).toHaveLength(1);
  expect(await readCampaign(world, business, id)).toMatchObject({ total: { spent: { minor: price } } });
});

test('a budget of 3 calls under 24 that ring at once at two processes puts 3 through', async () => {
  const [one, two] = await Promise.all([startOtherServer(AT_HOME), startOtherServer(AT_HOME)]);
  others.push(one, two);
  const first = await startCalls(world, business, agency, { name: 'What a call costs' });
  const most = { minor: first.price, currency: 'USD' };
  const { id } = await startCalls(world, business, agency, {
    name: 'Three',
    maxPrice: most,
    dayBudget: { minor: 4 * first.price - 1, currency: 'USD' },
  });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const sids = Array.from({ length: 24 }, () => newSid());
  const answers = await Promise.all(sids.map((sid, at) => ring((at % 2 ? one : two).address, phone, sid)));
  const through = sids.filter((_sid, at) => answers[at]!.includes('<Dial'));
  expect(through).toHaveLength(3);
  expect(answers.filter((text) => text.includes('<Hangup/>'))).toHaveLength(21);
  for (const sid of through) await tellAll(world, newsOf(sid, 90));
  expect(await readCampaign(world, business, id)).toMatchObject({
    total: { spent: { minor: 3 * first.price } },
    hindrances: ['DAY_BUDGET_SPENT'],
  });

  expect((await verdictsOf(world, business, id)).filter((verdict) => verdict === 'OVER_BUDGET')).toHaveLength(21);
});

/** A call comes in at another process; the provider asks again where it was too busy to answer. */
async function ring(address: string, phone: string, sid: string): Promise<string> {
  const { sid: accountSid, token } = standInAccount(database().databaseName);
  const fields = { AccountSid: accountSid, CallSid: sid, From: newCaller(), To: phone, CallStatus: 'ringing' };
  for (;;) {
    const response = await fetch(`${address}${HOOKS.incoming}`, {
      method: 'POST',
      headers: { 'x-twilio-signature': signatureOf(token, `${config.publicUrl}${HOOKS.incoming}`, fields) },
      body: new URLSearchParams(fields),
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${response.status} ${text}`);
    if (!text.includes('<Redirect')) return text;
  }
}
