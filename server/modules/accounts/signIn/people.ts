import { z } from 'zod';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { passwordOfLoginNeeded } from '../errors';
import { line, newPassword, read, refuseOwnAddress } from '../input';
import { mailDomainHash } from '../mailDomains';
import { People } from '../model';
import { hashPassword, personByPassword } from './passwords';

const NAME_NEEDED = 'This address has no login yet, so a name is needed: give 1 to 100 characters.';

const newcomer = z.object({ name: line(1, 100, NAME_NEEDED), password: newPassword });

/** What somebody who opened a mailed link says of themselves. */
interface Given {
  name?: string | null | undefined;
  password?: string | null | undefined;
}

/** Answers with the id of a person, who is made in the open transaction where it is a new one. */
export type Holder = () => Promise<string>;

/**
 * Who holds a link that was mailed to an address: its login, shown by its session or by its password, which counts as
 * logging in; or a new person where the address has none.
 */
export async function holderOf(email: string, given: Given, viewer: Viewer | null, ip: string): Promise<Holder> {
  const person = await People.findOne({ email }, { _id: 1 }).lean();
  if (!person) {
    const { name, password } = read(newcomer, given);
    refuseOwnAddress(password, email, 'password');
    const passwordHash = await hashPassword(password);
    return () => insertPerson({ name, email }, passwordHash);
  }
  if (viewer?.personId !== person._id) await requirePassword(email, given.password ?? '', ip);
  return async () => person._id;
}

/** Whoever holds the link reads the address's mail, so whether it has a login is no secret to them. */
async function requirePassword(email: string, password: string, ip: string): Promise<void> {
  try {
    await personByPassword(email, password, ip);
  } catch (error) {
    if (error instanceof UserError && error.typename === 'BadCredentials') throw passwordOfLoginNeeded();
    throw error;
  }
}

/** Inserts a person in the open transaction; answers with the id. */
export async function insertPerson(
  { name, email }: { name: string; email: string },
  passwordHash: string,
): Promise<string> {
  const at = now();
  const _id = newId('person');
  const login = { email, mailDomainHash: mailDomainHash(email), passwordHash, passwordChangedAt: at };
  await People.insertMany([{ _id, name, ...login, lastOrganisationId: null, createdAt: at }]);
  return _id;
}
