import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { config, readConfig } from '../../server/config';
import { sendText } from '../../server/platform/texter';

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: URLSearchParams;
}

let received: Received[];
let answer: { status: number; body: object };
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { method, url, headers } = request;
      received.push({ method, url, headers, body: new URLSearchParams(body) });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  received = [];
  answer = { status: 201, body: { sid: 'SM1' } };
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}`;
  config.texter = { accountSid: 'AC1', authToken: 'secret-of-the-test', from: '+15005550006', apiUrl };
});
afterEach(() => {
  config.texter = null;
});

const message = { to: '+254729000111', text: 'Your code is 123456.' };

test('a text message is handed to the provider with the account of the settings', async () => {
  expect(await sendText(message)).toBe(true);
  const [sent] = received;
  expect(sent).toMatchObject({ method: 'POST', url: '/2010-04-01/Accounts/AC1/Messages.json' });
  expect(sent!.headers.authorization).toBe(`Basic ${Buffer.from('AC1:secret-of-the-test').toString('base64')}`);
  expect(Object.fromEntries(sent!.body)).toEqual({ From: '+15005550006', To: message.to, Body: message.text });
});

test('a messaging service may send in the place of a number', async () => {
  config.texter!.from = `MG${'0'.repeat(32)}`;
  await sendText(message);
  expect(received[0]!.body.get('MessagingServiceSid')).toBe(config.texter!.from);
  expect(received[0]!.body.has('From')).toBe(false);
});

test.each([401, 429, 500, 503])('an answer of %i is tried again', async (status) => {
  answer = { status, body: { code: 20003, message: `about ${message.to}` } };
  const failed = await sendText(message).catch((error: Error) => error);
  expect(failed).toBeInstanceOf(Error);
  expect((failed as Error).message).not.toContain(message.to);
});

test('a number that the provider refuses is let go: the same would be refused again', async () => {
  answer = { status: 400, body: { code: 21211 } };
  expect(await sendText(message)).toBe(true);
});

test('a provider that is not there is a fault, so that the message is tried again', async () => {
  config.texter!.apiUrl = 'http://127.0.0.1:1';
  await expect(sendText(message)).rejects.toThrow();
});

test('without a provider nothing is sent, and that is said', async () => {
  config.texter = null;
  expect(await sendText(message)).toBe(false);
});

test('its three settings come together or not at all', () => {
  expect(() => readConfig({ TWILIO_ACCOUNT_SID: 'AC1' })).toThrow('together');
  const settings = { TWILIO_ACCOUNT_SID: 'AC1', TWILIO_AUTH_TOKEN: 'x'.repeat(32), TWILIO_FROM: '+15005550006' };
  expect(readConfig(settings).texter).toMatchObject({ from: '+15005550006', apiUrl: 'https://api.twilio.com' });
  expect(readConfig({}).texter).toBeNull();
});
