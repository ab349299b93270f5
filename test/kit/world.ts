import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import mongoose from '../../server/platform/mongoose';
import jwt from 'jsonwebtoken';
import supertest from 'supertest';
import { randomWord } from '../../scripts/api/randomWord';
import { type App, allWork, startApp } from '../../server/app';
import { manifests } from '../../server/modules';
import { ensurePlatformAdmin } from '../../server/modules/accounts';
import { openOrganisation } from '../../server/modules/accounts/signIn/openOrganisation';
import { hashPassword } from '../../server/modules/accounts/signIn/passwords';
import { insertPerson } from '../../server/modules/accounts/signIn/people';
import { startSession } from '../../server/modules/accounts/signIn/sessions';
import { setHostNames } from '../../server/platform/hostNames';
import { accounts, openWallet, postEntries } from '../../server/modules/ledger';
import { clockMovedMs, DAY, HOUR, MINUTE, moveClock, now, SECOND } from '../../server/platform/clock';
import { database } from '../../server/platform/database';
import { runIfDue, runNextTask } from '../../server/platform/jobs';
import { allowLongReads } from '../../server/platform/mongoose';
import { MARKET_CURRENCY, minorFromDecimal } from '../../server/platform/money';
import { deliverEvents, outboxBacklog } from '../../server/platform/outbox';
import { inTransaction } from '../../server/platform/transaction';
import { leaveDatabase } from './leaveDatabase';
import { fixedDataOf, type Prepared, takePrepared } from './preparedDatabases';

export interface GraphqlAnswer<T = Record<string, unknown>> {
  status: number;
  // A test reads what it asked for by name; typing each answer would repeat the query.
  data: T;
  errors?: { message: string; path?: string[]; extensions: { code: string; [key: string]: unknown } }[];
  headers: Record<string, string | string[]>;
}

/** Someone who speaks the API: a person logged in for one organisation. */
export interface Actor {
  name: string;
  email: string;
  password: string;
  personId: string;
  organisationId: string;
  accessToken: string;
  /** `name=value` of the refresh cookie. */
  cookie: string;
}

export interface World {
  app: App;
  http: ReturnType<typeof supertest>;
  graphql<T = any>(
    actor: Actor | null,
    query: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<GraphqlAnswer<T>>;
  /**
   * The named root field's answer; fails the test when there are top-level errors. Whose access token is over, as after
   * some minutes, comes in anew before.
   */
  ask<T = any>(actor: Actor | null, query: string, variables?: object): Promise<T>;
  agency(options?: { name?: string; country?: string; isApproved?: boolean }): Promise<Actor>;
  business(options?: { name?: string; country?: string; funds?: string }): Promise<Actor>;
  admin(role?: 'ADMIN' | 'MODERATOR' | 'ADJUDICATOR' | 'FINANCE'): Promise<Actor>;
  clock: { move(span: string): Promise<void>; now(): Date };
  /** Delivers all events and runs all due tasks until nothing is left; also fails when an event is dead. */
  settle(): Promise<void>;
  /** Runs one periodic job by name now, due or not. */
  runJob(name: string): Promise<number>;
  /**
   * Database commands sent while `work` ran, by name, without heartbeats, the worker's own look-outs and the memory of
   * who is who, which reads when it heard of a change or after its time.
   */
  countCommands<T>(work: () => Promise<T>): Promise<{ result: T; commands: string[] }>;
  close(): Promise<void>;
}

const SPANS: Record<string, number> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY };

/** Milliseconds of `8d`, `-2h`, `30m`, `5s`. */
function spanMs(span: string): number {
  const match = /^(-?\d+)([smhd])$/.exec(span);
  if (!match) throw new Error(`"${span}" is not a span such as 8d or 30m`);
  return Number(match[1]) * SPANS[match[2]!]!;
}

export const clientKey = (): string => randomUUID();

let serial = 0;
const unique = (): string => `${process.pid}-${++serial}-${randomUUID().slice(0, 8)}`;

/**
 * The whole server in this process on a fresh database, without listening. Its worker runs only when told, except for
 * tests that look at the market as its users do.
 */
