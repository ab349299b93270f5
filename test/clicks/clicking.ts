import { type Actor, clientKey, type World } from '../kit/world';
import { usd } from '../kit/trading';

/** What a business and an agency do until visitors are paid for, as they do it: over the API and by the link. */

const FAULT = '... on UserError { message path } ... on InvalidInput { problems { message path } }';

const CAMPAIGN = `{
  id name state hindrances reserved { minor } maxPrice { minor } targetUrl
  today { limit { minor } spent { minor } } thisWeek { spent { minor } } total { spent { minor } }
}`;

const START = `mutation ($input: StartCampaignInput!) {
  startCampaign(input: $input) { __typename ... on StartCampaignPayload { isTargetKnown campaign ${CAMPAIGN} } ${FAULT} }
}`;

const APPLY = `mutation ($input: ApplyToCampaignInput!) {
  applyToCampaign(input: $input) { __typename ... on ApplyToCampaignPayload { application { id state } } ${FAULT} }
}`;

const APPROVE = `mutation ($input: ApproveApplicationInput!) {
  approveApplication(input: $input) {
    __typename
    ... on ApproveApplicationPayload { application { id state prices { region { id } price { minor } from } } }
    ... on UserError { message }
  }
}`;

const LINK = `mutation ($input: CreateTrackedLinkInput!) {
  createTrackedLink(input: $input) {
    __typename
    ... on CreateTrackedLinkPayload { trackedLink { id address state } }
    ${FAULT}
  }
}`;

export const KENYA = 'region_KE';

/** A niche that is sold per click. */
export const NICHE = 'niche_motor-insurance';

const termsOf = (terms: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Motor insurance',
  description: 'Drivers who look for a cheaper policy.',
  nicheId: NICHE,
  regionIds: [KENYA],
  targetUrl: 'https://www.rift-cover.co.ke/offer?from=leadbourse',
  maxPrice: usd('5.00'),
  timeZone: 'Africa/Nairobi',
  dayBudget: usd('500.00'),
  ...terms,
});

export const tryToStart = (world: World, business: Actor, terms: Record<string, unknown> = {}) => {
  const whole = termsOf(terms);
  return world.ask(business, START, { input: { terms: whole, agreedPerDay: whole.dayBudget, clientKey: clientKey() } });
};

/** Starts a campaign that runs. */
export async function startCampaign(world: World, business: Actor, terms: Record<string, unknown> = {}) {
  const answer = await tryToStart(world, business, terms);
  expect(answer).toMatchObject({ __typename: 'StartCampaignPayload' });
  return answer.campaign;
}

const CHANGE = `mutation ($input: ChangeCampaignInput!) {
  changeCampaign(input: $input) { __typename ... on ChangeCampaignPayload { isTargetKnown campaign ${CAMPAIGN} } ${FAULT} }
}`;

/** Gives a campaign other terms, those of `startCampaign` where nothing else is said. */
export const tryToChange = (world: World, business: Actor, id: string, terms: Record<string, unknown> = {}) => {
  const whole = termsOf(terms);
  return world.ask(business, CHANGE, { input: { id, terms: whole, agreedPerDay: whole.dayBudget } });
};

/** The agency asks to be taken; gives its application. */
export async function applyTo(world: World, agency: Actor, campaignId: string): Promise<string> {
  const note = 'Visitors of our guide to motor insurance in Nairobi.';
  return (await world.ask(agency, APPLY, { input: { campaignId, note } })).application.id;
}

/** The agency applies and is taken; gives what one visit from Kenya costs. */
export async function takeAgency(world: World, business: Actor, agency: Actor, campaignId: string): Promise<number> {
  const id = await applyTo(world, agency, campaignId);
  const answer = await world.ask(business, APPROVE, { input: { id } });
  expect(answer).toMatchObject({ __typename: 'ApproveApplicationPayload', application: { state: 'APPROVED' } });
  return answer.application.prices[0].price.minor;
}

export const tryToLink = (world: World, agency: Actor, input: Record<string, unknown>) =>
  world.ask(agency, LINK, { input: { name: 'Guide', regionId: KENYA, clientKey: clientKey(), ...input } });

/** A link of the agency; gives its code. */
export async function createLink(world: World, agency: Actor, input: Record<string, unknown>): Promise<string> {
  const answer = await tryToLink(world, agency, input);
  expect(answer).toMatchObject({ __typename: 'CreateTrackedLinkPayload' });
  return answer.trackedLink.id;
}

export const PHONE =
  'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

export interface Visit {
  agent?: string;
  /** Where from, such as 41.90.64.7 (Kenya). */
  address?: string;
  subId?: string;
  headers?: Record<string, string>;
  method?: 'get' | 'head' | 'post';
}

/** Addresses of Kenya, each in a network of its own. */
export const kenyan = (number: number): string => `41.90.${number % 200}.${10 + (Math.floor(number / 200) % 200)}`;

/** Somebody follows a link. */
export const follow = (world: World, code: string, visit: Visit = {}) => {
  const { agent = PHONE, address = kenyan(1), subId, headers = {}, method = 'get' } = visit;
  return world.http[method](`/r/${code}${subId ? `?s=${subId}` : ''}`)
    .set('user-agent', agent)
    .set('x-forwarded-for', address)
    .set(headers)
    .redirects(0);
};

/** What is written is stored and judged. */
export async function judge(world: World): Promise<void> {
  await world.runJob('clicks.judge');
}

const CLICKS = `query ($campaignId: ID) {
  clicks(campaignId: $campaignId, first: 100) {
    nodes { id verdict why subId country userAgent price { minor } link { id } agency { name } }
  }
}`;

export const clicksOf = async (world: World, actor: Actor, campaignId: string) =>
  (await world.ask(actor, CLICKS, { campaignId })).nodes;

const BATCHES = `query ($campaignId: ID) {
  clickBatches(campaignId: $campaignId) {
    nodes { id state clicks billed gross { minor } fee { minor } net { minor } windowEndsAt verdicts { verdict count } }
  }
}`;

export const batchesOf = async (world: World, actor: Actor, campaignId: string) =>
  (await world.ask(actor, BATCHES, { campaignId })).nodes;

export const readCampaign = (world: World, actor: Actor, id: string) =>
  world.ask(actor, `query ($id: ID!) { campaign(id: $id) ${CAMPAIGN} }`, { id });
