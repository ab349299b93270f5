import { type OpenDisputeInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict, invalidInput, UserError } from '../../platform/errors';
import { hashInput, keyReused } from '../../platform/idempotency';
import { together } from '../../platform/inputs';
import { money } from '../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { requireLiveSession } from '../accounts';
import { askedOf, boughtSubject, noSuch } from './asked';
import { choiceOf, worthOfChosen } from './choice';
import { claimsOf, queueClaims, readyClaimant } from './claimsOf';
import { alreadyDisputed, disputeWindowClosed, proofMissing, whyNotBilled } from './errors';
import { type ContactAttempt, isCallLogEnough } from './evidence';
import { disputeIdOf } from './ids';
import { judge, needsCallLog } from './judge';
import { type DisputeRow, Disputes } from './model';
import { type Claim, newDispute } from './newDispute';
import { type Chosen, claimedOf } from './part';
import { type DisputeKind, type DisputeRules, disputeRules, isOverRate, ruleOf } from './rules';
import { statement } from './statements';
import { type DisputedSubject, type Finding, type Subject } from './subjects';
import { settle, tellMarket } from './takeStep';

const MAX_ATTEMPTS = 50;

/**
 * Claims that what the buyer paid for was none, or not as listed. Its money stays held; the claim is decided at once where
 * the rules frozen into it say so. Errors: DisputeWindowClosed, AlreadyDisputed, ProofMissing, InvalidInput, NotFound,
 * Conflict. The same client key and input give the same dispute. A suspended business may claim: the windows of what it
 * bought run on.
 */
export async function openDispute(viewer: Viewer, input: OpenDisputeInput): Promise<{ dispute: DisputeRow }> {
  await requireLiveSession(viewer, { evenSuspended: true });
  const asked = askedOf(input);
  const bought = await boughtSubject(viewer.organisationId, asked);
  if (!bought) throw noSuch(asked.kind);
  const { source, subject } = bought;
  const earlier = await replay(asked.kind, subject, input);
  if (earlier) return { dispute: earlier };
  requireOpenWindow(subject, now());
  const { reason, clientKey } = input;
  const rules = disputeRules(asked.kind, subject.rulesVersion);
  const chosen = await chosenIn(source, subject, input);
  const [text, callLog, claimed] = together(
    () => statement(input.text, 'text'),
    () => readCallLog(input, subject.soldAt),
    () => claimedOf(subject, input.count, chosen),
    () => requireReason(rules, input),
  );
  const claim: Claim = {
    ...{ reason, text, callLog, clientKey },
    ...claimed,
    personId: viewer.personId,
    inputHash: hashInput(input),
  };
  const named = chosen?.named ?? null;
  const found = (await source.evidence(subject, { reasons: [reason], rules, callLog, named })).get(reason) ?? [];
  await readyClaimant(subject.buyerId);
  try {
    return { dispute: await inTransaction(() => record(source, subject, claim, found, rules)) };
  } catch (error) {
    const other = await replay(asked.kind, subject, input);
    if (other && (duplicateKeyOf(error) || isConflict(error))) return { dispute: other };
    if (isConflict(error))
      requireOpenWindow((await boughtSubject(viewer.organisationId, asked))?.subject ?? subject, now());
    throw error;
  }
}

async function chosenIn(
  source: DisputedSubject,
  subject: Subject,
  { clicks }: OpenDisputeInput,
): Promise<Chosen | null> {
  const named = choiceOf(clicks, ['clicks']);
  return named && { named, ...(await worthOfChosen(source, subject, [named], ['clicks'])) };
}

const isConflict = (error: unknown): boolean => error instanceof UserError && error.typename === 'Conflict';

/**
 * The dispute that the same call opened before, if any; refuses another call under its key, of whatever it is, and another
 * call about the same subject.
 */
async function replay(
  kind: DisputeKind,
  { id, buyerId }: Subject,
  input: OpenDisputeInput,
): Promise<DisputeRow | null> {
  const { clientKey } = input;
  const rows = await Disputes.find({ $or: [{ _id: disputeIdOf(id) }, { buyerId, clientKey }] })
    // As it is now: the dispute that refused ours may not count as majority-written yet.
    .readConcern('local')
    .lean<DisputeRow[]>();
  const byKey = rows.find((row) => row.clientKey === clientKey);
  if (!byKey && rows[0]) throw alreadyDisputed(kind, rows[0]._id);
  if (byKey && byKey.inputHash !== hashInput(input)) throw keyReused();
  return byKey ?? null;
}

function requireOpenWindow(subject: Subject, at: Date): void {
  const { state, windowEndsAt } = subject;
  if (state === null) throw conflict(`${whyNotBilled(subject, at)} Nothing was done.`);
  if (state === 'RELEASED' || windowEndsAt <= at) throw disputeWindowClosed(windowEndsAt);
  if (state !== 'HELD') throw conflict('It cannot be disputed any more. Nothing was done.');
}

function requireReason({ reasons }: DisputeRules, { reason }: OpenDisputeInput): void {
  if (!reasons[reason]) throw invalidInput('It cannot be disputed for this reason.', ['reason']);
}

/** The buyer's attempts in the order of time; all of them after the sale and before now. */
function readCallLog({ callLog }: OpenDisputeInput, soldAt: Date): ContactAttempt[] {
  const attempts = [...(callLog ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime());
  if (attempts.length > MAX_ATTEMPTS) throw invalidInput(`Give at most ${MAX_ATTEMPTS} attempts.`, ['callLog']);
  const at = now();
  if (attempts.some((attempt) => attempt.at < soldAt || attempt.at > at)) {
    throw invalidInput('Every attempt lies between the sale and now.', ['callLog']);
  }
  return attempts.map((attempt) => ({ at: attempt.at, way: attempt.way, result: attempt.result }));
}

/** Judges the claim, writes it, moves its subject and, where the rules decide, settles it: in the open transaction. */
async function record(
  source: DisputedSubject,
  subject: Subject,
  claim: Claim,
  found: readonly Finding[],
  rules: DisputeRules,
): Promise<DisputeRow> {
  const at = now();
  await queueClaims(subject.buyerId);
  const rule = ruleOf(rules, claim.reason);
  const isOver = isOverRate(rules, await claimsOf(source, subject, claim.claimedMinor, rules, at));
  const judgement = judge(rule, found, { count: claim.part?.claimed ?? null, isOverRate: isOver });
  const { decision } = judgement;
  if (needsCallLog(rule, judgement) && !isCallLogEnough(claim.callLog, rules)) throw proofMissing(logNeeded(rules));
  const dispute = newDispute(source.kind, subject, claim, judgement, rules, at);
  await Disputes.insertMany([dispute]);
  await tellMarket({ ...dispute, state: 'OPEN' });
  if (decision) await tellMarket(dispute);
  await source.moveToDisputed(subject.id, at);
  const claimed = money(claim.claimedMinor, subject.currency);
  if (decision) await settle(dispute, decision === 'ACCEPTED' ? claimed : null, at, 'system');
  return dispute;
}

const logNeeded = ({ callAttempts, callDays }: DisputeRules): string =>
  `Bring your log: one attempt that met a wrong person or a dead contact, or ${callAttempts} attempts on ${callDays} days.`;
