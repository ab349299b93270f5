import { type ClickChoiceInput, type DisputeProspect, type DisputeReasonOption } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now, spokenMoment } from '../../platform/clock';
import { askedOf, boughtSubject, type SubjectIds } from './asked';
import { choiceOf, worthOfChosen } from './choice';
import { claimsOf } from './claimsOf';
import { alreadyDisputed, whyNotBilled } from './errors';
import { neededCallLog } from './evidence';
import { disputeIdOf } from './ids';
import { type Judgement, judge, needsCallLog, provenOf } from './judge';
import { Disputes } from './model';
import { type DisputeKind, type DisputeRules, disputeRules, isOverRate, reasonsIn, ruleOf } from './rules';
import { type Subject } from './subjects';

/**
 * Every reason as it stands now for what the viewer's business paid for, or for the clicks of it that are named; null for
 * another's. Writes nothing.
 */
export async function disputeReasons(
  viewer: Viewer,
  { clicks, ...ids }: SubjectIds & { clicks?: ClickChoiceInput | null | undefined },
): Promise<DisputeReasonOption[] | null> {
  const asked = askedOf(ids);
  const named = choiceOf(clicks, ['clicks']);
  const bought = await boughtSubject(viewer.organisationId, asked);
  if (!bought) return null;
  const { source, subject } = bought;
  const at = now();
  const rules = disputeRules(source.kind, subject.rulesVersion);
  const obstacle = await obstacleTo(source.kind, subject, at);
  const reasons = reasonsIn(rules);
  const found = await source.evidence(subject, { reasons, rules, callLog: [], named });
  const { count, minor } = named
    ? await worthOfChosen(source, subject, [named], ['clicks'])
    : { count: subject.count, minor: subject.grossMinor };
  const isOver = isOverRate(rules, await claimsOf(source, subject, minor, rules, at));
  return reasons.map((reason) => {
    const rule = ruleOf(rules, reason);
    const findings = found.get(reason) ?? [];
    const judgement = judge(rule, findings, { count, isOverRate: isOver });
    const isLogNeeded = needsCallLog(rule, judgement);
    return {
      reason,
      claim: rule.claim,
      allowed: obstacle === null,
      why: obstacle ?? adviceOn(rules, isLogNeeded, judgement, subject),
      evidenceFound: judgement.evidence,
      wouldDecide: obstacle === null ? prospectOf(judgement) : null,
      provenCount: obstacle !== null || subject.count === null ? null : isOver ? 0 : provenOf(rule, findings),
      neededCallLog: isLogNeeded ? neededCallLog(rules) : null,
    };
  });
}

async function obstacleTo(kind: DisputeKind, subject: Subject, at: Date): Promise<string | null> {
  const { id, state, windowEndsAt } = subject;
  if (await Disputes.exists({ _id: disputeIdOf(id) })) return alreadyDisputed(kind, disputeIdOf(id)).message;
  if (state === null) return whyNotBilled(subject, at);
  if (state === 'HELD' && windowEndsAt > at) return null;
  return `The time to dispute it ended at ${spokenMoment(windowEndsAt)}.`;
}

/** What the buyer is told of a reason that is open: until when, who decides, and what it has to bring. */
export function adviceOn(
  rules: DisputeRules,
  isLogNeeded: boolean,
  { decision, isAutomatic, evidence }: Judgement,
  { windowEndsAt }: Pick<Subject, 'windowEndsAt'>,
): string {
  const until = `Open until ${spokenMoment(windowEndsAt)}.`;
  if (decision === 'ACCEPTED') return `${until} What the platform found decides for you at once.`;
  if (decision === 'REJECTED') return `${until} What the platform found decides against you at once.`;
  const log = isLogNeeded
    ? ` Bring your log: one attempt that met a wrong person or a dead contact, or ${rules.callAttempts} attempts on ${rules.callDays} days.`
    : '';
  const isProven = evidence.some(({ isProof, speaksFor }) => isProof && speaksFor === 'BUYER');
  const found = isProven ? ' What the platform found is proof for you.' : '';
  const rate = isAutomatic
    ? ''
    : `${found} You dispute over ${rules.rateBps / 100}% of what you buy, so people decide.`;
  return `${until} The agency answers, then an adjudicator decides.${log}${rate}`;
}

function prospectOf({ decision }: Judgement): DisputeProspect {
  if (decision === null) return 'DECIDED_BY_PEOPLE';
  return decision === 'ACCEPTED' ? 'ACCEPTED_AT_ONCE' : 'REJECTED_AT_ONCE';
}