export async function createWorld({ runsWorker = false } = {}): Promise<World> {
  const uri = process.env.TEST_MONGODB_URI;
  if (!uri) throw new Error('TEST_MONGODB_URI is not set: run the tests with `npm test` or `npx jest`');
  const prepared = await takePrepared(uri);
  const databaseName = prepared?.name ?? `test_${unique().replaceAll('-', '_')}`;
  // A machine that does much else is slow, not wrong.
  allowLongReads();
  // No test asks the web what a name leads to.
  setHostNames(async () => null);
  const app = await startApp({ mongodbUri: uri, databaseName, runsWorker });
  const fixed = prepared?.fixed ?? (await fixedDataOf(database()));
  const http = supertest(app.express);

  const graphql: World['graphql'] = async (actor, query, variables = {}, headers = {}) => {
    const request = http.post('/graphql').set('content-type', 'application/json').set(headers);
    if (actor) void request.set('authorization', `Bearer ${actor.accessToken}`);
    const response = await request.send(JSON.stringify({ query, variables }, bigintAsText));
    return { status: response.status, headers: response.headers, ...(response.body as { data: never }) };
  };
  const ask: World['ask'] = async (actor, query, variables) => {
    if (actor && isOver(actor.accessToken)) Object.assign(actor, await logIn(world, actor));
    const { data, errors } = await graphql<Record<string, never>>(actor, query, variables);
    if (errors) throw new Error(`The API answered with errors: ${JSON.stringify(errors)}`);
    return Object.values(data)[0] as never;
  };
  const world: World = {
    app,
    http,
    graphql,
    ask,
    agency: (options) => signUpAgency(world, options),
    business: (options) => signUpBusiness(options),
    admin: (role = 'ADMIN') => makeAdmin(world, role),
    clock: {
      async move(span) {
        moveClock(spanMs(span));
      },
      now,
    },
    settle: () => settle(runsWorker),
    runJob,
    countCommands,
    close: () => closeWorld(app, world, { name: databaseName, fixed }),
  };
  return world;
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

async function settle(runsWorker: boolean): Promise<void> {
  const { handlers, tasks } = allWork();
  const until = performance.now() + MINUTE;
  for (let round = 0; round < 10_000; round++) {
    const delivered = await deliverEvents(handlers);
    const hasRun = await runNextTask(tasks);
    if (delivered > 0 || hasRun) continue;
    // What the worker has in its hands is not done yet.
    if (runsWorker && performance.now() < until && (await isWorkBegun())) {
      await setTimeout(20);
      continue;
    }
    const { dead } = await outboxBacklog();
    if (dead > 0) throw new Error(`${dead} events are dead: a handler failed for good`);
    return;
  }
  throw new Error('The market does not settle: events or tasks keep making new ones');
}

async function isWorkBegun(): Promise<boolean> {
  const begun = { state: 'PENDING', lease: { $ne: null } };
  const counts = await Promise.all(
    ['outbox', 'tasks'].map((name) => database().collection(name).countDocuments(begun, { limit: 1 })),
  );
  return counts.some((count) => count > 0);
}

async function runJob(name: string): Promise<number> {
  const job = allWork().jobs.find((candidate) => candidate.name === name);
  if (!job) throw new Error(`No module has a job named ${name}`);
  // A worker that runs beside the test may be at it.
  for (let tries = 0; tries < 50; tries++) {
    const count = await runIfDue({ ...job, everySeconds: 0 });
    if (count !== null) return count;
    await setTimeout(100);
  }
  throw new Error(`The job ${name} failed or is locked`);
}

const IGNORED_COMMANDS = new Set(['hello', 'ismaster', 'ping', 'getMore', 'endSessions', 'killCursors']);

async function countCommands<T>(work: () => Promise<T>): Promise<{ result: T; commands: string[] }> {
  const commands: string[] = [];
  const hear = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }): void => {
    if (!IGNORED_COMMANDS.has(commandName) && command.comment !== 'standing')
      commands.push(`${commandName} ${String(command[commandName])}`);
  };
  const client = mongoose.connection.getClient();
  client.on('commandStarted', hear);
  try {
    return { result: await work(), commands };
  } finally {
    client.off('commandStarted', hear);
  }
}

/** Closing tells the truth: every invariant of every module must hold over what the tests left. */
async function closeWorld(app: App, world: World, prepared: Prepared): Promise<void> {
  try {
    await world.settle();
    const violations: string[] = [];
    for (const { code, title, check } of manifests.flatMap(({ invariants }) => invariants ?? [])) {
      for (const violation of await check()) violations.push(`${code} ${title}: ${violation}`);
    }
    if (violations.length > 0) throw new Error(`Invariants are broken:\n${violations.slice(0, 20).join('\n')}`);
  } finally {
    moveClock(-clockMovedMs());
    await leaveDatabase(prepared);
    await app.stop();
  }
}

const LOG_IN = `mutation LogIn($input: LogInInput!) {
  logIn(input: $input) {
    __typename
    ... on LogInPayload { accessToken viewer { person { id } organisation { id } } }
    ... on UserError { message }
  }
}`;

const PASSWORD = 'correct-horse-battery-staple';

export function cookieOf(answer: GraphqlAnswer): string {
  const lines = [answer.headers['set-cookie'] ?? []].flat();
  return lines.map((line) => line.split(';')[0]!).join('; ');
}

let passwordHash: Promise<string> | undefined;

/**
 * What signing up, confirming by the mailed link and logging in leave, as one transaction: most tests only need somebody.
 * The way itself is tried in test/accounts.
 */
