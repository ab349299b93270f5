import { type Actor, type World } from '../kit/world';
import { act, type Outcome } from '../accounts/flows';

/** What agency and person do around the question whether a request is the person's own. */

export interface Caught {
  channel: string;
  to: string;
  subject: string | null;
  text: string;
}

/** What was caught for an address or a phone, the latest first. */
export async function caughtFor(world: World, to: string): Promise<Caught[]> {
  await world.settle();
  const caught: Caught[] = await world.ask(null, '{ caughtMessages { channel to subject text } }');
  return caught.filter((message) => message.to === to);
}

export const linkIn = ({ text }: Caught): string => /\/v\/([\w.-]+)/.exec(text)![1]!;
export const codeIn = ({ text }: Caught): string => /^(\d{6}) /.exec(text)![1]!;

export const askToConfirm = async (
  world: World,
  agency: Actor,
  leadIds: string[],
  channel: 'EMAIL' | 'PHONE',
): Promise<string[]> => {
  const { asked, ...refusal } = await act(world, agency, 'askToConfirm', { leadIds, channel }, 'asked { outcome }');
  if (!asked) throw new Error(`not asked: ${JSON.stringify(refusal)}`);
  return asked.map(({ outcome }: { outcome: string }) => outcome);
};

/** The token of the link that the person of a lead is sent. */
export async function linkFor(world: World, agency: Actor, leadId: string, email: string): Promise<string> {
  const [outcome] = await askToConfirm(world, agency, [leadId], 'EMAIL');
  if (outcome !== 'ASKED') throw new Error(`not asked: ${outcome}`);
  return linkIn((await caughtFor(world, email))[0]!);
}

const FIELDS = 'confirmation { state canConfirm canDeny canWithdraw }';

export const confirm = (world: World, token: string, code?: string): Promise<Outcome> =>
  act(world, null, 'confirmRequest', { token, code }, FIELDS);
export const deny = (world: World, token: string): Promise<Outcome> =>
  act(world, null, 'denyRequest', { token }, FIELDS);
export const withdraw = (world: World, token: string): Promise<Outcome> =>
  act(world, null, 'withdrawConsent', { token }, FIELDS);

const CONFIRMATION = `query ($token: String!) {
  confirmation(token: $token) {
    channel language state canConfirm canDeny canWithdraw expiresAt
    question { agency niche askedFor to }
    consent { text at }
    code { isGood triesLeft }
  }
}`;

export const confirmationOf = (world: World, token: string) => world.ask(null, CONFIRMATION, { token });

const LEAD = `query ($id: ID!) {
  lead(id: $id) {
    state verification { isVerified proofs { channel method } doubts { code } } signals { code evidence } decision { reason }
    listing { status isVerified provenChannels price { minor } }
  }
}`;

export const leadOf = (world: World, agency: Actor, id: string) => world.ask(agency, LEAD, { id });
