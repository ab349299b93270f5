import { createHash } from 'node:crypto';
import { isDrawn } from '../../server/modules/ownLists/drawn';
import { type Actor, clientKey, logIn, type World } from '../kit/world';
import { acceptedLead, type Told } from '../leads/submitting';
import { listLeads } from '../kit/trading';

/** What a business does with its own list, as its browser does it. */

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

let serial = 0;

/** Hashes of people who never asked for anything. */
export const strangers = (count: number): string[] =>
  Array.from({ length: count }, () => sha256(`+2547${String(10_000_000 + ++serial)}`));

const LIST = 'id state entryCount answersFrom';

const START = `mutation ($input: StartOwnListInput!) {
  startOwnList(input: $input) { __typename ... on StartOwnListPayload { ownList { ${LIST} } } ... on UserError { message } }
}`;
export const ADD = `mutation ($input: AddToOwnListInput!) {
  addToOwnList(input: $input) { __typename ... on AddToOwnListPayload { ownList { ${LIST} } } ... on UserError { message path } }
}`;
export const COMPLETE = `mutation ($input: CompleteOwnListInput!) {
  completeOwnList(input: $input) { __typename ... on CompleteOwnListPayload { ownList { ${LIST} } } ... on UserError { message } }
}`;
export const REMOVE = `mutation ($input: RemoveOwnListInput!) {
  removeOwnList(input: $input) { __typename ... on RemoveOwnListPayload { removedId } ... on UserError { message } }
}`;
export const STANDING = `{ ownList {
  inForce { ${LIST} uploadedBy { name } } next { ${LIST} } changesLeft askedToday askableADay leastEntries
} }`;

export const QUOTE_WITH_LIST = `query ($input: QuoteInput!) {
  quote(input: $input) {
    __typename
    ... on QuotePayload { ownList quote { id items { listingId } } }
    ... on OnOwnList { message listingIds }
    ... on AlreadyOwned { message listingIds }
    ... on UserError { message }
  }
}`;

/** A list that waits for entries. */
export async function started(world: World, buyer: Actor): Promise<string> {
  const answer = await world.ask(buyer, START, { input: { clientKey: clientKey() } });
  return answer.ownList.id;
}

export const add = (world: World, buyer: Actor, ownListId: string, hashes: readonly string[]) =>
  world.ask(buyer, ADD, { input: { ownListId, hashes } });

/** Sends and completes a list; gives what the completion answered. */
export async function upload(world: World, buyer: Actor, hashes: readonly string[]): Promise<any> {
  const ownListId = await started(world, buyer);
  for (let from = 0; from < hashes.length; from += 1000)
    await add(world, buyer, ownListId, hashes.slice(from, from + 1000));
  return world.ask(buyer, COMPLETE, { input: { ownListId } });
}

/** Moves the clock until a list that was just completed answers; gives the buyer, logged in anew. */
export async function ripe(world: World, buyer: Actor): Promise<Actor> {
  await world.clock.move('49h');
  return logIn(world, buyer);
}

/** A lead that is on sale and, for these buyers, not drawn by lot. */
export async function leadFor(
  world: World,
  agency: Actor,
  buyers: readonly Actor[],
  told: Told = {},
): Promise<{ leadId: string; listingId: string }> {
  for (;;) {
    const leadId = await acceptedLead(world, agency, told);
    if (buyers.some(({ organisationId }) => isDrawn(organisationId, leadId))) {
      if (told.phone || told.email) throw new Error('drawn by lot: give the lead a contact of its own');
      continue;
    }
    const [listingId] = await listLeads(world, agency, [leadId], { maxSales: 5, floor: '10.00' });
    return { leadId, listingId: listingId! };
  }
}
