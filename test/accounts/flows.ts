import { createHash } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import { readMail } from '../../server/modules/accounts/mail';
import { type Actor, cookieOf, type GraphqlAnswer, tokenOf, type World } from '../kit/world';

export { tokenOf };

/** A member of a result union, with the fields that were asked for. */
export type Outcome = { __typename: string; message?: string; path?: string[] | null } & Record<string, any>;

const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1);

const documentOf = (mutation: string, fields: string): string => `mutation ($input: ${capital(mutation)}Input!) {
  answer: ${mutation}(input: $input) {
    __typename
    ... on ${capital(mutation)}Payload { ${fields || '__typename'} }
    ... on UserError { message path }
  }
}`;

/** Sends one mutation and answers with all that came back. */
export const send = (
  world: World,
  actor: Actor | null,
  mutation: string,
  input: object,
  fields = '',
  headers: Record<string, string> = {},
): Promise<GraphqlAnswer<{ answer: Outcome }>> =>
  world.graphql(actor, documentOf(mutation, fields), { input }, headers);

/** Sends one mutation and answers with its outcome; fails the test on a top-level error. */
export const act = async (
  world: World,
  actor: Actor | null,
  mutation: string,
  input: object,
  fields = '',
): Promise<Outcome> => {
  const { data, errors } = await send(world, actor, mutation, input, fields);
  if (errors) throw new Error(`${mutation} answered with errors: ${JSON.stringify(errors)}`);
  return data.answer;
};

export const VIEWER = 'accessToken viewer { person { id name email } organisation { id name kind status } role }';

/** Invites an address and answers with the invitation's id and the token out of its link. */
export async function invite(
  world: World,
  inviter: Actor,
  email: string,
  role: string,
): Promise<{ id: string; token: string }> {
  const outcome = await act(world, inviter, 'inviteMember', { email, role }, 'invitation { id } link');
  if (outcome.__typename !== 'InviteMemberPayload') throw new Error(`inviteMember: ${outcome.message}`);
  return { id: outcome.invitation.id, token: tokenOf(outcome.link) };
}

/** Signs up and answers with the token out of the link. */
export async function signUp(world: World, person: object, organisation: object): Promise<string> {
  const outcome = await act(world, null, 'signUp', { person, organisation }, 'link');
  if (!outcome.link) throw new Error(`signUp: ${outcome.message}`);
  return tokenOf(outcome.link);
}

/** A further member of the inviter's organisation, logged in there. */
export async function colleague(world: World, inviter: Actor, role: string): Promise<Actor> {
  const email = uniqueEmail();
  const { token } = await invite(world, inviter, email, role);
  const who = { name: `Colleague ${email}`, password: inviter.password };
  const answer = await send(world, null, 'acceptInvitation', { token, ...who }, VIEWER);
  return actorOf(answer, { ...who, email });
}

/** The actor that an answer of signUp, logIn, acceptInvitation and the like logs in. */
export function actorOf(
  answer: GraphqlAnswer<{ answer: Outcome }>,
  who: { name: string; email: string; password: string },
): Actor {
  const { accessToken, viewer, ...rest } = answer.data.answer;
  if (!accessToken) throw new Error(`Not logged in: ${JSON.stringify(rest)}`);
  return {
    ...who,
    personId: viewer.person.id,
    organisationId: viewer.organisation.id,
    accessToken,
    cookie: cookieOf(answer),
  };
}

/** A new API key of the agency, and its secret. */
export async function apiKeyOf(
  world: World,
  agency: Actor,
  input: object = {},
): Promise<{ id: string; secret: string }> {
  const asked = { name: 'Landing pages', scopes: ['SUBMIT_LEADS'], ...input };
  const outcome = await act(world, agency, 'createApiKey', asked, 'secret apiKey { id }');
  if (!outcome.secret) throw new Error(`createApiKey: ${outcome.message}`);
  return { id: outcome.apiKey.id, secret: outcome.secret };
}

let serial = 0;
export const uniqueEmail = (): string => `u${process.pid}.${Date.now().toString(36)}.${++serial}@example.com`;

/** The refresh cookie and the header that proves that no other site's page sent it. */
export const withCookie = (cookie: string): Record<string, string> => ({ cookie, 'x-leadbourse-refresh': '1' });

export const rows = (collection: string) =>
  mongoose.connection.collection<{ _id: string } & Record<string, any>>(collection);

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The latest mail that was asked for with a template, opened as a mailer would. */
export async function latestMail(template: string): ReturnType<typeof readMail> {
  const [event] = await rows('outbox')
    .find({ topic: 'mail.requested', 'payload.template': template })
    .sort({ _id: -1 })
    .limit(1)
    .toArray();
  return event ? readMail(event.payload.secretRef) : null;
}

/** The id of an actor's membership. */
export async function memberIdOf(world: World, actor: Actor): Promise<string> {
  const { memberships } = await world.ask(actor, '{ viewer { memberships { id organisation { id } } } }');
  return memberships.find((one: any) => one.organisation.id === actor.organisationId).id;
}
