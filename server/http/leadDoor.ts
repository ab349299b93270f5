import { type Request, type Response, Router } from 'express';
import { nicheTree, regionTree } from '../modules/catalog';
import { type Lead, submitLead } from '../modules/leads';
import { priceLines } from '../modules/pricing';
import { formatMoney, type Money } from '../platform/money';
import { type Viewer } from '../graphql/viewer';
import { idempotencyKeyOf, keyHolderOf } from './apiKey';
import { readJson } from './jsonBody';
import { readLeadBody } from './leadBody';
import { answeringProblems, Problem } from './problems';

const ADDRESS = '/api/leads';

/** As much as an operation of the API may have. */
const MOST_BYTES = 100_000;

/** `POST /api/leads`: one lead from an agency's own program, by the verb that `submitLead` is. */
export function leadRoutes(): Router {
  const router = Router();
  router.post(ADDRESS, answeringProblems(postLead));
  router.all(
    ADDRESS,
    answeringProblems(async ({ method }) => {
      throw new Problem('method-not-allowed', `Send a lead by POST; ${method} does nothing here.`, {
        headers: { allow: 'POST' },
      });
    }),
  );
  return router;
}

async function postLead(request: Request, response: Response): Promise<void> {
  const { viewer } = await keyHolderOf(request, 'SUBMIT_LEADS');
  if (viewer.organisationStatus !== 'ACTIVE')
    throw new Problem('organisation-not-approved', 'Leads can be submitted once it is. Nothing was done.');
  const key = idempotencyKeyOf(request);
  const input = readLeadBody(await readJson(request, MOST_BYTES), key);
  const { lead, outcome, reasons, notes, emailMeant, isRepeat } = await submitLead(viewer, input);
  const isMade = !isRepeat && (outcome === 'ACCEPTED' || outcome === 'QUARANTINED');
  response.status(isMade ? 201 : 200).set('cache-control', 'no-store');
  if (isRepeat) response.set('idempotency-replayed', 'true');
  response.json({
    outcome,
    lead: lead && leadTold(lead),
    reasons: inWords(reasons),
    notes: inWords(notes),
    emailMeant,
    prices: lead?.state === 'ACCEPTED' ? pricesOf(viewer, lead) : null,
  });
}

/** Reasons or notes as an answer has them. */
export const inWords = (told: readonly { code: string; message: string }[]): object[] =>
  told.map(({ code, message }) => ({ code, message }));

/** What its agency sees of a lead, without the contact. */
export const leadTold = (lead: Lead): object => ({
  id: lead._id,
  state: lead.state,
  niche: nicheTree().byId(lead.nicheId)?.slug ?? null,
  region: regionTree().byId(lead.regionId)?.code ?? null,
  temperature: lead.temperature,
  contactKind: lead.contactKind,
  channel: lead.channel,
  type: lead.type,
  isVerified: lead.isVerified,
  signals: lead.signals.map(({ code, weight, evidence }) => ({ code, weight, evidence })),
  submittedAt: lead.submittedAt,
});

/** What one buyer would pay if it were put on sale now without a floor, shared or alone. */
function pricesOf(viewer: Viewer, lead: Lead): object {
  const { nicheId, regionId, temperature, contactKind, isVerified } = lead;
  const facts = { nicheId, regionId, temperature, contactKind, isVerified };
  const rest = { model: 'LEAD' as const, ageDays: 0, leads: 1, floor: null };
  const price = (isExclusive: boolean): object => told(priceLines(viewer, { ...facts, ...rest, isExclusive }).total);
  return { shared: price(false), exclusive: price(true) };
}

export const told = (amount: Money): object => ({
  minor: Number(amount.minor),
  currency: amount.currency,
  text: formatMoney(amount),
});
