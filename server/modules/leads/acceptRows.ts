import { config } from '../../config';
import { DAY, now } from '../../platform/clock';
import { idFrom, isIdOf } from '../../platform/ids';
import { inTransaction } from '../../platform/transaction';
import { type CandidateBatch, type CandidateRow, type RowOutcome, type RowSignal } from './candidate';
import { likenessInWords } from './alike/likeness';
import { likenessKeys } from './alike/likenessKeys';
import { personOf } from './alike/personOf';
import { runsIn } from './checks/robots/sequence';
import { checkCounts } from './checks/robots/velocity';
import { aboutRule, finding, type Finding, RULE_VERSION } from './checks/signals';
import { type CountedRequest, countRequests } from './countRequests';
import { findJudged, findKnown, known, type KnownPeople, type PersonRow, type StandingLead } from './duplicates';
import { isOffline } from './facts';
import { type LeadSource, openSource } from './forms/sourceTags';
import { findSellers, type SoughtRow } from './marks/findSellers';
import { judgeRow, type JudgedRow, withFindings } from './judgeRow';
import { takeFences } from './personFence';
import {
  ConsentTexts,
  LeadContacts,
  Leads,
  Touches,
  type Lead,
  type LeadContactRow,
  type Signal,
  type TouchRow,
} from './model';
import { requestOf } from './requestOf';
import { ruleWeightIn, weighIn } from './ruleWeights/memory';
import { decide, decidingOf, DUPLICATE_DAYS, type Proof, PROOF_CHANNELS, REJECT_FROM } from './rules';
import { suppressedAmong } from './suppress/suppressions';
import { openConsent } from './vault/openConsent';
import { listHashesOfContact } from './vault/listHashes';
import { consentRecord, hashIdentity, sealContact } from './vault/sealContact';

/** Rows that one call takes: as many as one transaction should write. */
const MAX_ROWS = 1000;

interface WorkedRow extends PersonRow {
  judged: JudgedRow;
  source: LeadSource | undefined;
  /** What it is counted by; null of a row that no form brought. */
  request: CountedRequest | null;
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
  const alone = withRuns(rows.map((row) => workRow(row, batch, at)));
  if (options.isDryRun) return dryRun(alone, batch);
  const worked = await withCounts(alone, at);
  return inTransaction(async () => {
    await takeFences(worked.filter((row) => !isRefused(row)).map(({ hashes }) => hashes));
    const before = await storedOutcomes(worked, batch);
    const fresh = await withoutSuppressed(worked.filter(({ row }) => !before.has(row)));
    const people = await findPeople(fresh, batch, false);
    const sellers = await findSellers(fresh.filter((row) => !isRefused(row)).map(soughtIn), batch.at);
    const decided = new Map(
      fresh.map((row) => [row.row, withPeople(withSeller(row, sellers.get(row.row)), people, batch)]),
    );
    await store([...decided.values()], people, batch, at);
    return worked.map(({ row }) => before.get(row) ?? outcomeOf(decided.get(row)!, people.standing.get(row), batch));
  });
}

function workRow(row: CandidateRow, batch: CandidateBatch, at: Date): WorkedRow {
  const judged = judgeRow(row, batch, at, config.allowsFictionContacts);
  const person = personOf(judged.contact);
  const leadId = idFrom('lead', batch._id, row.row);
  return {
    row: row.row,
    judged,
    source: row.source,
    request: requestOf(leadId, row, judged),
    leadId,
    touchId: idFrom('touch', batch._id, row.row),
    hashes: hashIdentity(judged.identity),
    person,
    likeness: likenessKeys(person),
  };
}

const withMore = (row: WorkedRow, found: readonly Finding[]): WorkedRow => ({
  ...row,
  judged: withFindings(row.judged, found),
});

