import { z } from 'zod';
import { type SignUpInput } from '../../../generated/graphql';
import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { MARKET_CURRENCY } from '../../../platform/money';
import { emit } from '../../../platform/outbox';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { emailTaken } from '../errors';
import { country, email, line, newPassword, read } from '../input';
import { mailDomainHash } from '../mailDomains';
import { takeOne } from '../limits';
import { type MemberRow, Members, Organisations, People } from '../model';
import { LIMIT, searchKeyOf, statusAtSignUp } from '../rules';
import { memberIdOf } from '../standing';
import { hashPassword, personByPassword } from './passwords';
import { type Device, type SignedIn, startSession } from './sessions';

const schema = z.object({
  person: z.object({ name: line(1, 100), email, password: newPassword }),
  organisation: z.object({ kind: z.enum(['AGENCY', 'BUSINESS']), name: line(2, 100), country }),
});

type NewPerson = z.infer<typeof schema>['person'];
type NewOrganisation = z.infer<typeof schema>['organisation'];

/**
 * Makes a person, an organisation and the membership of its owner, and logs in. With the password of an existing login
 * the organisation becomes a further one of that login.
 */
export async function signUp(input: SignUpInput, device: Device): Promise<SignedIn> {
  const { person, organisation } = read(schema, input);
  await takeOne(LIMIT.signUpPerIp, device.ip);
  const known = await knownPerson(person, device.ip);
  const passwordHash = known ? null : await hashPassword(person.password);
  try {
    return await inTransaction(async () => {
      const personId = known ?? (await insertPerson(person, passwordHash!));
      return startSession(await insertOrganisation(organisation, personId), device);
    });
  } catch (error) {
    if (duplicateKeyOf(error)?.keyPattern === 'email') throw emailTaken();
    throw error;
  }
}

/** The id of the login that this address has, if the password is its own; null when the address is new. */
async function knownPerson({ email: address, password }: NewPerson, ip: string): Promise<string | null> {
  if (!(await People.exists({ email: address }))) return null;
  try {
    return (await personByPassword(address, password, ip))._id;
  } catch (error) {
    if (error instanceof UserError && error.typename === 'BadCredentials') throw emailTaken();
    throw error;
  }
}

/** Inserts a person in the open transaction; answers with the id. */
export async function insertPerson(person: Pick<NewPerson, 'name' | 'email'>, passwordHash: string): Promise<string> {
  const at = now();
  const { name, email: address } = person;
  const _id = newId('person');
  const login = { email: address, mailDomainHash: mailDomainHash(address), passwordHash, passwordChangedAt: at };
  await People.insertMany([{ _id, name, ...login, lastOrganisationId: null, createdAt: at }]);
  return _id;
}

async function insertOrganisation({ kind, name, country: of }: NewOrganisation, ownerId: string): Promise<MemberRow> {
  const at = now();
  const organisationId = newId('org');
  await Organisations.insertMany([
    {
      _id: organisationId,
      kind,
      name,
      nameKey: searchKeyOf(name),
      country: of,
      currency: MARKET_CURRENCY,
      status: statusAtSignUp(kind),
      suspendedBecause: null,
      approvedAt: null,
      ownersVersion: 0,
      createdAt: at,
    },
  ]);
  const owner: MemberRow = {
    _id: memberIdOf(organisationId, ownerId),
    personId: ownerId,
    organisationId,
    role: 'OWNER',
    invitedBy: null,
    joinedAt: at,
  };
  await Members.insertMany([owner]);
  await emit('organisation.created', organisationId, { organisationId, kind, currency: MARKET_CURRENCY });
  return owner;
}
