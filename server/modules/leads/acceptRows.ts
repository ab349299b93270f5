import { config } from '../../config';
import { now } from '../../platform/clock';
import { idFrom, isIdOf } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { type CandidateBatch, type CandidateRow, type RowOutcome, type RowSignal } from './candidate';
import { RULE_VERSION } from './checks/signals';
import { findJudged, findStanding, findWithin, known, type HashedRow, type StandingLead } from './duplicates';
import { judgeRow, type JudgedRow } from './judgeRow';
import { takeFences } from './personFence';
import { ConsentTexts, LeadContacts, Leads, Touches, type Lead, type LeadContactRow, type TouchRow } from './model';
import { decide, decidingOf } from './rules';
import { openConsent } from './vault/openConsent';
import { consentRecord, hashIdentity, sealContact } from './vault/sealContact';

/** Rows that one call takes: as many as one transaction should write. */
const MAX_ROWS = 1000;

interface WorkedRow extends HashedRow {
  judged: JudgedRow;
  touchId: string;
}

/**
 * Judges rows of a batch and stores what became of them: leads with sealed contacts and consent, or touches on the lead
 * that the person already is; of a refused row only its facts and signals, never the contact. All or nothing, in the
 * caller's transaction where there is one. A row judged before answers what was stored then.
 *
 * A dry run stores nothing and looks for duplicates only among the agency's own leads: it must not tell, without a
 * trace, whether somebody is known to the market.
 */
export async function acceptRows(
  rows: readonly CandidateRow[],
  batch: CandidateBatch,
  options: { isDryRun?: boolean } = {},
): Promise<RowOutcome[]> {
  if (rows.length > MAX_ROWS) throw new RangeError(`at most ${MAX_ROWS} rows a call`);
  const at = now();
  const worked = rows.map((row) => workRow(row, batch, at));
  if (options.isDryRun) return dryRun(worked, batch);
  return inTransaction(async () => {
    await takeFences(worked.filter((row) => !isRefused(row)).map(({ hashes }) => hashes));
    const before = await storedOutcomes(worked, batch);
    const fresh = worked.filter(({ row }) => !before.has(row));
    const standing = await findAllStanding(fresh, batch);
    await store(fresh, standing, batch, at);
    return worked.map((row) => before.get(row.row) ?? outcomeOf(row, standing.get(row.row), batch));
  });
}

function workRow(row: CandidateRow, batch: CandidateBatch, at: Date): WorkedRow {
  const judged = judgeRow(row, batch, at, config.allowsFictionContacts);
  return {
    row: row.row,
    judged,
    leadId: idFrom('lead', batch._id, row.row),
    touchId: idFrom('touch', batch._id, row.row),
    hashes: hashIdentity(judged.identity),
  };
}

const isRefused = ({ judged }: WorkedRow): boolean => judged.decision === 'REJECTED';