/** Rows whose contacts count up one after the other are noted so; numbers kept for fiction lie side by side anyway. */
function withRuns(rows: WorkedRow[]): WorkedRow[] {
  const isFiction = ({ judged }: WorkedRow): boolean => judged.findings.some(({ code }) => code === 'PHONE_FICTION');
  const runs = runsIn(
    rows.map((row) => ({ row: row.row, ...row.judged.identity, ...(isFiction(row) ? { phone: null } : {}) })),
  );
  if (runs.length === 0) return rows;
  const found = new Map(
    runs.flatMap(({ what, rows }) =>
      rows.map((row) => [row, finding('CONTACTS_IN_SEQUENCE', { what, count: String(rows.length) })] as const),
    ),
  );
  return rows.map((row) => (found.has(row.row) ? withMore(row, [found.get(row.row)!]) : row));
}

/** Rows that forms brought, with what speaks against them by how many like them came. Of other rows nothing is asked. */
async function withCounts(rows: WorkedRow[], at: Date): Promise<WorkedRow[]> {
  const requests = rows.flatMap(({ request }) => request ?? []);
  if (requests.length === 0) return rows;
  const counts = await countRequests(requests, at);
  return rows.map((row) =>
    row.request
      ? withMore(row, checkCounts(counts.get(row.request.id) ?? {}, isOffline(row.judged.facts.channel)))
      : row,
  );
}

const isRefused = ({ judged }: WorkedRow): boolean => judged.decision === 'REJECTED';

/** The rows with those of people who asked not to be contacted refused. One command. */
async function withoutSuppressed(rows: readonly WorkedRow[]): Promise<WorkedRow[]> {
  const open = rows.filter((row) => !isRefused(row));
  const places = await suppressedAmong(open.map(({ hashes }) => hashes));
  const suppressed = new Set([...places].map((place) => open[place]));
  return rows.map((row) => (suppressed.has(row) ? withRefusal(row, finding('SUPPRESSED')) : row));
}

const withRefusal = (row: WorkedRow, found: Finding): WorkedRow => ({
  ...row,
  judged: { ...row.judged, findings: [...row.judged.findings, found], decision: 'REJECTED' },
});

const findPeople = (rows: readonly WorkedRow[], batch: CandidateBatch, isOwnOnly: boolean): Promise<KnownPeople> =>
  findKnown(
    rows.filter((row) => !isRefused(row)),
    batch,
    isOwnOnly,
  );

const soughtIn = ({ row, hashes, judged }: WorkedRow): SoughtRow => ({
  row,
  nicheId: judged.facts.nicheId,
  hashes,
  companyName: judged.findings.some(({ code }) => code === 'NAME_COMPANY') ? judged.contact.name : null,
});

/** The row with the finding that it comes from an organisation of the market: never enough to refuse it. */
const withSeller = (row: WorkedRow, found: Finding | undefined): WorkedRow => (found ? withFinding(row, found) : row);

/** The row with what was found about its person among those who are known. */
function withPeople(row: WorkedRow, people: KnownPeople, batch: CandidateBatch): WorkedRow {
  const seen = withSuspicion(row, people, batch);
  const found = manyNames(row, people);
  return found && !people.standing.has(row.row) ? withFinding(seen, found) : seen;
}

/** One phone under so many names within the period is no household: somebody plays with a phone of his, or another's. */
const MOST_NAMES = 4;

function manyNames({ row }: WorkedRow, { names }: KnownPeople): Finding | null {
  const count = names.get(row) ?? 1;
  if (count < MOST_NAMES) return null;
  return finding('PHONE_MANY_NAMES', { count: String(count), days: String(DUPLICATE_DAYS) });
}

/** The row with the finding that its person may be a known one: for a moderator to see, never enough to refuse it. */
function withSuspicion(row: WorkedRow, { suspected }: KnownPeople, { agencyId }: CandidateBatch): WorkedRow {
  const suspect = suspected.get(row.row);
  if (!suspect) return row;
  // What is like another agency's person is for the moderator alone.
  const how = suspect.agencyId === agencyId ? likenessInWords(suspect.alike) : 'the market knows somebody much alike';
  return withFinding(row, finding('PERSON_MAY_BE_KNOWN', { how }));
}

function withFinding(row: WorkedRow, plain: Finding): WorkedRow {
  const found = weighIn(row.judged.facts.nicheId, plain);
  const sum = row.judged.findings.reduce((total, { weight }) => total + weight, 0);
  const weight = Math.min(found.weight, REJECT_FROM - 1 - sum);
  const findings = [...row.judged.findings, { ...found, weight }];
  return { ...row, judged: { ...row.judged, findings, decision: decide(findings) } };
}

