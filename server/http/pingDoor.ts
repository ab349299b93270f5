import { type Request, type Response, Router } from 'express';
import { organisationsById } from '../modules/accounts';
import { nicheTree, regionTree } from '../modules/catalog';
import { feeBpsOf, salesById, sharesOf } from '../modules/market';
import {
  NO_BID,
  type Ping,
  ping,
  type PingAnswer,
  post,
  type PostAnswer,
  type PostResult,
  UNSOLD,
} from '../modules/pings';
import { MARKET_CURRENCY, money } from '../platform/money';
import { type Viewer } from '../graphql/viewer';
import { keyHolderAtOnce, keyHolderOf } from './apiKey';
import { readJson } from './jsonBody';
import { readLeadBody } from './leadBody';
import { inWords, leadTold, told } from './leadDoor';
import { readPingBody } from './pingBody';
import { answeringProblems, Problem } from './problems';

const MOST_PING_BYTES = 20_000;
/** As much as a lead may have. */
const MOST_POST_BYTES = 100_000;
/** A bid is asked for more often than a lead is sent. */
const PING_LIMIT = { bucket: 'api:ping', perKey: 600 };

/** `POST /api/ping` asks for bids for a lead without its person; `POST /api/post` brings the lead and sells it at the bid. */
export function pingRoutes(): Router {
  const router = Router();
  for (const [address, door] of [
    ['/api/ping', answerPing],
    ['/api/post', answerPost],
  ] as const) {
    router.post(address, answeringProblems(door));
    router.all(
      address,
      answeringProblems(async ({ method }) => {
        throw new Problem('method-not-allowed', `Send it by POST; ${method} does nothing here.`, {
          headers: { allow: 'POST' },
        });
      }),
    );
  }
  return router;
}

function requireApproved({ organisationStatus }: Viewer): void {
  if (organisationStatus !== 'ACTIVE')
    throw new Problem('organisation-not-approved', 'Bids can be asked for once it is. Nothing was done.');
}

async function answerPing(request: Request, response: Response): Promise<void> {
  const { viewer } = await keyHolderAtOnce(request, 'PING_POST', PING_LIMIT);
  requireApproved(viewer);
  const answer = await ping(viewer, readPingBody(await readJson(request, MOST_PING_BYTES)));
  response.set('cache-control', 'no-store').json(await pingTold(answer));
}

/** What was understood stands in the answer, so that a place or a fact that was read otherwise is seen before the post. */
async function pingTold({ ping, wishes, token }: PingAnswer): Promise<object> {
  const understood = {
    niche: nicheTree().byId(ping.nicheId)?.slug ?? null,
    region: regionTree().byId(ping.regionId)?.code ?? null,
    temperature: ping.temperature,
    contactKind: ping.contactKind,
    channel: ping.channel,
    type: ping.type,
    isVerified: ping.isVerified,
    answers: ping.answers.map(({ key, text }) => ({ key, value: text })),
    maxSales: ping.maxSales,
  };
  if (!ping.bid || token === null) {
    const reason = ping.noBid ?? 'NO_BUYER';
    return { pingId: null, bid: null, reason: { code: reason, message: NO_BID[reason] }, understood };
  }
  const organisations = await organisationsById([ping.agencyId, ...wishes.map(({ buyerId }) => buyerId)]);
  const niche = nicheTree().byId(ping.nicheId)!;
  const feeBps = feeBpsOf(organisations.get(ping.agencyId)?.feeBps, niche.feeBps);
  const price = money(ping.bid.priceMinor, MARKET_CURRENCY);
  const { fee, net } = sharesOf(price, money(0n, MARKET_CURRENCY), feeBps);
  return {
    pingId: token,
    expiresAt: ping.expiresAt,
    bid: { price: told(price), fee: told(fee), net: told(net), buyers: wishes.length },
    conditions: {
      isExclusive: ping.maxSales === 1,
      maxSales: ping.maxSales,
      windowHours: niche.windowHours,
      buyers: wishes.map(({ buyerId, isNamed }) => ({
        name: isNamed ? (organisations.get(buyerId)?.name ?? null) : null,
      })),
    },
    reason: null,
    understood,
  };
}

async function answerPost(request: Request, response: Response): Promise<void> {
  const { viewer } = await keyHolderOf(request, 'PING_POST');
  requireApproved(viewer);
  const body = await readJson(request, MOST_POST_BYTES);
  const { token, lead } = splitBody(body);
  const answer = await post(viewer, token, (ping) => leadOf(ping, lead));
  const { result, outcome, isRepeat } = answer;
  const isMade = !isRepeat && (outcome === 'ACCEPTED' || outcome === 'QUARANTINED');
  response.status(isMade ? 201 : 200).set('cache-control', 'no-store');
  if (isRepeat) response.set('idempotency-replayed', 'true');
  response.json({ ...postTold(answer), ...(await saleTold(result)) });
}

function splitBody(body: unknown): { token: string; lead: Record<string, unknown> } {
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const { pingId, ...lead } = isObject ? (body as Record<string, unknown>) : {};
  if (typeof pingId === 'string' && pingId.length <= 200) return { token: pingId, lead };
  throw new Problem('input-invalid', 'Send the lead as a JSON object, with the "pingId" of its ping.', {
    fields: { problems: [{ message: 'Give the "pingId" of the answer to the ping.', path: ['pingId'] }] },
  });
}

/** The lead with what the post leaves out as it was pinged. */
function leadOf(ping: Ping, lead: Record<string, unknown>) {
  const { region, city, country } = lead;
  const isElsewhere = typeof country === 'string' && country !== ping.countryCode;
  const isPlaced = isElsewhere || [region, city].some((one) => typeof one === 'string' && one.trim() !== '');
  const place = {
    ...(isPlaced ? {} : { region: regionTree().byId(ping.regionId)?.code }),
    ...(country === undefined || country === null ? { country: ping.countryCode } : {}),
  };
  const { nicheId: niche, temperature, contactKind, channel, type } = ping;
  const given = Object.entries(lead).filter(([, value]) => value !== null && value !== undefined);
  const filled = { niche, temperature, contactKind, channel, type, ...Object.fromEntries(given), ...place };
  const { clientKey: _key, ...input } = readLeadBody(filled, '');
  return input;
}

const postTold = ({ outcome, lead, reasons, notes, emailMeant }: PostAnswer): object => ({
  outcome,
  lead: lead && leadTold(lead),
  reasons: inWords(reasons),
  notes: inWords(notes),
  emailMeant,
});

/** What was sold, to how many and until when its money is held; or why nothing was. */
async function saleTold({ sales, unsold }: PostResult): Promise<object> {
  if (unsold) return { sale: null, unsold: { code: unsold, message: UNSOLD[unsold] } };
  const found = await salesById(sales.map(({ saleId }) => saleId));
  const made = sales.flatMap(({ saleId }) => found.get(saleId) ?? []);
  return {
    sale: {
      buyers: made.length,
      sales: made.map(({ _id, grossMinor, currency, windowEndsAt }) => ({
        id: _id,
        price: told(money(grossMinor, currency)),
        windowEndsAt,
      })),
    },
    unsold: null,
  };
}
