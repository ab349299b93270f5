import mongoose from '../../server/platform/mongoose';
import { act, type Outcome } from '../accounts/flows';
import { soldLead } from '../kit/trading';
import { type Actor, type World } from '../kit/world';
import { caughtFor } from '../leads/confirming';
import { anotherPhone } from '../leads/submitting';

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

export const rows = (name: string) => mongoose.connection.collection<{ _id: string }>(name);

let serial = 0;
export const someone = (): { email: string; phone: string } => ({
  email: `owner.${(serial += 1)}.${process.pid}@mail-of-kamau.co.ke`,
  phone: anotherPhone(),
});
export const e164 = (phone: string): string => phone.replace(/\s/g, '');

const CARD = `query ($id: ID!) {
  card(id: $id) { isClosed closedBecause lead { wordsOfPerson { word } } nextStatuses contact { name phone } history { nodes { kind text } } }
}`;
export const cardOf = (world: World, buyer: Actor, saleId: string) =>
  world.ask(buyer, CARD, { id: saleId.replace('sale_', 'card_') });

/** A lead that a business bought and looked at, with its person. */
export async function bought(
  world: World,
  { agency, buyer }: { agency: Actor; buyer: Actor },
  told: Record<string, unknown> = {},
) {
  const person = someone();
  const sale = await soldLead(world, { agency, buyer }, { ...person, ...told });
  await cardOf(world, buyer, sale.saleId);
  return { ...person, ...sale };
}
