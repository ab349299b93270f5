import { nicheTree, regionTree, type Niche, type Region } from '../catalog';
import { type CandidateBatch, type CandidateRow } from './candidate';
import { regionsOfLandline } from './checks/areaCodes';
import { checkAnswers, type AnswersVerdict, type CoarseAnswer } from './checks/answers';
import { checkCaptured } from './checks/captured';
import { cleanRow, isTurnedAround } from './checks/cleanText';
import { checkConsent, type ConsentTold } from './checks/consent';
import { checkConsentReach } from './checks/consentReach';
import { besidePhone, checkEmail, type EmailVerdict } from './checks/email';
import { areaCodeOf } from './checks/localPhone';
import { checkName } from './checks/name';
import { checkPhone, type Line, type PhoneVerdict } from './checks/phone';
import { readPast } from './checks/pastTimes';
import { checkOrigin } from './checks/robots/origin';
import { checkValues } from './checks/robots/values';
import { asRefusal, finding, whenReachable, type Finding } from './checks/signals';
import { LEAST_WISH, saysSomething } from './checks/wording';
import { zoneOf } from './checks/zones';
import {
  contactKindOf,
  leadTypeOf,
  readChannel,
  readContactKind,
  readLeadType,
  readTemperature,
  temperatureOf,
  type Channel,
  type ContactKind,
  type LeadType,
  type Temperature,
  isOffline,
} from './facts';
import { findPlace } from './findPlace';
import { nicheNamed } from './nicheNamed';
import { weighIn } from './ruleWeights/memory';
import { decide, isVerified, maskName, previewText, QUARANTINE_FROM, type Proof } from './rules';

/** Whether a channel can reach the person, as far as its form tells. Null: there is no such channel. */
export type Reach = 'LIVE' | 'DEAD' | null;

/** A row after all checks that need no database. */
export interface JudgedRow {
  row: number;
  externalId: string | null;
  decision: 'ACCEPTED' | 'QUARANTINED' | 'REJECTED';
  findings: Finding[];
  facts: LeadFacts;
  contact: Contact;
  consent: ConsentTold | null;
  /** What people are compared by; null where there is no such channel or it cannot exist. */
  identity: { phone: string | null; email: string | null };
  /** What else stood in the fields of its phone and its e-mail. */
  beside: { phones: readonly string[]; emails: readonly string[] };
}

interface LeadFacts {
  nicheId: string;
  regionId: string;
  countryCode: string;
  temperature: Temperature;
  contactKind: ContactKind;
  channel: Channel;
  type: LeadType;
  capturedAt: Date | null;
  answers: CoarseAnswer[];
  proofs: Proof[];
  isVerified: boolean;
  reach: { phone: Reach; email: Reach };
  line: Line | null;
  preview: string;
}

/** What is sealed: everything that says who the person is. */
export interface Contact {
  name: string;
  phone: string | null;
  email: string | null;
  details: { label: string; value: string }[];
}

