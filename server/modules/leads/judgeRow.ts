import { findRegion, nicheTree, regionTree, type Niche, type Region } from '../catalog';
import { type CandidateBatch, type CandidateRow } from './candidate';
import { checkAnswers, type AnswersVerdict, type CoarseAnswer } from './checks/answers';
import { checkConsent, type ConsentTold } from './checks/consent';
import { checkEmail, type EmailVerdict } from './checks/email';
import { fold } from './checks/fold';
import { readMoment } from './checks/moments';
import { checkName } from './checks/name';
import { checkPhone, type Line, type PhoneVerdict } from './checks/phone';
import { asRefusal, finding, whenReachable, type Finding } from './checks/signals';
import { LEAST_WISH, saysSomething } from './checks/wording';
import { coarsePlace } from './coarsePlace';
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
} from './facts';
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

interface Place {
  country: string;
  region: Region | null;
  findings: Finding[];
}

/** Judges one row of a batch at the market's time `now`. Pure but for the catalogue, which is in memory. */
export function judgeRow(row: CandidateRow, batch: CandidateBatch, now: Date, allowsFiction: boolean): JudgedRow {
  const { values } = row;
  const findings: Finding[] = [];
  const niche = findNiche(values.niche, batch, findings);
  const place = findPlace(row, batch);
  const name = checkName(values);
  const phone = checkPhone(values.phone, place.country, batch.country);
  const email = checkEmail(values.email, place.country);
  const answers = checkAnswers(niche?.fields ?? [], values.answers, place.country);
  const capturedAt = readMoment(values.createdAt, place.country);
  const { consent, findings: aboutConsent } = checkConsent({
    text: values.consentText ?? batch.defaults.consentText,
    page: values.consentPage ?? batch.defaults.consentPage,
    at: values.consentAt,
    ip: values.consentIp,
    method: values.consentMethod ?? batch.defaults.consentMethod,
    capturedAt,
    country: place.country,
    now,
  });
  findings.push(
    ...place.findings,
    ...name.findings,
    ...weighChannels(phone, email, allowsFiction),
    ...answers.findings,
    ...aboutConsent,
  );
  const read = readFacts(row, batch, { phone, email, answers }, findings);
  const all = onePerCode(findings);
  const proofs = proofsOf(consent, email);
  return {
    row: row.row,
    externalId: row.externalId ?? null,
    decision: decide(all),
    findings: all,
    consent,
    identity: { phone: phone.e164, email: email.normalised },
    contact: contactOf(row, name.name, { phone, email, answers }),
    facts: {
      ...read,
      nicheId: niche?._id ?? batch.nicheId,
      regionId: place.region?._id ?? `region_${batch.country}`,
      countryCode: place.country,
      capturedAt,
      answers: answers.coarse,
      proofs,
      isVerified: isVerified(proofs, all),
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

/** The row's own niche by slug or name, else the batch's; children of any depth are niches like others. */
function findNiche(written: string | undefined, batch: CandidateBatch, findings: Finding[]): Niche | undefined {
  const tree = nicheTree();
  if (written === undefined) return tree.byId(batch.nicheId);
  const plain = written.trim().toLowerCase();
  const niche =
    tree.bySlug(plain.replace(/[\s_]+/g, '-')) ?? tree.list().find(({ name }) => name.toLowerCase() === plain);
  if (!niche || niche.isRetired) findings.push(finding('NICHE_UNKNOWN'));
  return niche;
}

/** Country and region: the city within the country; a large city of another country only where this one has none. */
function findPlace({ values }: CandidateRow, batch: CandidateBatch): Place {
  const named = values.country === undefined ? undefined : findCountry(values.country);
  if (named === null) return { country: batch.country, region: null, findings: [finding('REGION_UNKNOWN')] };
  const country = named?.countryCode ?? batch.country;
  for (const text of [values.city, values.region]) {
    if (text === undefined) continue;
    const inside = findRegion({ country, text });
    if (inside) return { country, region: coarsePlace(inside), findings: [] };
    const abroad = named ? null : findRegion({ text });
    const isMeant = abroad !== null && (abroad.tier !== 'ORDINARY' || /[^\x20-\x7e]/.test(text));
    if (isMeant) return { country: abroad.countryCode, region: coarsePlace(abroad), findings: [] };
  }
  const whole = regionTree().byCode(country) ?? null;
  if (!whole) return { country, region: null, findings: [finding('REGION_UNKNOWN')] };
  const isNamed = values.city !== undefined || values.region !== undefined;
  return { country, region: whole, findings: isNamed ? [finding('CITY_UNKNOWN')] : [] };
}

/** Looked up among countries only: there is a city of Greece in the United States. */
function findCountry(text: string): Region | null {
  const folded = fold(text.trim());
  const isNamed = (region: Region): boolean =>
    [region.code, region.name, ...region.names].some((name) => fold(name) === folded);
  return regionTree().childrenOf(null).find(isNamed) ?? null;
}

/** A broken channel weighs less where the other one is sound: the person can still be reached. */
function weighChannels(phone: PhoneVerdict, email: EmailVerdict, allowsFiction: boolean): Finding[] {
  const isSound = (value: string | null, found: readonly Finding[]): boolean =>
    value !== null && found.every(({ weight }) => weight < QUARANTINE_FROM);
  const aboutPhone = isSound(email.normalised, email.findings) ? whenReachable(phone.findings) : phone.findings;
  const aboutEmail = isSound(phone.e164, phone.findings) ? whenReachable(email.findings) : email.findings;
  const isFiction = ({ code }: Finding): boolean => code === 'PHONE_FICTION' || code === 'EMAIL_FICTION';
  const all = [...aboutPhone, ...aboutEmail].map((found) =>
    isFiction(found) && !allowsFiction ? asRefusal(found) : found,
  );
  const hasNone = phone.e164 === null && email.normalised === null && all.length === 0;
  return hasNone ? [finding('CONTACT_MISSING')] : all;
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
  return {
    channel,
    contactKind: contactKindOf(kindFacts, claimed),
    temperature:
      read('temperature', values.temperature, readTemperature, defaults.temperature) ??
      temperatureOf({ channel, hasConvenientTime: values.convenientTime !== undefined }),
    type: read('type', values.type, readLeadType, defaults.type) ?? leadTypeOf(channel),
  };
}

/** One signal of a kind a lead: a trial entry shows in name, phone and e-mail alike. */
const onePerCode = (findings: readonly Finding[]): Finding[] =>
  findings.filter(
    (found, index) =>
      found.code === 'ANSWER_UNREADABLE' || findings.findIndex(({ code }) => code === found.code) === index,
  );

/** The agency's own double opt-in proves the e-mail; nothing that a file says proves a phone. */
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
    { label: 'City', value: values.city },
    { label: 'Comment', value: values.comment },
    { label: 'Convenient time', value: values.convenientTime },
    ...answers.sealed,
  ].filter((detail): detail is { label: string; value: string } => Boolean(detail.value));
  return {
    name: name ?? '',
    phone: phone.e164 ?? (phone.findings.length > 0 ? (values.phone ?? null) : null),
    email: email.normalised !== null || email.findings.length > 0 ? (values.email?.trim().toLowerCase() ?? null) : null,
    details,
  };
}
