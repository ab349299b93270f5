import { act, type Outcome } from '../accounts/flows';
import { type World } from '../kit/world';
import { caughtFor } from '../leads/confirming';

/** What a person does who wants to see what is held, as they do it. */

/** The latest code; other messages may have come since. */
export async function codeFor(world: World, contact: string): Promise<string> {
  const codes = (await caughtFor(world, contact)).flatMap(({ text }) => /^(\d{6,9}) /.exec(text)?.[1] ?? []);
  return codes[0]!;
}

/** Proves a contact by the code that arrives there; gives the token. */
export async function proven(world: World, contact: string, token?: string): Promise<string> {
  const { challengeId, ...refusal } = await act(world, null, 'askForMyData', { contact }, 'challengeId');
  if (!challengeId) throw new Error(`no code: ${JSON.stringify(refusal)}`);
  const code = await codeFor(world, contact);
  const answer = await act(world, null, 'proveMyContact', { challengeId, code, token }, 'token');
  if (!answer.token) throw new Error(`not proven: ${JSON.stringify(answer)}`);
  return answer.token as string;
}

const FIELDS = `contacts { channel value }
  requests {
    id niche agency state soldTo soldAtMost keptOutOn contact { name phone email details { label value } } consent { text recipientNames }
    recipients { name kind looks }
  }`;

export const myData = (world: World, token: string) =>
  world.ask(null, `query ($token: String!) { myData(token: $token) { ${FIELDS} } }`, { token });

export const correct = (world: World, input: object): Promise<Outcome> =>
  act(world, null, 'correctMyData', input, `myData { ${FIELDS} }`);

export const withdrawMine = (world: World, input: object): Promise<Outcome> =>
  act(world, null, 'withdrawMyConsent', input, `myData { ${FIELDS} }`);

export const erase = (world: World, token: string): Promise<Outcome> =>
  act(world, null, 'eraseMyData', { token }, 'receipt { number requestCount recipientCount }');