async function dryRun(rows: readonly WorkedRow[], batch: CandidateBatch): Promise<RowOutcome[]> {
  const people = await findPeople(rows, batch, true);
  return rows.map((row) => {
    const outcome = outcomeOf(withPeople(row, people, batch), people.standing.get(row.row), batch);
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
    if (lead) outcomes.set(row.row, outcomeOf(asBorn(row, lead), undefined, batch));
    else if (touch) outcomes.set(row.row, outcomeOf(row, standingOf(touch), batch));
  }
  return outcomes;
}

/** The row as it was judged at first, whatever people decided of the lead, or came to be known, later. */
function asBorn(row: WorkedRow, { signals: all }: Pick<Lead, 'signals'>): WorkedRow {
  // What the person said later was not known then.
  const signals = all.filter(({ code }) => code !== 'DENIED_BY_PERSON');
  const again = new Map(row.judged.findings.map((found) => [found.evidence, found]));
  const findings = signals.map(({ code, weight, evidence }) => ({
    ...(again.get(evidence) ?? finding(code)),
    weight,
    evidence,
  }));
  return { ...row, judged: { ...row.judged, findings, decision: decide(findings) } };
}

const standingOf = ({ leadId, leadAgencyId, ofRow, alike }: TouchRow): StandingLead => ({
  leadId,
  agencyId: leadAgencyId,
  ofRow,
  alike: alike ?? null,
  at: null,
  isSamePair: false,
});

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

/** Of another agency's lead nothing is told but that there is one: neither whose, nor since when, nor what is like it. */
function duplicateOf(row: number, { leadId, agencyId, ofRow, alike }: StandingLead, batch: CandidateBatch): RowOutcome {
  const isOwn = agencyId === batch.agencyId;
  const where =
    ofRow !== null
      ? `in row ${ofRow} of this file`
      : isOwn
        ? 'among your leads of the last 90 days'
        : 'known to the market since less than 90 days';
  const how = alike && isOwn ? ` (${likenessInWords(alike)})` : '';
  const message = `The same person is ${where}${how}; the repeated request was noted there.`;
  return {
    row,
    outcome: 'DUPLICATE',
    isOwn,
    ...(isOwn ? { ofLeadId: leadId } : {}),
    ...(ofRow === null ? {} : { ofRow }),
    signals: [{ code: alike ? 'DUPLICATE_ALIKE' : 'DUPLICATE', message, isDeciding: true }],
  };
}

async function store(rows: readonly WorkedRow[], people: KnownPeople, batch: CandidateBatch, at: Date): Promise<void> {
  const { standing, suspected, matchKeys } = people;
  const touches: TouchRow[] = [];
  const leads: Lead[] = [];
  const contacts: LeadContactRow[] = [];
  const texts = new Map<string, string>();
  for (const row of rows) {
    const lead = isRefused(row) ? undefined : standing.get(row.row);
    if (lead) {
      touches.push(touchOf(row, lead, batch, signalOf(lead, manyNames(row, people), at)));
      continue;
    }
    leads.push({ ...leadOf(row, batch, at), ...likenessOf(suspected.get(row.row)) });
    const { consent, contact } = row.judged;
    if (isRefused(row) || !consent) continue;
    const { open, sealed } = openConsent(consent, contact, batch.defaults.consentText);
    const record = consentRecord(open, { leadId: row.leadId, agencyId: batch.agencyId });
    texts.set(record.textHash, open.text);
    contacts.push({
      _id: row.leadId,
      agencyId: batch.agencyId,
      at: batch.at,
      isStanding: true,
      ...row.hashes,
      ...row.likeness,
      matchKeys: matchKeys.get(row.row) ?? [],
      listHashes: listHashesOfContact(row.judged.identity),
      sealed: sealContact(row.leadId, { ...contact, details: [...contact.details, ...sealed] }, consent),
      consent: record,
    });
  }
  await storeTexts(texts);
  await crossCheck([...standing.values()], batch, at);
  if (touches.length > 0) await Touches.insertMany(touches, { lean: true });
  if (contacts.length > 0) await LeadContacts.insertMany(contacts, { lean: true });
  if (leads.length > 0) await Leads.insertMany(leads, { lean: true });
  await noteOtherNames(people.otherNames);
}

/** Names that a list keeps of one phone: more tell nothing more. */
const MOST_KEPT_NAMES = 20;

async function noteOtherNames(otherNames: KnownPeople['otherNames']): Promise<void> {
  if (otherNames.size === 0) return;
  await LeadContacts.bulkWrite(
    [...otherNames].map(([_id, hashes]) => ({
      updateOne: {
        filter: { _id, [`otherNames.${MOST_KEPT_NAMES - 1}`]: { $exists: false } },
        update: { $addToSet: { otherNames: { $each: [...hashes] } } },
      },
    })),
  );
}

/**
 * Notes on leads that another agency brought the same phone with the same e-mail on another day. One command for all of
 * them, and once for each lead.
 */
async function crossCheck(standing: readonly StandingLead[], { agencyId, at }: CandidateBatch, foundAt: Date) {
  const crossed = standing.filter(
    (lead) => lead.isSamePair && lead.agencyId !== agencyId && lead.at && at.getTime() - lead.at.getTime() >= DAY,
  );
  if (crossed.length === 0) return;
  const proofs: Proof[] = PROOF_CHANNELS.map((channel) => ({ channel, method: 'EARLIER_TOUCH', at: foundAt }));
  await Leads.updateMany(
    { _id: { $in: crossed.map(({ leadId }) => leadId) }, 'proofs.method': { $ne: 'EARLIER_TOUCH' } },
    { $push: { proofs: { $each: proofs } } },
  );
}

/** Consent texts are kept once each under their hash, and never written again. */
async function storeTexts(texts: ReadonlyMap<string, string>): Promise<void> {
  if (texts.size === 0) return;
  const kept = await ConsentTexts.find({ _id: { $in: [...texts.keys()] } }, { _id: 1 }).lean();
  const known = new Set(kept.map(({ _id }) => _id));
  const fresh = [...texts].filter(([hash]) => !known.has(hash)).map(([_id, text]) => ({ _id, text }));
  if (fresh.length > 0) await ConsentTexts.insertMany(fresh, { lean: true });
}

const touchOf = (row: WorkedRow, lead: StandingLead, batch: CandidateBatch, signal: Signal | undefined): TouchRow => ({
  _id: row.touchId,
  leadId: lead.leadId,
  leadAgencyId: lead.agencyId,
  agencyId: batch.agencyId,
  batchId: batch._id,
  row: row.row,
  ofRow: lead.ofRow,
  ...(lead.alike ? { alike: lead.alike } : {}),
  ...(signal ? { signal } : {}),
  at: batch.at,
});

/** What a repeat tells of its person: by what likeness it was known, or that the phone is left under many names. */
function signalOf({ alike }: StandingLead, names: Finding | null, at: Date): Signal | undefined {
  const found = alike ? finding('DUPLICATE_ALIKE', { how: likenessInWords(alike) }) : names;
  return found ? signalIn(found, at) : undefined;
}

const signalIn = ({ code, weight, evidence }: Finding, at: Date, usualWeight = weight): Signal => ({
  code,
  weight,
  ...(usualWeight === weight ? {} : { usualWeight }),
  evidence,
  ruleVersion: RULE_VERSION,
  at,
});

const likenessOf = (suspect: StandingLead | undefined): Pick<Lead, 'likeness'> =>
  suspect ? { likeness: { leadId: suspect.leadId, parts: suspect.alike ?? [], isSamePerson: null } } : {};

/** What the rule weighs in the niche, of findings that weigh less of this lead. */
const usualOf = ({ code, weight }: Finding, nicheId: string): number =>
  Math.max(weight, aboutRule(code).isFixed ? weight : ruleWeightIn(code, nicheId));

function leadOf({ row, leadId, judged, source }: WorkedRow, batch: CandidateBatch, at: Date): Lead {
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