async function findAllStanding(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<Map<number, StandingLead>> {
  const candidates = rows.filter((row) => !isRefused(row));
  const standing = await findStanding(candidates, batch.at);
  findWithin(candidates, standing, batch);
  return standing;
}

async function dryRun(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<RowOutcome[]> {
  const standing = await findAllStanding(rows, batch);
  return rows.map((row) => {
    const lead = standing.get(row.row);
    const outcome = outcomeOf(row, lead?.agencyId === batch.agencyId ? lead : undefined, batch);
    if (!('leadId' in outcome)) return outcome;
    return { ...outcome, leadId: '', contactHashes: known([row.hashes.phoneHash, row.hashes.emailHash]) };
  });
}

/** What earlier calls answered for these rows, read back from what they stored. */
async function storedOutcomes(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<Map<number, RowOutcome>> {
  const { leads, touches } = await findJudged(
    rows.map(({ leadId }) => leadId),
    rows.map(({ touchId }) => touchId),
  );
  const outcomes = new Map<number, RowOutcome>();
  for (const row of rows) {
    const lead = leads.get(row.leadId);
    const touch = touches.get(row.touchId);
    if (lead)
      outcomes.set(row.row, outcomeOf({ ...row, judged: { ...row.judged, decision: bornAs(lead) } }, undefined, batch));
    else if (touch)
      outcomes.set(
        row.row,
        outcomeOf(row, { leadId: touch.leadId, agencyId: touch.leadAgencyId, ofRow: touch.ofRow }, batch),
      );
  }
  return outcomes;
}

/** What a stored lead was at first, whatever people decided later. */
const bornAs = (lead: Pick<Lead, 'signals'>): JudgedRow['decision'] => decide(lead.signals);

function outcomeOf(row: WorkedRow, standing: StandingLead | undefined, batch: CandidateBatch): RowOutcome {
  const signals = reasonsOf(row.judged);
  if (isRefused(row)) return { row: row.row, outcome: 'REJECTED', signals };
  if (standing) return duplicateOf(row.row, standing, batch);
  if (row.judged.decision === 'QUARANTINED')
    return { row: row.row, outcome: 'QUARANTINED', leadId: row.leadId, signals };
  return { row: row.row, outcome: 'ACCEPTED', leadId: row.leadId };
}

/** What weighs against the row, the heaviest first, and so what decided before what was only noted. */
function reasonsOf({ findings }: JudgedRow): RowSignal[] {
  const deciding = new Set(decidingOf(findings));
  return findings
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((found) => ({
      code: found.code,
      message: `${found.evidence} ${found.cure}`,
      isDeciding: deciding.has(found),
    }));
}

/** Of another agency's lead nothing is told but that there is one: neither whose, nor since when, nor its id. */
function duplicateOf(row: number, { leadId, agencyId, ofRow }: StandingLead, batch: CandidateBatch): RowOutcome {
  const isOwn = agencyId === batch.agencyId;
  const where =
    ofRow !== null
      ? `in row ${ofRow} of this file`
      : isOwn
        ? 'among your leads of the last 90 days'
        : 'known to the market since less than 90 days';
  const message = `The same person is ${where}; the repeated request was noted there.`;
  return {
    row,
    outcome: 'DUPLICATE',
    isOwn,
    ...(isOwn ? { ofLeadId: leadId } : {}),
    ...(ofRow === null ? {} : { ofRow }),
    signals: [{ code: 'DUPLICATE', message, isDeciding: true }],
  };
}

async function store(
  rows: readonly WorkedRow[],
  standing: Map<number, StandingLead>,
  batch: CandidateBatch,
  at: Date,
): Promise<void> {
  const touches: TouchRow[] = [];
  const leads: Lead[] = [];
  const contacts: LeadContactRow[] = [];
  const texts = new Map<string, string>();
  for (const row of rows) {
    const lead = isRefused(row) ? undefined : standing.get(row.row);
    if (lead) {
      touches.push(touchOf(row, lead, batch));
      continue;
    }
    leads.push(leadOf(row, batch, at));
    const { consent, contact } = row.judged;
    if (isRefused(row) || !consent) continue;
    const { open, sealed } = openConsent(consent, contact, batch.defaults.consentText);
    const record = consentRecord(open);
    texts.set(record.textHash, open.text);
    contacts.push({
      _id: row.leadId,
      agencyId: batch.agencyId,
      at: batch.at,
      isStanding: true,
      ...row.hashes,
      sealed: sealContact(row.leadId, { ...contact, details: [...contact.details, ...sealed] }, consent),
      consent: record,
    });
  }
  await storeTexts(texts);
  if (touches.length > 0) await Touches.insertMany(touches, { lean: true });
  if (contacts.length > 0) await LeadContacts.insertMany(contacts, { lean: true });
  if (leads.length > 0) await Leads.insertMany(leads, { lean: true });
}

/** Consent texts are kept once each under their hash, and never written again. */
async function storeTexts(texts: ReadonlyMap<string, string>): Promise<void> {
  if (texts.size === 0) return;
  const kept = await ConsentTexts.find({ _id: { $in: [...texts.keys()] } }, { _id: 1 }).lean();
  const known = new Set(kept.map(({ _id }) => _id));
  const fresh = [...texts].filter(([hash]) => !known.has(hash)).map(([_id, text]) => ({ _id, text }));
  if (fresh.length > 0) await ConsentTexts.insertMany(fresh, { lean: true });
}

const touchOf = (row: WorkedRow, lead: StandingLead, batch: CandidateBatch): TouchRow => ({
  _id: row.touchId,
  leadId: lead.leadId,
  leadAgencyId: lead.agencyId,
  agencyId: batch.agencyId,
  batchId: batch._id,
  row: row.row,
  ofRow: lead.ofRow,
  at: batch.at,
});

function leadOf({ row, leadId, judged }: WorkedRow, batch: CandidateBatch, at: Date): Lead {
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
    signals: judged.findings.map(({ code, weight, evidence }) => ({
      code,
      weight,
      evidence,
      ruleVersion: RULE_VERSION,
      at,
    })),
    submittedAt: batch.at,
    decision: null,
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
