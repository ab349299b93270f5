import { type Actor, type World } from '../kit/world';

let serial = 0;

/** A new person who joins the organisation of `owner` by invitation. */
export async function invite(
  world: World,
  owner: Actor,
  role: 'MANAGER' | 'AGENT',
  domain = 'example.com',
): Promise<Actor> {
  serial += 1;
  const email = `member${serial}.${process.pid}.${Math.floor(world.clock.now().getTime())}@${domain}`;
  const invited = await world.ask(
    owner,
    `mutation ($input: InviteMemberInput!) {
      inviteMember(input: $input) { __typename ... on InviteMemberPayload { link } ... on UserError { message } }
    }`,
    { input: { email, role } },
  );
  if (!invited.link) throw new Error(`not invited: ${JSON.stringify(invited)}`);
  const token = new URLSearchParams(new URL(invited.link).hash.slice(1)).get('token');
  const name = `Member ${serial}`;
  const password = 'a-horse-battery-of-staples';
  const joined = await world.ask(
    null,
    `mutation ($input: AcceptInvitationInput!) {
      acceptInvitation(input: $input) {
        __typename
        ... on AcceptInvitationPayload { accessToken viewer { person { id } organisation { id } } }
        ... on UserError { message }
      }
    }`,
    { input: { token, name, password } },
  );
  if (!joined.accessToken) throw new Error(`not joined: ${JSON.stringify(joined)}`);
  return {
    name,
    email,
    password,
    personId: joined.viewer.person.id,
    organisationId: joined.viewer.organisation.id,
    accessToken: joined.accessToken,
    cookie: '',
  };
}
