import { OutgoingMessage } from 'node:http';
import { createServer, type Server } from 'node:net';
import { type AddressInfo } from 'node:net';
import mongoose from '../../server/platform/mongoose';
import { symbols } from 'pino';
import { config } from '../../server/config';
import { log } from '../../server/platform/log';
import { act, apiKeyOf, invite, latestMail, signUp, tokenOf, uniqueEmail } from '../accounts/flows';
import { soundLead } from '../leads/submitting';
import { createWorld, type Actor, type World } from '../kit/world';

const MARK = 'canary7';
const LINES = `${MARK}\r\n{"level":60,"msg":"forged"}\n    at ${MARK} (made-up.ts:1:1)`;

let world: World;
let lines: string[];
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(() => {
  lines = [];
  log.level = 'debug';
  const stream = (log as never as Record<symbol, { write(line: string): void }>)[symbols.streamSym]!;
  jest.spyOn(stream, 'write').mockImplementation((line) => void lines.push(line));
  for (const name of ['log', 'info', 'warn', 'error'] as const)
    jest.spyOn(console, name).mockImplementation((...words: unknown[]) => void lines.push(words.map(String).join(' ')));
});
afterEach(() => {
  log.level = 'silent';
  config.mailer = null;
  config.isProduction = false;
  jest.restoreAllMocks();
});

/** Something was logged, each line is one record of ours, and none has a marker in it. */
function expectClean(least = 1): void {
  expect(lines.length).toBeGreaterThanOrEqual(least);
  for (const line of lines) {
    expect(line).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(line)).not.toHaveProperty('msg', 'forged');
  }
  expect(lines.join('')).not.toContain(MARK);
}

