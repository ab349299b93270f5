import { isIPv4 } from 'node:net';
import { after, DAY } from '../../platform/clock';
import { networkOf } from '../../platform/network';
import { isForExamples, isPublic, netOf } from '../../platform/visitor/addresses';
import { nicheTree } from '../catalog';
import { type CandidateRow } from './candidate';
import { fold } from './checks/fold';
import { LEAST_WISH, saysSomething } from './checks/wording';
import { type CountedRequest, type RequestKeys } from './countRequests';
import { type ConsentMethod } from './checks/consent';
import { areLong } from './checks/robots/shape';
import { emailsBeside, phonesBeside } from './checks/robots/sequence';
import { type Beside, type Shaped } from './checks/robots/shaped';
import { FRESH_MS } from './checks/robots/velocity';
import { isOffline } from './facts';
import { type JudgedRow } from './judgeRow';
import { type Person } from './matching/person';

/** What a row that a form brought is counted by; null of other rows, whose sender is not the person. */
export function requestOf(leadId: string, { origin, values }: CandidateRow, judged: JudgedRow): CountedRequest | null {
  if (!origin) return null;
  const { phone, email } = judged.identity;
  const { phones, emails } = besideOf(judged);
  const words = wordsOf(values, judged.facts.nicheId);
  const keys: Record<Exclude<keyof RequestKeys, ByAgency>, string | null> = {
    network: origin.ip !== null && isPublic(origin.ip) ? origin.ip : null,
    device: origin.deviceId,
    phone,
    email,
    form: origin.formId,
    words: words && `${origin.formId} ${words}`,
    phonesBeside: phones && `${origin.formId} ${phones}`,
    emailsBeside: emails && `${origin.formId} ${emails}`,
  };
  const known = Object.entries(keys).filter(([, value]) => value !== null && value !== '');
  return { id: leadId, keys: Object.fromEntries(known) };
}

type ByAgency = 'consentNow' | 'consentNetwork' | 'consentNear' | 'agencyWords';

/** Numbers and addresses kept for fiction lie side by side anyway. */
function besideOf({ identity: { phone, email }, findings }: JudgedRow): Beside {
  const isOf = (wanted: string): boolean => findings.some(({ code }) => code === wanted);
  return {
    phones: phone === null || isOf('PHONE_FICTION') ? null : phonesBeside(phone),
    emails: email === null || isOf('EMAIL_FICTION') ? null : emailsBeside(email),
  };
}

/** Where people are each on a line of their own, such as their phone's; not by paper, by phone, or at a stand. */
const OWN_LINE: ReadonlySet<ConsentMethod> = new Set(['WEB_FORM', 'DOUBLE_OPT_IN', 'SOCIAL_FORM']);

/** What a row that no form of ours brought has in common with others; null of a row of a form, which is counted itself. */
export function shapeOf(
  { row, origin, values }: CandidateRow,
  judged: JudgedRow,
  { person, personHash }: { person: Person; personHash: string },
  allowsTrials: boolean,
): Shaped | null {
  if (origin) return null;
  const { contact, consent, facts } = judged;
  const isOnline = consent !== null && OWN_LINE.has(consent.method) && !isOffline(facts.channel);
  const ip = isOnline ? consent.ip : null;
  const isLine = ip !== null && isPublic(ip) && !(allowsTrials && isForExamples(ip));
  const hasTime = /\d/.test(values.consentAt ?? values.createdAt ?? '') && consent?.dayEndsAt === undefined;
  return {
    row,
    person: personHash,
    name: contact.name,
    nameParts: person.names.filter(({ word, sound }) => word.length > 1 && sound !== '').map(({ sound }) => sound),
    words: withoutOwn(wordsOf(values, facts.nicheId), values),
    beside: besideOf(judged),
    ip: isLine ? ip : null,
    consentAt: hasTime && consent ? consent.at : null,
    isOnline,
  };
}

/**
 * What a lead without a form of ours is counted by, of its agency. Of consents those of the last day: what is sent late
 * did not come at once, and what came within minutes is counted of consents that were given just before.
 */
export function agencyKeysOf(
  { ip, words, consentAt, beside: { phones, emails } }: Shaped,
  agencyId: string,
  at: Date,
): RequestKeys {
  const isWithin = (ms: number): boolean => consentAt !== null && consentAt > after(at, -ms);
  return {
    ...(ip !== null && isWithin(FRESH_MS) ? { consentNow: `${agencyId} ${networkOf(ip)}` } : {}),
    ...(ip !== null && isWithin(DAY) ? { consentNetwork: `${agencyId} ${networkOf(ip)}` } : {}),
    ...(ip !== null && isIPv4(ip) && isWithin(FRESH_MS) ? { consentNear: `${agencyId} ${netOf(ip)}` } : {}),
    ...(phones === null ? {} : { phonesBeside: `${agencyId} ${phones}` }),
    ...(emails === null ? {} : { emailsBeside: `${agencyId} ${emails}` }),
    ...(words !== null && areLong(words) ? { agencyWords: `${agencyId} ${words}` } : {}),
  };
}

/** What the person wrote freely, where it says something: choices are the same of many people, sentences are not. */
function wordsOf({ comment, answers }: CandidateRow['values'], nicheId: string): string | null {
  const fields = nicheTree().byId(nicheId)?.fields ?? [];
  const free = fields.filter(({ kind }) => kind === 'TEXT').map(({ key }) => answers[key]);
  const text = [comment, ...free].filter(Boolean).join(' ');
  return saysSomething(text, LEAST_WISH) ? fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ') : null;
}

/** Words without those by which one person's row differs from another's: a template into which each name was put is one text. */
function withoutOwn(words: string | null, values: CandidateRow['values']): string | null {
  if (words === null) return null;
  const { fullName, givenName, familyName, city, email, phone } = values;
  const told = [fullName, givenName, familyName, city, email, phone].filter(Boolean).join(' ');
  const own = new Set(wordsIn(told));
  return wordsIn(words)
    .filter((word) => !own.has(word))
    .join(' ');
}

const wordsIn = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
