import { isIP } from 'node:net';
import { OLD_MS } from './captured';
import { denialIn } from './consentDenied';
import { isMarketPage } from './marketPage';
import { type Clocks, type PastTime, readPast } from './pastTimes';
import { finding, type Finding } from './signals';
import { isWebPage } from './webPage';
import { LEAST_CONSENT, saysSomething } from './wording';
import { yesOrNo } from './yesNo';

export const CONSENT_METHODS = [
  'WEB_FORM',
  'DOUBLE_OPT_IN',
  'SOCIAL_FORM',
  'MESSENGER',
  'PAPER_FORM',
  'RECORDED_CALL',
] as const;

export type ConsentMethod = (typeof CONSENT_METHODS)[number];

/** What a person agreed to, as told by the agency, before it is stored. */
export interface ConsentTold {
  text: string;
  page: string | null;
  at: Date;
  /** Where only a day was told: when it is over. It may have been given until then. */
  dayEndsAt?: Date;
  ip: string | null;
  method: ConsentMethod;
  /** The market itself saw it given: its own form was sent. */
  isSeen?: true;
  /** The browser that sent the form, as the server itself saw it; what others say of browsers is no proof. */
  userAgent?: string | null;
  /** Whom the form named: one of this market, or as the agency says of its own. */
  namedRecipients?: readonly string[];
}

type Part = 'page' | 'ip';

/** What a record needs beside text, time and method: paper and calls have no page and no address. */
const NEEDED: Readonly<Record<ConsentMethod, readonly Part[]>> = {
  WEB_FORM: ['page'],
  DOUBLE_OPT_IN: ['page', 'ip'],
  SOCIAL_FORM: [],
  MESSENGER: [],
  PAPER_FORM: [],
  RECORDED_CALL: [],
};

const ONLINE: ReadonlySet<ConsentMethod> = new Set(['WEB_FORM', 'DOUBLE_OPT_IN', 'SOCIAL_FORM']);

const METHOD_WORDS: readonly [ConsentMethod, RegExp][] = [
  ['DOUBLE_OPT_IN', /double|confirmed|\bdoi\b/],
  ['SOCIAL_FORM', /social|facebook|instagram|meta|linkedin|tiktok|lead ?form|lead ?ad/],
  ['MESSENGER', /messenger|whatsapp|telegram|viber|chat/],
  ['RECORDED_CALL', /call|phone|voice/],
  ['PAPER_FORM', /paper|offline|flyer|event|print/],
  ['WEB_FORM', /web|form|site|landing|online|page|check ?box|opt ?in|single/],
];