describe('S44: no personal data reaches the log', () => {
  test('by the keys under which it is passed', () => {
    const person = { name: LINES, email: LINES, phone: LINES, link: LINES, to: LINES, recipient: LINES, ip: LINES };
    log.warn({ ...person, inner: person, more: { inner: { ...person, token: LINES, password: LINES } } }, 'a person');
    expectClean();
  });

  test.each([
    ['of the driver', new mongoose.mongo.MongoServerError({ message: `dup key: { email: "${LINES}" }`, code: 11000 })],
    ['of a mail server', Object.assign(new Error(`550 ${LINES} rejected`), { code: 'EENVELOPE', response: LINES })],
    ['of Node', Object.assign(new TypeError(`Received '${LINES}'`), { code: 'ERR_INVALID_ARG_TYPE' })],
    ['of a parser', new SyntaxError(`Unexpected token in ${LINES}`)],
    ['of mongoose', new mongoose.Error.CastError('string', LINES, 'email')],
  ])('by the text of an error %s; where it was met is told', (_title, error) => {
    log.error({ error }, 'a request met a fault');
    expectClean();
    expect(JSON.parse(lines[0]!)).toMatchObject({ error: { kind: error.name, stack: expect.stringContaining('at ') } });
  });

  test('an error of our own tells its words, on one line', () => {
    log.error({ error: new Error('The book does not\r\nbalance') }, 'a check failed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\r\n]*\n$/);
    expect(JSON.parse(lines[0]!)).toMatchObject({ error: { message: 'The book does not\r\nbalance' } });
  });
});

const marked = (): string => `${MARK}.${uniqueEmail()}`;
const password = `${MARK} is a password`;
const organisation = { kind: 'BUSINESS', name: `${MARK} Ltd`, country: 'KE' };

/** What people do, with a marker wherever they write something. */
async function live(agency: Actor): Promise<void> {
  const person = { name: `${MARK} Person`, email: marked() };
  const asked = await act(world, null, 'signUp', { person, organisation }, 'link');
  await act(world, null, 'confirmSignUp', { token: MARK, password });
  await act(world, null, 'confirmSignUp', { token: tokenOf(asked.link), password });
  await act(world, null, 'logIn', { email: person.email, password });
  await act(world, null, 'logIn', { email: marked(), password });
  await act(world, null, 'requestPasswordReset', { email: person.email });
  await act(world, null, 'resetPassword', { token: MARK, newPassword: password });
  await invite(world, agency, marked(), 'MANAGER');
  const lead = { name: `${MARK} Lead`, email: marked(), comment: LINES };
  await world.graphql(agency, SUBMIT, { input: soundLead(lead) });
  const { secret } = await apiKeyOf(world, agency, { name: `${MARK} key` });
  const posted = { ...soundLead(lead), [MARK]: LINES, clientKey: undefined };
  for (const body of [JSON.stringify(posted), `{"name": "${MARK}`])
    await world.http
      .post('/api/leads')
      .set({ authorization: `Bearer ${secret}`, 'idempotency-key': MARK, 'content-type': 'application/json' })
      .send(body);
  await world.graphql(null, `{ ${MARK}: nothing(of: "${MARK}") }`);
  await world.http.get(`/api/${MARK}`);
}

const SUBMIT = 'mutation ($input: SubmitLeadInput!) { submitLead(input: $input) { __typename } }';

test('S44: what people write reaches no log, be all well, the database broken or the mail server refusing', async () => {
  const agency = await world.agency();
  await live(agency);
  const refusing = await refuseMails();
  config.mailer = { url: `smtp://127.0.0.1:${(refusing.address() as AddressInfo).port}`, from: 'market@example.com' };
  await world.settle();
  refusing.close();
  const wellLines = lines.length;
  expectClean();

  const { topology } = mongoose.connection.getClient() as never as { topology: { selectServer(): Promise<unknown> } };
  const broken = jest
    .spyOn(topology, 'selectServer')
    .mockRejectedValue(new mongoose.mongo.MongoServerError({ message: LINES }));
  await live(agency).catch(() => undefined);
  await world.graphql(agency, SUBMIT, { input: soundLead({ name: `${MARK} Lead`, comment: LINES }) });
  await world.http.post('/api/leads').set('authorization', `Bearer ${MARK}`).send(LINES);
  broken.mockRestore();
  expectClean(wellLines + 3);
});

test('S44: the link of a sign-up is in no log: without a mail server whoever develops finds it in the catcher', async () => {
  const person = { name: `${MARK} Person`, email: marked() };
  const token = await signUp(world, person, organisation);
  await world.settle();
  expectClean();
  expect(lines.join('')).toContain('/catcher');
  expect(lines.join('')).not.toContain(token);
  const caught = await world.ask(null, '{ caughtMessages { channel to text } }');
  expect(caught[0]).toMatchObject({ channel: 'EMAIL', to: person.email, text: expect.stringContaining(token) });

  lines = [];
  config.isProduction = true;
  await act(world, null, 'signUp', { person, organisation });
  await world.settle();
  expectClean();
  expect(lines.join('')).toContain('SMTP_URL is not set');
  expect(lines.join('')).not.toContain(tokenOf((await latestMail('signUp'))!.link));
});

test('S44: a fault in the middle of an answer breaks it off and is logged by us alone', async () => {
  const business = await world.business();
  const { topology } = mongoose.connection.getClient() as never as { topology: { selectServer(): Promise<unknown> } };
  jest.spyOn(topology, 'selectServer').mockRejectedValue(new mongoose.mongo.MongoServerError({ message: LINES }));
  jest.spyOn(OutgoingMessage.prototype, 'headersSent', 'get').mockReturnValue(true);
  const asked = world.http.get('/api/exports/cards.csv').set('authorization', `Bearer ${business.accessToken}`);
  await expect(asked).rejects.toThrow(/hang up|aborted|ECONNRESET/);
  expectClean();
  expect(lines.join('')).toContain('in the middle of its answer');
});

/** A mail server that takes no letter and quotes what it was sent. */
function refuseMails(): Promise<Server> {
  const server = createServer((socket) => {
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const said = chunk.toString().trim();
      socket.write(
        said.startsWith('RCPT')
          ? `550 ${said} is not here\r\n`
          : said.startsWith('QUIT')
            ? '221 bye\r\n'
            : '250 fine\r\n',
      );
    });
    socket.on('error', () => undefined);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
