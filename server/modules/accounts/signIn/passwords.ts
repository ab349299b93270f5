import { hash, parseOptions, verify } from '@node-rs/argon2';
import { busy } from '../../../platform/errors';
import { networkOf } from '../../../platform/network';
import { newSecret } from '../../../platform/seal';
import { badCredentials } from '../errors';
import { giveBackEach, takeOne, takeOneOfEach, type Taking } from '../limits';
import { People, type PersonRow } from '../model';
import { LIMIT } from '../rules';

/** argon2id with at least what OWASP asks for: 19 MiB, two passes, one lane; about 25 ms. Raise it here only. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many may wait for their turn: the last of them waits about 5 s. Whoever comes later is told to come back. */
const MOST_WAITING = 200;

let lastTurn: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * One hash at a time in this process. A hash holds 19 MiB and a core: without a queue a burst of logins would starve
 * every other request.
 */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw busy();
  waiting++;
  const turn = lastTurn.then(work);
  lastTurn = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    waiting--;
  }
}

/** The PHC string to store, with a salt of its own. Throws Busy when too many wait. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, COST));

let decoy: Promise<string> | undefined;

/** Checked in the place of a login that does not exist, so that the answer takes as long (S24). */
export const decoyHash = (): Promise<string> => (decoy ??= hash(newSecret(), COST));

async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  const stored = passwordHash ?? (await decoyHash());
  const isEqual = await inTurn(() => verify(stored, password));
  return isEqual && passwordHash !== null;
}

/** True for a hash made with less than today's cost. */
function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost } = parseOptions(passwordHash);
  return memoryCost < COST.memoryCost || timeCost < COST.timeCost;
}

/** A login is the one moment when the password is known, and so the moment to raise an old hash. */
async function raiseHash(person: PersonRow, password: string): Promise<void> {
  if (!isOutdated(person.passwordHash)) return;
  const passwordHash = await hashPassword(password);
  await People.updateOne({ _id: person._id, passwordHash: person.passwordHash }, { $set: { passwordHash } });
}

/**
 * The person with this address and password; BadCredentials, after the same time, when there is none or the password is
 * another. Wrong passwords are counted. Each is before it is looked at, so that of many at once none slips past the
 * count, and what was no wrong one is taken off again.
 */
export async function personByPassword(email: string, password: string, ip: string): Promise<PersonRow> {
  await takeOne(LIMIT.passwordsPerIp, ip);
  const takings: Taking[] = [
    [LIMIT.logInPerIp, ip],
    [LIMIT.logInPerAccountAndIp, `${email} ${networkOf(ip)}`],
    [LIMIT.logInPerAccount, email],
  ];
  await takeOneOfEach(takings);
  const person = await personIfRight(email, password).catch(async (error: unknown) => {
    await giveBackEach(takings);
    throw error;
  });
  if (!person) throw badCredentials();
  await giveBackEach(takings);
  await raiseHash(person, password);
  return person;
}

async function personIfRight(email: string, password: string): Promise<PersonRow | null> {
  const person = await People.findOne({ email }).lean<PersonRow>();
  const isRight = await isPasswordOf(person?.passwordHash ?? null, password);
  return isRight ? person : null;
}
