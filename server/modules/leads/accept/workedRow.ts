import { config } from '../../../config';
import { idFrom } from '../../../platform/ids';
import { likenessKeys } from '../alike/likenessKeys';
import { personOf } from '../alike/personOf';
import { type CandidateBatch, type CandidateRow } from '../candidate';
import { isOfNonsense } from '../checks/name';
import { type Finding } from '../checks/signals';
import { type CountedRequest } from '../countRequests';
import { type Shaped } from '../checks/robots/shaped';
import { type LeadSource } from '../forms/sourceTags';
import { judgeRow, type JudgedRow, withFindings, withWeighed } from '../judgeRow';
import { requestOf, shapeOf } from '../requestOf';
import { weighIn } from '../ruleWeights/memory';
import { REJECT_FROM } from '../rules';
import { hashIdentity } from '../vault/sealContact';
import { type PersonRow } from './knownPeople';

/** A row on its way through the checks: what it was judged to be so far, and what it is stored and found by. */
export interface WorkedRow extends PersonRow {
  judged: JudgedRow;
  source: LeadSource | undefined;
  /** What it is counted by; null of a row that no form brought. */
  request: CountedRequest | null;
  /** What it may have in common with others; null of a row that a form brought. */
  shape: Shaped | null;
  touchId: string;
}

/** The row after the checks that look at it alone. */
export function workRow(row: CandidateRow, batch: CandidateBatch, at: Date): WorkedRow {
  const judged = judgeRow(row, batch, at, config.allowsFictionContacts);
  const person = personOf(judged.contact);
  const leadId = idFrom('lead', batch._id, row.row);
  const likeness = likenessKeys(person);
  return {
    row: row.row,
    judged,
    source: row.source,
    request: requestOf(leadId, row, judged),
    leadId,
    touchId: idFrom('touch', batch._id, row.row),
    hashes: hashIdentity(judged.identity),
    person,
    likeness,
    isNonsense: judged.findings.some(({ code }) => isOfNonsense(code)),
    shape: shapeOf(row, judged, { person, personHash: likeness.personHash }, config.allowsFictionContacts),
  };
}

export const isRefused = ({ judged }: WorkedRow): boolean => judged.decision === 'REJECTED';

/** The row with further findings, at their full weight: they may refuse it. */
export const withMore = (row: WorkedRow, found: readonly Finding[]): WorkedRow => ({
  ...row,
  judged: withFindings(row.judged, found),
});

/** The row with findings that may hold it in quarantine, and are never enough to refuse it. */
export function withDoubts(row: WorkedRow, found: readonly Finding[]): WorkedRow {
  const { findings, facts } = row.judged;
  const known = new Map(findings.map(({ code, weight }) => [code, weight]));
  let room = REJECT_FROM - 1 - findings.reduce((sum, { weight }) => sum + weight, 0);
  const bounded = found.flatMap((one) => {
    const before = known.get(one.code);
    const weight = Math.max(0, Math.min(weighIn(facts.nicheId, one).weight, room + (before ?? 0)));
    if (before !== undefined && weight <= before) return [];
    room -= weight - (before ?? 0);
    return [{ ...one, weight }];
  });
  return bounded.length === 0 ? row : { ...row, judged: withWeighed(row.judged, bounded) };
}

/** The row refused, whatever else was found. */
export const withRefusal = (row: WorkedRow, found: Finding): WorkedRow => ({
  ...row,
  judged: { ...row.judged, findings: [...row.judged.findings, found], decision: 'REJECTED' },
});
