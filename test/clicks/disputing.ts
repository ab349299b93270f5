import { type Actor, clientKey, logIn, type World } from '../kit/world';
import { DISPUTE } from '../disputes/disputing';
import { batchesOf, createLink, follow, judge, kenyan, startCampaign, takeAgency } from './clicking';

/** What a business does about a batch of clicks, as it does it: over the API. */

export interface BilledBatch {
  batchId: string;
  campaignId: string;
  /** What one click costs. */
  price: number;
  gross: number;
}

/**
 * A campaign whose agency sent so many people within an hour, and the batch that was billed for them. Two hours go by, so
 * that whoever acts next logs in anew.
 */
export async function billedBatch(
  world: World,
  { business, agency }: { business: Actor; agency: Actor },
  clicks: number,
  terms: Record<string, unknown> = {},
): Promise<BilledBatch> {
  const campaign = await startCampaign(world, business, terms);
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  for (let visitor = 0; visitor < clicks; visitor++)
    await follow(world, code, { address: kenyan(visitor), subId: visitor % 2 ? 'mail' : 'ad' });
  await judge(world);
  await world.clock.move('2h');
  await world.runJob('clicks.close');
  const [batch] = await batchesOf(world, await logIn(world, business), campaign.id);
  return { batchId: batch.id, campaignId: campaign.id, price, gross: batch.gross.minor };
}

const PARTS = `${DISPUTE}
fragment BatchParts on Dispute {
  kind buyer { id } agency { id } niche { id }
  claimedParts { by key clicks amount { minor } }
  claimedClicks(first: 4) { nodes { id subId link { id } verdict price { minor } } pageInfo { hasNextPage endCursor } }
  part { claimed of refunded clicks { subIds regions { id } } refundedClicks { links { id } regions { id } } } amounts { paid { minor } }
  clickBatch { id state refunded { minor } fee { minor } net { minor } dispute { id } }
}`;

const OPEN = `mutation ($input: OpenDisputeInput!) {
  openDispute(input: $input) {
    __typename
    ... on OpenDisputePayload { dispute { ...DisputeParts ...BatchParts } }
    ... on UserError { message path }
    ... on DisputeWindowClosed { windowEndedAt }
    ... on AlreadyDisputed { disputeId }
  }
} ${PARTS}`;

export const disputeBatch = (
  world: World,
  business: Actor,
  clickBatchId: string,
  input: Record<string, unknown> = {},
) =>
  world.ask(business, OPEN, {
    input: {
      clickBatchId,
      reason: 'BOT',
      text: 'Nobody of these stayed on our page for a second.',
      clientKey: clientKey(),
      ...input,
    },
  });

export const readBatchDispute = (world: World, viewer: Actor, id: string) =>
  world.ask(viewer, `query ($id: ID!) { dispute(id: $id) { ...DisputeParts ...BatchParts } } ${PARTS}`, { id });

export const reasonsOfBatch = (world: World, viewer: Actor, clickBatchId: string, clicks: object | null = null) =>
  world.ask(
    viewer,
    `query ($id: ID!, $clicks: ClickChoiceInput) { disputeReasons(clickBatchId: $id, clicks: $clicks) {
      reason allowed why wouldDecide provenCount neededCallLog { attempts }
      evidenceFound { lookUp speaksFor isProof text }
    } }`,
    { id: clickBatchId, clicks },
  );

/** Where the money of a batch is, for whoever may see it. */
export const readBatch = (world: World, viewer: Actor, id: string) =>
  world.ask(
    viewer,
    'query ($id: ID!) { clickBatch(id: $id) { id state refunded { minor } fee { minor } net { minor } dispute { id state } } }',
    { id },
  );

/** What of a batch can be named, and what it cost. */
export const partsOfBatch = (world: World, viewer: Actor, id: string) =>
  world.ask(
    viewer,
    'query ($id: ID!) { clickBatch(id: $id) { gross { minor } parts { by key label clicks amount { minor } } } }',
    { id },
  );