/** Judges one row of a batch at the market's time `now`. Pure but for the catalogue, which is in memory. */
export function judgeRow(given: CandidateRow, batch: CandidateBatch, now: Date, allowsFiction: boolean): JudgedRow {
  const row = cleanRow(given);
  const { values } = row;
  const findings: Finding[] = [];
  const niche = findNiche(values.niche, batch, findings);
  const place = findPlace(row, batch);
  const phone = checkPhone(values.phone, place.country, batch.country, areaCodeOf(place.region?.code));
  const email = checkEmail(values.email, place.country);
  const name = checkName(values, email.normalised, values.email);
  const answers = checkAnswers(niche?.fields ?? [], values.answers, batch.country);
  // Dates are written as the agency's country writes them, wherever the person lives; times by the person's clock.
  const clocks = { zone: zoneOf(place.country, place.region?.code), country: batch.country };
  const captured = readPast(values.createdAt, clocks, now);
  const { consent, findings: aboutConsent } = checkConsent({
    text: values.consentText,
    usualText: batch.defaults.consentText,
    page: values.consentPage,
    usualPage: batch.defaults.consentPage,
    isOwnForm: row.origin !== undefined,
    at: values.consentAt,
    ip: values.consentIp,
    method: values.consentMethod ?? batch.defaults.consentMethod,
    captured,
    isCapturedUnreadable: values.createdAt !== undefined && captured === null,
    usualAt: batch.defaults.consentAt,
    clocks,
    now,
  });
  findings.push(
    ...place.findings,
    ...name.findings,
    ...(isNameTurned(given) ? [finding('NAME_PLACEHOLDER', { what: TURNED })] : []),
    ...weighChannels(phone, email, allowsFiction),
    ...checkAreaCode(phone, place.region),
    ...answers.findings,
    ...checkCaptured(captured, now),
    ...(row.hasDateOfOtherOrder ? [finding('DATE_ORDER_MIXED')] : []),
    ...aboutConsent,
    ...checkValues(row),
    ...(row.origin ? checkOrigin(row.origin) : []),
  );
  const read = readFacts(row, batch, { phone, email, answers }, findings);
  if (consent && !allowsFiction)
    findings.push(
      ...checkConsentReach(consent, { isOwnForm: row.origin !== undefined, isOffline: isOffline(read.channel) }),
    );
  const nicheId = niche?._id ?? batch.nicheId;
  const all = onePerCode(findings).map((found) => weighIn(nicheId, found));
  const proofs = proofsOf(consent, email);
  return {
    row: row.row,
    externalId: row.externalId ?? null,
    decision: decide(all),
    findings: all,
    consent: consent && seenBy(row, consent),
    identity: { phone: phone.e164, email: email.normalised },
    beside: { phones: phone.others, emails: email.others },
    contact: contactOf(row, name.name, { phone, email, answers }),
    facts: {
      ...read,
      nicheId,
      regionId: place.region?._id ?? `region_${batch.country}`,
      countryCode: place.country,
      capturedAt: captured?.at ?? null,
      answers: answers.coarse,
      proofs,
      isVerified: isVerified(all, { proofs }),
      reach: {
        phone: reachOf(values.phone, phone.e164, phone.findings),
        email: reachOf(values.email, email.normalised, email.findings),
      },
      line: phone.line,
      preview: previewText(maskName(name.name ?? ''), place.region?.name ?? '', {
        line: phone.line,
        hasEmail: email.normalised !== null,
      }),
    },
  };
}

const LONGEST_USER_AGENT_CHARS = 500;

/** The consent with what the market itself knows of it where its own form was sent: that it was, the browser, who was named. */
function seenBy({ origin, namedRecipients }: CandidateRow, consent: ConsentTold): ConsentTold {
  const userAgent = (origin?.userAgent ?? '').replace(/\p{C}/gu, '').trim().slice(0, LONGEST_USER_AGENT_CHARS);
  return {
    ...consent,
    ...(origin ? { isSeen: true } : {}),
    ...(userAgent === '' ? {} : { userAgent }),
    ...(namedRecipients ? { namedRecipients } : {}),
  };
}

/** The row with what was found by looking beyond it: at other rows, and at what came before. */
export function withFindings(judged: JudgedRow, further: readonly Finding[]): JudgedRow {
  const known = new Set(judged.findings.map(({ code }) => code));
  const fresh = onePerCode(further).filter(({ code }) => !known.has(code));
  if (fresh.length === 0) return judged;
  return withWeighed(
    judged,
    fresh.map((found) => weighIn(judged.facts.nicheId, found)),
  );
}

/** The row with findings at the weights that they have, each in the place of one of its code. */
export function withWeighed(judged: JudgedRow, further: readonly Finding[]): JudgedRow {
  const { facts } = judged;
  const anew = new Set(further.map(({ code }) => code));
  const findings = [...judged.findings.filter(({ code }) => !anew.has(code)), ...further];
  return {
    ...judged,
    findings,
    decision: decide(findings),
    facts: { ...facts, isVerified: isVerified(findings, facts) },
  };
}

/** The row's own niche where it names one, else the batch's: a word of another kind says nothing against the lead. */
function findNiche(written: string | undefined, batch: CandidateBatch, findings: Finding[]): Niche | undefined {
  const own = written === undefined ? undefined : nicheNamed(written);
  if (own?.isRetired) findings.push(finding('NICHE_RETIRED'));
  else if (written !== undefined && !own) findings.push(finding('NICHE_UNKNOWN'));
  return own ?? nicheTree().byId(batch.nicheId);
}

/** A broken channel weighs less where the other one is sound: the person can still be reached. */
function weighChannels(phone: PhoneVerdict, email: EmailVerdict, allowsFiction: boolean): Finding[] {
  const isSound = (value: string | null, found: readonly Finding[]): boolean =>
    value !== null && found.every(({ weight }) => weight < QUARANTINE_FROM);
  const aboutPhone = isSound(email.normalised, email.findings) ? whenReachable(phone.findings) : phone.findings;
  const aboutEmail = isSound(phone.e164, phone.findings) ? besidePhone(email) : email.findings;
  const isFiction = ({ code }: Finding): boolean => code === 'PHONE_FICTION' || code === 'EMAIL_FICTION';
  const all = [...aboutPhone, ...aboutEmail].map((found) =>
    isFiction(found) && !allowsFiction ? asRefusal(found) : found,
  );
  const hasNone = phone.e164 === null && email.normalised === null && all.length === 0;
  return hasNone ? [finding('CONTACT_MISSING')] : all;
}