async function enrol(kind: 'AGENCY' | 'BUSINESS', options: { name?: string; country?: string }): Promise<Actor> {
  const id = unique();
  const email = `p${id}@example.com`;
  const name = options.name ?? `${kind === 'AGENCY' ? 'Agency' : 'Business'} ${randomWord()}`;
  const hash = await (passwordHash ??= hashPassword(PASSWORD));
  const { accessToken, refreshToken, viewer } = await inTransaction(async () => {
    const personId = await insertPerson({ name: `Person ${id}`, email }, hash);
    const owner = await openOrganisation({ kind, name, country: options.country ?? 'KE' }, personId);
    return startSession(owner, { ip: '127.0.0.1', userAgent: '' });
  });
  const { personId, organisationId } = viewer;
  const cookie = `leadbourse_refresh=${refreshToken}`;
  return { name, email, password: PASSWORD, personId, organisationId, accessToken, cookie };
}

/** The token that a link from a mail carries. */
export const tokenOf = (link: string): string => new URLSearchParams(new URL(link).hash.slice(1)).get('token')!;

function actorFrom(
  answer: GraphqlAnswer<any>,
  field: string,
  who: { name: string; email: string; password?: string },
): Actor {
  const payload = answer.data?.[field];
  if (!payload?.accessToken) throw new Error(`${field} failed: ${JSON.stringify(answer.errors ?? payload)}`);
  return {
    password: PASSWORD,
    ...who,
    personId: payload.viewer.person.id,
    organisationId: payload.viewer.organisation.id,
    accessToken: payload.accessToken,
    cookie: cookieOf(answer),
  };
}

/** Logs a person in; a test that moved the clock over the token's life uses it to come back. */
const isOver = (accessToken: string): boolean =>
  (jwt.decode(accessToken) as { exp: number }).exp * 1000 <= now().getTime();

export async function logIn(world: World, who: { name: string; email: string; password: string }): Promise<Actor> {
  const answer = await world.graphql(null, LOG_IN, { input: { email: who.email, password: who.password } });
  return actorFrom(answer, 'logIn', who);
}

async function signUpAgency(
  world: World,
  options: { name?: string; country?: string; isApproved?: boolean } = {},
): Promise<Actor> {
  const actor = await enrol('AGENCY', options);
  if (options.isApproved === false) return actor;
  await approve(world, actor.organisationId);
  return actor;
}

async function approve(world: World, organisationId: string): Promise<void> {
  const payload = await world.ask(
    await makeAdmin(world, 'ADMIN'),
    `mutation ($input: ApproveAgencyInput!) { approveAgency(input: $input) { __typename ... on UserError { message } } }`,
    { input: { organisationId } },
  );
  if (payload.__typename !== 'ApproveAgencyPayload') throw new Error(`approveAgency failed: ${payload.message}`);
}

async function signUpBusiness(options: { name?: string; country?: string; funds?: string } = {}): Promise<Actor> {
  const actor = await enrol('BUSINESS', options);
  if (options.funds) await fund(actor, options.funds);
  return actor;
}

/** Funds come through the ledger's door as an adjustment, so that a test of the market needs no payment page. */
async function fund({ organisationId }: Actor, decimal: string): Promise<void> {
  // A worker that runs may be at the news of the sign-up still, which opens the wallet as well.
  await openWallet(organisationId, MARKET_CURRENCY);
  const minor = minorFromDecimal(Number(decimal), MARKET_CURRENCY);
  const entry = {
    id: `adj:test-${unique()}`,
    currency: MARKET_CURRENCY,
    legs: [
      { account: accounts.adjustment(), amountMinor: -minor },
      { account: accounts.wallet(organisationId), amountMinor: minor },
    ],
    refs: {},
    actor: 'test',
    at: now(),
  };
  await inTransaction(() => postEntries([entry]));
}

const OWN_ADMIN = { name: 'Platform owner', email: 'owner@platform.example', password: PASSWORD };

const owners = new WeakMap<World, { owner: Actor; at: number }>();

/** Logged in once per few minutes of the market's clock: logins of one account are limited, as they are in life. */
async function platformOwner(world: World): Promise<Actor> {
  const known = owners.get(world);
  const at = now().getTime();
  if (known && Math.abs(at - known.at) < 5 * MINUTE) return known.owner;
  await ensurePlatformAdmin(OWN_ADMIN.email, OWN_ADMIN.password);
  const owner = await logIn(world, OWN_ADMIN);
  owners.set(world, { owner, at });
  return owner;
}

/** The first administrator comes from the bootstrap; the other roles join by invitation, as they do in life. */
async function makeAdmin(world: World, role: 'ADMIN' | 'MODERATOR' | 'ADJUDICATOR' | 'FINANCE'): Promise<Actor> {
  const owner = await platformOwner(world);
  if (role === 'ADMIN') return owner;
  const who = { name: `${role} ${unique()}`, email: `a${unique()}@platform.example` };
  const invited = await world.ask(
    owner,
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberPayload { link } ... on UserError { message } } }`,
    { input: { email: who.email, role } },
  );
  const answer = await world.graphql(
    null,
    `mutation ($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        ... on AcceptInvitationPayload { accessToken viewer { person { id } organisation { id } } }
        ... on UserError { message }
      }
    }`,
    { input: { token: tokenOf(invited.link), name: who.name, password: PASSWORD } },
  );
  return actorFrom(answer, 'acceptInvitation', who);
}
