import { likenessInWords } from '../alike/likeness';
import { type CandidateBatch, type RowOutcome, type RowSignal } from '../candidate';
import { isTold } from '../checks/signals';
import { type JudgedRow } from '../judgeRow';
import { decidingOf } from '../rules';
import { type StandingLead } from './knownPeople';
import { isOnlyKeptOut, sentByForm } from './sentByForm';
import { isRefused, type WorkedRow } from './workedRow';

/** What a call answers of a row, by the lead that its person already is where there is one. */
export function outcomeOf(row: WorkedRow, standing: StandingLead | undefined, batch: CandidateBatch): RowOutcome {
  const signals = reasonsOf(row.judged);
  if (isRefused(row)) {
    const sent = isOnlyKeptOut(row) ? sentByForm(row, undefined, batch) : undefined;
    return { row: row.row, outcome: 'REJECTED', signals, ...(sent ? { sent } : {}) };
  }
  if (standing) return duplicateOf(row, standing, batch);
  const outcome = row.judged.decision === 'QUARANTINED' ? 'QUARANTINED' : 'ACCEPTED';
  return { row: row.row, outcome, leadId: row.leadId, signals };
}

/** What the agency is told of the row, the heaviest first, and so what decided before what was only noted. */
function reasonsOf({ findings }: JudgedRow): RowSignal[] {
  const deciding = new Set(decidingOf(findings));
  return findings
    .filter(isTold)
    .sort((a, b) => b.weight - a.weight)
    .map((found) => ({
      code: found.code,
      message: `${found.evidence} ${found.cure}`,
      isDeciding: deciding.has(found),
    }));
}

/** Of another agency's lead nothing is told but that there is one: neither whose, nor since when, nor what is like it. */
function duplicateOf(worked: WorkedRow, standing: StandingLead, batch: CandidateBatch): RowOutcome {
  const { row } = worked;
  const { leadId, agencyId, ofRow, alike, bringsOther, bringsName } = standing;
  const isOwn = agencyId === batch.agencyId;
  const where =
    ofRow !== null
      ? `in row ${ofRow} of this file`
      : isOwn
        ? 'among your leads of the last 90 days'
        : 'known to the market since less than 90 days';
  const how = alike && isOwn ? ` (${likenessInWords(alike)})` : '';
  const kept = [
    ...(bringsOther && isOwn ? [' The other phone or e-mail that it brings is kept with that lead.'] : []),
    ...(bringsName && isOwn ? [' The name as it gives it is kept with that lead.'] : []),
  ].join('');
  const message = `The same person is ${where}${how}; the repeated request was noted there.${kept}`;
  const sent = sentByForm(worked, standing, batch);
  return {
    row,
    outcome: 'DUPLICATE',
    isOwn,
    ...(isOwn ? { ofLeadId: leadId } : {}),
    ...(ofRow === null ? {} : { ofRow }),
    ...(sent ? { sent } : {}),
    signals: [{ code: alike ? 'DUPLICATE_ALIKE' : 'DUPLICATE', message, isDeciding: true }],
  };
}
