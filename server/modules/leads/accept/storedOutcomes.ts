import { type CandidateBatch, type RowOutcome } from '../candidate';
import { finding } from '../checks/signals';
import { Leads, Touches, type Lead, type TouchRow } from '../model';
import { decide } from '../rules';
import { type StandingLead } from './knownPeople';
import { outcomeOf } from './outcomes';
import { type WorkedRow } from './workedRow';

/** What earlier calls answered for these rows, read back from what they stored. */
export async function storedOutcomes(
  rows: readonly WorkedRow[],
  batch: CandidateBatch,
): Promise<Map<number, RowOutcome>> {
  const { leads, touches } = await findJudged(
    rows.map(({ leadId }) => leadId),
    rows.map(({ touchId }) => touchId),
  );
  const outcomes = new Map<number, RowOutcome>();
  for (const row of rows) {
    const lead = leads.get(row.leadId);
    const touch = touches.get(row.touchId);
    if (lead) outcomes.set(row.row, outcomeOf(asBorn(row, lead), undefined, batch));
    else if (touch) outcomes.set(row.row, outcomeOf(row, standingOf(touch), batch));
  }
  return outcomes;
}

/** The row as it was judged at first, whatever people decided of the lead, or came to be known, later. */
function asBorn(row: WorkedRow, { signals: all }: Pick<Lead, 'signals'>): WorkedRow {
  // What the person said, or repeats told, later was not known then.
  const signals = all.filter(({ code, isLater }) => code !== 'DENIED_BY_PERSON' && !isLater);
  const again = new Map(row.judged.findings.map((found) => [found.evidence, found]));
  const findings = signals.map(({ code, weight, evidence }) => ({
    ...(again.get(evidence) ?? finding(code)),
    weight,
    evidence,
  }));
  return { ...row, judged: { ...row.judged, findings, decision: decide(findings) } };
}

const standingOf = ({
  leadId,
  leadAgencyId,
  ofRow,
  alike,
  bringsOther,
  bringsName,
  sharedOn,
}: TouchRow): StandingLead => ({
  leadId,
  agencyId: leadAgencyId,
  ofRow,
  alike: alike ?? null,
  at: null,
  isSamePair: false,
  sharedOn: sharedOn ?? [],
  bringsOther: bringsOther === true,
  bringsName: bringsName === true,
});

/** Which rows of a batch were judged by an earlier call: their leads and touches by the ids that the rows give. */
async function findJudged(leadIds: readonly string[], touchIds: readonly string[]) {
  const leads = await Leads.find({ _id: { $in: leadIds } }, { row: 1, state: 1, signals: 1 }).lean();
  const touches = leads.length === leadIds.length ? [] : await Touches.find({ _id: { $in: touchIds } }).lean();
  return {
    leads: new Map(leads.map((lead) => [lead._id, lead])),
    touches: new Map(touches.map((touch) => [touch._id, touch])),
  };
}