/** The method meant by a cell's text; null for none known. */
function readConsentMethod(text: string | undefined): ConsentMethod | null {
  const folded = (text ?? '').toLowerCase().replace(/[_-]+/g, ' ').trim();
  if (folded === '') return null;
  return METHOD_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

interface ConsentInput {
  /** The row's own: a text, or yes or no to that of the batch. */
  text: string | undefined;
  /** The batch's. */
  usualText: string | undefined;
  /** The row's own, and the batch's. */
  page: string | undefined;
  usualPage: string | undefined;
  /** A form of this market was sent, which knows its own page. */
  isOwnForm?: boolean;
  at: string | undefined;
  ip: string | undefined;
  method: string | undefined;
  /** When the person left the contact: on a form that is when consent was given. */
  captured: PastTime | null;
  /** A time when the contact was left is given, but says nothing. */
  isCapturedUnreadable: boolean;
  /** The batch's time, of rows that tell none that can be read. */
  usualAt: Date | undefined;
  clocks: Clocks;
  now: Date;
}

/**
 * The consent record of a row, and what speaks against it. Null where a part is missing without which a buyer could not
 * prove consent: such a row is refused, for a lead without a consent record can never be listed. So is one of more than two
 * years ago: nobody at the market can renew it.
 */
export function checkConsent(input: ConsentInput): { consent: ConsentTold | null; findings: Finding[] } {
  const text = textOf(input.text?.trim() ?? '', input.usualText?.trim() ?? '');
  if (text === null) return { consent: null, findings: [finding('CONSENT_REFUSED')] };
  if (text === '') return { consent: null, findings: [finding('CONSENT_MISSING')] };
  const denial = denialIn(text);
  if (denial === 'NO') return { consent: null, findings: [finding('CONSENT_REFUSED')] };
  const method = readConsentMethod(input.method);
  const { time, isUnreadable } = timeOf(input);
  const ip = input.ip !== undefined && isIP(input.ip.trim()) !== 0 ? input.ip.trim() : null;
  const { page, isOdd, isMarkets } = pageOf(input);
  const missing = missingParts({ text, method, hasTime: time !== null || isUnreadable, ip, page });
  const findings = isUnreadable ? [time ? finding('FACT_UNREADABLE', { field: 'time' }) : TIME_UNREADABLE] : [];
  if (denial === 'BOTH') findings.push(finding('CONSENT_CONTRADICTS'));
  if (isOdd) findings.push(finding('CONSENT_PAGE_UNREADABLE'));
  if (isMarkets) findings.push(finding('CONSENT_PAGE_OF_MARKET'));
  if (missing.length > 0) findings.push(finding('CONSENT_INCOMPLETE', { parts: listed(missing) }));
  if (!method || !time || missing.length > 0) return { consent: null, findings };
  return {
    consent: { text, page, at: time.at, ip, method, ...(time.dayEndsAt ? { dayEndsAt: time.dayEndsAt } : {}) },
    findings: [...findings, ...time.findings, ...checkTimeAndIp({ method, ip, ...time }, input.now)],
  };
}

const TIME_UNREADABLE = finding('CONSENT_TIME_UNREADABLE');

/** What was agreed to: the row's text where it says something, else the batch's; null where the row says no. */
function textOf(own: string, usual: string): string | null {
  const answer = yesOrNo(own);
  if (answer === false || denialIn(own) === 'NO') return null;
  if (answer === true) return usual || own;
  return usual === '' || saysSomething(own, LEAST_CONSENT) ? own || usual : usual;
}

/**
 * The row's own page, else the batch's; what stands there and is no page of the web, such as a script, is none. Nor is one
 * of this market of what no form of it sent: it would look as if the market had seen the consent given.
 */
function pageOf({ page, usualPage, isOwnForm = false }: Pick<ConsentInput, 'page' | 'usualPage' | 'isOwnForm'>) {
  const [own = '', usual = ''] = [page, usualPage].map((text) => text?.trim());
  const isOdd = own !== '' && !isWebPage(own);
  const taken = (isOdd ? usual : own || usual) || null;
  const isMarkets = taken !== null && !isOwnForm && isMarketPage(taken);
  return { page: isMarkets ? null : taken, isOdd, isMarkets };
}

/** The row's own time of consent, else when the contact was left, else the batch's time. */
function timeOf({ at, captured, usualAt, clocks, isCapturedUnreadable, now }: ConsentInput) {
  const own = readPast(at, clocks, now);
  const isUnreadable = own === null && (at !== undefined || (captured === null && isCapturedUnreadable));
  const usual: PastTime | null = usualAt ? { at: usualAt < now ? usualAt : now, isAhead: false, findings: [] } : null;
  return { time: own ?? (at === undefined ? captured : null) ?? usual, isUnreadable };
}

const TEXT = 'a text that says what was agreed to';
const TOO_SHORT = `what is given is too short, it needs at least ${LEAST_CONSENT.words} different words and ${LEAST_CONSENT.letters} letters`;

function missingParts(parts: {
  text: string;
  method: ConsentMethod | null;
  hasTime: boolean;
  ip: string | null;
  page: string | null;
}): string[] {
  const missing: string[] = [];
  const saysWhat = saysSomething(parts.text, LEAST_CONSENT);
  if (!saysWhat && !parts.text) missing.push(TEXT);
  if (!parts.method) missing.push('the method');
  if (!parts.hasTime) missing.push('the time');
  const needed = parts.method ? NEEDED[parts.method] : [];
  if (needed.includes('page') && !parts.page) missing.push('the page');
  if (needed.includes('ip') && !parts.ip) missing.push('the IP address');
  // At the end, since it goes on to say what the text that is there needs.
  if (!saysWhat && parts.text) missing.push(`${TEXT}: ${TOO_SHORT}`);
  return missing;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function checkTimeAndIp(
  { method, at, isAhead, ip }: { method: ConsentMethod; at: Date; isAhead: boolean; ip: string | null },
  now: Date,
): Finding[] {
  const findings: Finding[] = [];
  if (isAhead) findings.push(finding('CONSENT_TIME_IMPOSSIBLE'));
  if (at.getTime() < now.getTime() - OLD_MS) findings.push(finding('CONSENT_OLD'));
  if (!ip && ONLINE.has(method)) findings.push(finding('CONSENT_NO_IP'));
  return findings;
}
