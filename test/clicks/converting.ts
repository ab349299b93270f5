import { signatureOf } from '../../server/modules/clicks/conversions/signature';
import { act } from '../accounts/flows';
import { type Actor, type World } from '../kit/world';
import { createLink, follow, judge, kenyan, startCampaign, takeAgency, type Visit } from './clicking';

/** What the server and the pages of a business do that tells of conversions. */

export interface Secret {
  keyId: string;
  secret: string;
}

export async function renewSecret(world: World, business: Actor, input: object = {}): Promise<Secret> {
  const { secret, setup } = await act(world, business, 'renewConversionSecret', input, 'secret setup { keyId }');
  return { secret, keyId: setup.keyId };
}

/** A campaign with an agency that sends it visitors. */
export async function campaignWithLink(world: World, business: Actor, agency: Actor, name: string) {
  const campaign = await startCampaign(world, business, { name });
  const price = await takeAgency(world, business, agency, campaign.id);
  return {
    campaignId: campaign.id as string,
    price,
    code: await createLink(world, agency, { campaignId: campaign.id, channel: 'EMAIL' }),
  };
}

let visitors = 0;

/** Somebody follows the link; gives the id that the business's page gets. */
export async function visit(world: World, code: string, how: Visit = {}): Promise<string> {
  const answer = await follow(world, code, { address: kenyan(++visitors), ...how });
  await judge(world);
  return new URL(answer.headers.location!).searchParams.get('lbclick')!;
}

export const signed = ({ keyId, secret }: Secret, body: string, at: Date): string => {
  const time = String(Math.floor(at.getTime() / 1000));
  return `key=${keyId},t=${time},v1=${signatureOf(secret, time, body)}`;
};

/** The business's server tells; `at` is its clock. */
export function tell(world: World, by: Secret | string | null, said: object | string, at = world.clock.now()) {
  const body = typeof said === 'string' ? said : JSON.stringify(said);
  const request = world.http.post('/api/conversions').set('content-type', 'application/json');
  const signature = by === null || typeof by === 'string' ? by : signed(by, body, at);
  if (signature !== null) void request.set('leadbourse-signature', signature);
  return request.send(body);
}

const CONVERSIONS = `query ($campaignId: ID, $isQuick: Boolean) {
  conversions(campaignId: $campaignId, isQuick: $isQuick) {
    nodes { id clickId saidBy kind order value { minor currency } seconds isQuick isBilled isSameVisitor hasLead subId agency { name } }
  }
}`;

export const conversionsOf = async (world: World, actor: Actor, campaignId: string, isQuick?: boolean) =>
  (await world.ask(actor, CONVERSIONS, { campaignId, isQuick })).nodes;

const REPORT = `query ($by: ClickReportBy!, $from: Date!, $to: Date!, $campaignId: ID) {
  clickReport(by: $by, from: $from, to: $to, campaignId: $campaignId) {
    key label seen valid billed converted convertedUnbilled convertedByBrowser convertedQuickly costPerConversion { minor } spent { minor } refunded { minor }
  }
}`;

/** The report of a campaign over the days around now. */
export function reportOf(world: World, actor: Actor, campaignId: string, by: string) {
  const day = (days: number): string =>
    new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return world.ask(actor, REPORT, { by, from: day(-3), to: day(1), campaignId });
}