/** The region of a landline's area code against that of the lead, where both are known. */
function checkAreaCode({ e164, line }: PhoneVerdict, region: Region | null): Finding[] {
  const codes = e164 !== null && line === 'LANDLINE' ? regionsOfLandline(e164) : [];
  const own =
    region &&
    regionTree()
      .pathOf(region._id)
      .find(({ kind }) => kind === 'REGION');
  const first = codes[0] && regionTree().byCode(codes[0]);
  if (!own || !first || first.countryCode !== own.countryCode || codes.includes(own.code)) return [];
  return [finding('PHONE_OTHER_REGION', { place: first.name, region: own.name })];
}

interface Checked {
  phone: PhoneVerdict;
  email: EmailVerdict;
  answers: AnswersVerdict;
}

/** The facts that price and filters go by: the row's words, else the batch's, else what the rest of the row shows. */
function readFacts({ values }: CandidateRow, { defaults }: CandidateBatch, checked: Checked, findings: Finding[]) {
  const read = <T>(
    field: string,
    written: string | undefined,
    reader: (text: string) => T | null,
    usual: string | undefined,
  ): T | null => {
    const value = written === undefined ? null : reader(written);
    if (written !== undefined && value === null) findings.push(finding('FACT_UNREADABLE', { field }));
    return value ?? (usual === undefined ? null : reader(usual));
  };
  const channel = read('channel', values.channel, readChannel, defaults.channel) ?? 'OTHER';
  const claimed = read('contact kind', values.contactKind, readContactKind, defaults.contactKind);
  const kindFacts = {
    channel,
    hasPhone: checked.phone.e164 !== null,
    hasEmail: checked.email.normalised !== null,
    isFull: checked.answers.isFull,
    hasWish: values.convenientTime !== undefined || saysSomething(values.comment ?? '', LEAST_WISH),
  };
  const contactKind = contactKindOf(kindFacts, claimed);
  if (claimed && claimed !== contactKind) findings.push(finding('KIND_NOT_BORNE_OUT', { claimed, kind: contactKind }));
  return {
    channel,
    contactKind,
    temperature:
      read('temperature', values.temperature, readTemperature, defaults.temperature) ??
      temperatureOf({ channel, hasConvenientTime: values.convenientTime !== undefined }),
    type: read('type', values.type, readLeadType, defaults.type) ?? leadTypeOf(channel),
  };
}

const TURNED = 'letters that hidden marks turn around';

const isNameTurned = ({ values: { fullName = '', givenName = '', familyName = '' } }: CandidateRow): boolean =>
  isTurnedAround(fullName + givenName + familyName);

/** One signal of a kind a lead: a trial entry shows in name, phone and e-mail alike. */
const onePerCode = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (found, index) =>
      found.code === 'ANSWER_UNREADABLE' || findings.findIndex(({ code }) => code === found.code) === index,
  );

/** The agency's own double opt-in is told as a proof of the e-mail; of a phone a file can tell none. */
const proofsOf = (consent: ConsentTold | null, email: EmailVerdict): Proof[] =>
  consent?.method === 'DOUBLE_OPT_IN' && email.normalised !== null
    ? [{ channel: 'EMAIL', method: 'CONFIRMED_BY_AGENCY', at: consent.at }]
    : [];

function reachOf(written: string | undefined, value: string | null, findings: readonly Finding[]): Reach {
  if (value !== null) return 'LIVE';
  return written !== undefined && findings.length > 0 ? 'DEAD' : null;
}

function contactOf({ values }: CandidateRow, name: string | null, { phone, email, answers }: Checked): Contact {
  const details = [
    { label: 'Extension', value: phone.extension },
    { label: 'City', value: values.city },
    { label: 'Comment', value: values.comment },
    { label: 'Convenient time', value: values.convenientTime },
    ...answers.sealed,
  ].filter((detail): detail is { label: string; value: string } => Boolean(detail.value));
  return {
    name: name ?? '',
    phone: phone.e164 ?? (phone.findings.length > 0 ? (values.phone ?? null) : null),
    email: email.address ?? (email.findings.length > 0 ? (values.email?.trim().toLowerCase() ?? null) : null),
    details,
  };
}
