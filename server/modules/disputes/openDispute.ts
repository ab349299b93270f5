import { type OpenDisputeInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, invalidInput, notFound, UserError } from '../../platform/errors';
import { hashInput, keyReused } from '../../platform/idempotency';
import { together } from '../../platform/inputs';
import { money } from '../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { requireLiveSession } from '../accounts';
import { moveSale, type Sale, saleOf } from '../market';
import { claimsOf, queueClaims, readyClaimant } from './claimsOf';
import { alreadyDisputed, disputeWindowClosed, proofMissing } from './errors';
import { type ContactAttempt, type DisputeFacts, isCallLogEnough } from './evidence';
import { gatherFacts } from './gatherFacts';
import { disputeIdOf } from './ids';
import { judge, needsCallLog } from './judge';
import { type DisputeRow, Disputes } from './model';
import { type Claim, newDispute } from './newDispute';
import { type DisputeRules, disputeRules, isOverRate } from './rules';
import { settleSale } from './settleSale';
import { statement } from './statements';
import { tellMarket } from './takeStep';

const MAX_ATTEMPTS = 50;

/**
 * Claims that a sale was a pseudo-lead or not as listed. Its money stays held; the claim is decided at once where the
 * rules frozen into the sale say so. Errors: DisputeWindowClosed, AlreadyDisputed, ProofMissing, InvalidInput,
 * NotFound, Conflict. The same client key and input give the same dispute. A suspended business may claim: the windows of
 * what it bought run on.
 */
export async function openDispute(viewer: Viewer, input: OpenDisputeInput): Promise<{ dispute: DisputeRow }> {
  await requireLiveSession(viewer, { evenSuspended: true });
  const sale = await saleOf(input.saleId);
  if (sale?.buyerId !== viewer.organisationId) throw notFound('sale');
  const earlier = await replay(sale, input);
  if (earlier) return { dispute: earlier };
  requireOpenWindow(sale, now());
  const { reason, clientKey } = input;
  const [text, callLog] = together(
    () => statement(input.text, 'text'),
    () => readCallLog(input, sale.heldAt),
  );
  const claim: Claim = { reason, text, callLog, personId: viewer.personId, clientKey, inputHash: hashInput(input) };
  const rules = disputeRules(sale.ruleVersions.disputes);
  const facts = await gatherFacts(sale, rules, rules.reasons[reason].lookUps, callLog);
  await readyClaimant(sale.buyerId);
  try {
    return { dispute: await inTransaction(() => record(sale, claim, facts, rules)) };
  } catch (error) {
    const other = await replay(sale, input);
    if (other && (duplicateKeyOf(error) || isConflict(error))) return { dispute: other };
    if (isConflict(error)) requireOpenWindow((await saleOf(sale._id)) ?? sale, now());
    throw error;
  }
}

const isConflict = (error: unknown): boolean => error instanceof UserError && error.typename === 'Conflict';

/**
 * The dispute that the same call opened before, if any; refuses another call under its key, of whatever sale, and another
 * call about the same sale.
 */
async function replay({ _id, buyerId }: Sale, input: OpenDisputeInput): Promise<DisputeRow | null> {
  const { clientKey } = input;
  const rows = await Disputes.find({ $or: [{ _id: disputeIdOf(_id) }, { buyerId, clientKey }] })
    // As it is now: the dispute that refused ours may not count as majority-written yet.
    .readConcern('local')
    .lean<DisputeRow[]>();
  const byKey = rows.find((row) => row.clientKey === clientKey);
  if (!byKey && rows[0]) throw alreadyDisputed(rows[0]._id);
  if (byKey && byKey.inputHash !== hashInput(input)) throw keyReused();
  return byKey ?? null;
}

function requireOpenWindow(sale: Sale, at: Date): void {
  if (sale.state === 'RELEASED' || sale.windowEndsAt <= at) throw disputeWindowClosed(sale.windowEndsAt);
  if (sale.state !== 'HELD') throw conflict('This sale cannot be disputed any more. Nothing was done.');
}

/** The buyer's attempts in the order of time; all of them after the sale and before now. */
function readCallLog({ callLog }: OpenDisputeInput, heldAt: Date): ContactAttempt[] {
  const attempts = [...(callLog ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (attempts.length > MAX_ATTEMPTS) throw invalidInput(`Give at most ${MAX_ATTEMPTS} attempts.`, ['callLog']);
  const at = now();
  if (attempts.some((attempt) => attempt.at < heldAt || attempt.at > at)) {
    throw invalidInput('Every attempt lies between the sale and now.', ['callLog']);
  }
  return attempts.map((attempt) => ({ at: attempt.at, way: attempt.way, result: attempt.result }));
}

/** Judges the claim, writes it, moves the sale and, where the rules decide, settles it: in the open transaction. */
async function record(sale: Sale, claim: Claim, facts: DisputeFacts, rules: DisputeRules): Promise<DisputeRow> {
  const at = now();
  await queueClaims(sale.buyerId);
  const judgement = judge(rules, claim.reason, facts, isOverRate(rules, await claimsOf(sale, rules, at)));
  const { decision } = judgement;
  if (needsCallLog(rules, claim.reason, judgement) && !isCallLogEnough(claim.callLog, rules))
    throw proofMissing(logNeeded(rules));
  const dispute = newDispute(sale, claim, judgement, rules, at);
  await Disputes.insertMany([dispute]);
  await tellMarket({ ...dispute, state: 'OPEN' });
  if (decision) await tellMarket(dispute);
  await moveSale(sale._id, 'HELD', 'DISPUTED', at);
  const gross = money(sale.grossMinor, sale.currency);
  if (decision) await settleSale(dispute, decision === 'ACCEPTED' ? gross : null, at, 'system');
  return dispute;
}

const logNeeded = ({ callAttempts, callDays }: DisputeRules): string =>
  `Bring your log: one attempt that met a wrong person or a dead contact, or ${callAttempts} attempts on ${callDays} days.`;
