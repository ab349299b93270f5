import mongoose from '../../server/platform/mongoose';
import { config } from '../../server/config';
import { canSend, requestMessage } from '../../server/modules/messages';
import { after, DAY, HOUR, now } from '../../server/platform/clock';
import { inTransaction } from '../../server/platform/transaction';
import { createWorld, type World } from '../kit/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());
afterEach(() => {
  config.isProduction = false;
  config.isOpenToNetwork = false;
});

const CAUGHT = '{ caughtMessages { channel to subject text } }';
const rows = (name: string) => mongoose.connection.collection(name);

/** Asks for a message and gives its text, which nobody else uses. */
async function wanted(text: string, more: object = {}): Promise<string> {
  const message = { channel: 'SMS' as const, to: '+254729000111', text, expiresAt: after(now(), DAY), ...more };
  await inTransaction(() => requestMessage(message));
  return text;
}

const caughtTexts = async (): Promise<string[]> =>
  (await world.ask(null, CAUGHT)).map(({ text }: { text: string }) => text);

test('what nothing is set up to send by is kept and shown for a day, sealed', async () => {
  const text = await wanted('Your code is 111222.');
  await world.settle();
  expect(await world.ask(null, CAUGHT)).toContainEqual({ channel: 'SMS', to: '+254729000111', subject: null, text });
  for (const name of ['messages', 'caught_messages', 'outbox']) {
    expect(JSON.stringify(await rows(name).find().toArray())).not.toMatch(/111222|729000111/);
  }
  expect(await rows('messages').findOne({ sealed: { $ne: null } })).toBeNull();
  await world.clock.move('25h');
  expect(await caughtTexts()).not.toContain(text);
});

test('what is asked for twice under one id is sent once, and what is over its time is not sent', async () => {
  await wanted('twice', { id: 'message_twice' });
  await wanted('twice', { id: 'message_twice' });
  await wanted('late', { expiresAt: after(now(), HOUR) });
  await world.clock.move('2h');
  await world.settle();
  await wanted('twice', { id: 'message_twice' });
  await world.settle();
  const texts = await caughtTexts();
  expect(texts.filter((text) => text === 'twice')).toHaveLength(1);
  expect(texts).not.toContain('late');
});

test('production has no catcher, and does not pretend to send', async () => {
  config.isProduction = true;
  expect(canSend('EMAIL')).toBe(false);
  expect(canSend('SMS')).toBe(false);
  await wanted('lost');
  await world.settle();
  expect(await world.ask(null, CAUGHT)).toBeNull();
  config.isProduction = false;
  expect(await caughtTexts()).not.toContain('lost');
});

test('a market in development that is open to the network shows the catcher to staff alone', async () => {
  config.isOpenToNetwork = true;
  const [agency, admin] = [await world.agency(), await world.admin()];
  expect(await world.ask(null, CAUGHT)).toBeNull();
  expect(await world.ask(agency, CAUGHT)).toBeNull();
  expect(await world.ask(admin, CAUGHT)).toEqual(expect.any(Array));
});
