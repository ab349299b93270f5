import { isIdOf } from '../../../platform/ids';
import { type CandidateBatch } from '../candidate';
import { aboutRule, type Finding, RULE_VERSION } from '../checks/signals';
import { openSource } from '../forms/sourceTags';
import { type JudgedRow } from '../judgeRow';
import { type Lead, type Signal } from '../model';
import { ruleWeightIn } from '../ruleWeights/memory';
import { type WorkedRow } from './workedRow';

/** The lead that a row becomes, without anything that says who the person is. */
export function leadOf({ row, leadId, judged, source }: WorkedRow, batch: CandidateBatch, at: Date): Lead {
  const isRefused = judged.decision === 'REJECTED';
  const isOfBatch = isIdOf('batch', batch._id);
  return {
    _id: leadId,
    agencyId: batch.agencyId,
    batchId: isOfBatch ? batch._id : null,
    row: isOfBatch ? row : null,
    externalId: openId(judged),
    state: judged.decision,
    ...judged.facts,
    // Of a refused row nothing is kept that describes the person.
    answers: isRefused ? [] : judged.facts.answers,
    preview: isRefused ? '' : judged.facts.preview,
    signals: judged.findings.map((found) => signalIn(found, at, usualOf(found, judged.facts.nicheId))),
    submittedAt: batch.at,
    decision: null,
    ...(source ? { source: openSource(source, judged.contact) } : {}),
  };
}

/** The agency's own id, unless it is a contact in disguise: leads carry no personal data. */
function openId({ externalId, contact }: JudgedRow): string | null {
  if (externalId === null || externalId.includes('@') || externalId.length > 100) return null;
  // The last eight digits are the same however a number is written.
  const tail = (text: string): string => text.replace(/\D/g, '').slice(-8);
  const phone = tail(contact.phone ?? '');
  return phone.length === 8 && tail(externalId) === phone ? null : externalId;
}

/** A finding as it is stored. */
export const signalIn = ({ code, weight, evidence }: Finding, at: Date, usualWeight = weight): Signal => ({
  code,
  weight,
  ...(usualWeight === weight ? {} : { usualWeight }),
  evidence,
  ruleVersion: RULE_VERSION,
  at,
});

/** What the rule weighs in the niche, of findings that weigh less of this lead. */
const usualOf = ({ code, weight }: Finding, nicheId: string): number =>
  Math.max(weight, aboutRule(code).isFixed ? weight : ruleWeightIn(code, nicheId));
