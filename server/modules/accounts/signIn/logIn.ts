import { z } from 'zod';
import { type LogInInput } from '../../../generated/graphql';
import { notFound } from '../../../platform/errors';
import { email, password, read } from '../input';
import { personByPassword } from './passwords';
import { type Device, membershipIn, type SignedIn, startSession, usualMembership } from './sessions';

const schema = z.object({ email, password, organisationId: z.string().nullish() });

/** Starts a session for the person with this address and password, in the organisation asked for or the usual one. */
export async function logIn(input: LogInInput, device: Device): Promise<SignedIn> {
  const { email: address, password: typed, organisationId } = read(schema, input);
  const person = await personByPassword(address, typed, device.ip);
  const member = organisationId
    ? await membershipIn(organisationId, person._id)
    : await usualMembership(person._id, person.lastOrganisationId);
  if (!member) throw notFound('organisation');
  return startSession(member, device);
}
