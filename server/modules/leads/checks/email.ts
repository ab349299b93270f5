import { parse } from 'tldts';
import { known } from '../known';
import { readEmail } from './emailSyntax';
import { reachesNobody, standsForNone } from './emailNobody';
import { whyNotLetters } from './emailLetters';
import { addressMeantBy } from './emailMend';
import { isThrowAway } from './emailThrowAway';
import { suggestDomain, suggestMended } from './emailTypos';
import { isFictionDomain } from './fiction';
import { saysNone } from './saysNone';
import { finding, type Finding, type SignalCode, whenReachable } from './signals';

export interface EmailVerdict {
  /** Lower-case with an IDNA domain; null when there is no address or it cannot exist. */
  normalised: string | null;
  /** The address that was read, to write to: as it was left, without what stood around it. Null where none was read. */
  address: string | null;
  /** The address that was probably meant where this one has a slip: to be proposed, never taken. */
  meant: string | null;
  /** What else stands in the field and can exist, in lower case with an IDNA domain. */
  others: readonly string[];
  findings: Finding[];
}

/** Boxes of a role: several people or nobody reads them. `name+tag` counts as `name`. */
const ROLES: ReadonlySet<string> = new Set(
  `abuse admin administrator billing booking bookings careers contact contactus customercare customerservice
   enquiries enquiry feedback finance help helpdesk hello hostmaster hr info information inquiry it jobs legal
   mail marketing media news newsletter noc office orders postmaster press privacy reception
   reservations root sales security service shop spam support sysadmin tech webmaster welcome
   iroda kapcsolat titkarsag ugyfelszolgalat epikoinonia grammateia kontakt vertrieb buchhaltung`.split(/\s+/),
);

/** Letters without width, which come along when an address is copied from a page. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Nothing that is longer holds an address and little else. */
const LONGEST_CHARS = 500;

/** Most addresses: nothing stands around them. */
const BARE = /^[\w.+%-]+@[\w.-]+$/;

/** Letters, digits and signs as East Asian keyboards write them: `＠`, `ｇｍａｉｌ．ｃｏｍ`. */
const FULL_WIDTH = /[\uff01-\uff5e\ufe6b\u3002]/g;
const ofUsualWidth = (sign: string): string =>
  sign === '\ufe6b' ? '@' : sign === '\u3002' ? '.' : String.fromCodePoint(sign.codePointAt(0)! - 0xfee0);

/** What people write in front of an address, with or without a colon; with one it may be anything: `Работа: juma@…`. */
const LABEL = new RegExp(
  String.raw`^(?:(?:(?:my |meine? )?e[-.]?mail(?:[- ]?(?:address|adresse|cím|címem|is|ist))?|mail|courriel|barua pepe(?: yangu)?|` +
    String.raw`(?:эл(?:\.|ектронная)? ?)?почта|имейл|мейл|емейл|мыло|(?:elektron )?pochta|pochtam|(?:az )?emailem|` +
    String.raw`(?:ηλ\.? ?ταχ(?:\.|υδρομείο)|ι?μέιλ|ιμειλ|μαιλ)|էլ\.? ?(?:փոստ|հասցե)|փոստ)\s*[:=–—-]*\s+|` +
    String.raw`\p{L}[\p{L}\p{M} .'-]{0,30}[:=]\s*)(?=[^\s:/@]+@[^\s@]+$|[^\s:/@]+$|[^\s:/@]+\s+\S+$)`,
  'iu',
);

/** A remark in brackets around an address, not `(at)` within one. */
const REMARKS = /^\s*\([^()@]*\)\s*(?=\S+@\S+$)|(?<=^\S+@\S+)\s*[([{][^()[\]{}@]*[)\]}]\s*$/gu;

/** What parts addresses: a sign, a gap, a short word such as "or", "oder", "és", "или". */
const BETWEEN_ADDRESSES = /\s*[,;|]\s*|\s*\/\s*(?=[^\s/@]+@)|\s+(?:[\p{L}&+/-]{1,5}\s+)?(?=[^\s@]+@)/iu;

/**
 * An address without what programs and people put around it: `mailto:`, a name before `<…>`, a label, a remark, quotes, a
 * comma; and those that stand beside it.
 */
function bare(text: string): { written: string; others: string[] } {
  if (BARE.test(text)) return { written: text, others: [] };
  if (text.length > LONGEST_CHARS) return { written: text.trim(), others: [] };
  const written = text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, ofUsualWidth)
    .trim()
    .replace(/^mailto:\s*/i, '')
    .replace(LABEL, '')
    .replace(REMARKS, '')
    .replace(/(@[^?\s]+)\?[a-z]+=.*$/i, '$1');
  const inBrackets = /^[^<>]*<\s*([^<>]+@[^<>]+?)\s*>[,;]?$/.exec(written)?.[1] ?? written;
  const unquoted = /^(["'“‘«]+)([^"'“”‘’«»\s]+@[^"'“”‘’«»\s]+?)["'”’»]+$/.exec(inBrackets)?.[2] ?? inBrackets;
  const [first = '', ...behind] = unquoted.split(BETWEEN_ADDRESSES);
  const others = behind.filter((other) => other !== '');
  const areAddresses = [first, ...others].every((one) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(one));
  return areAddresses ? { written: first.replace(/^mailto:/i, ''), others } : { written: unquoted, others: [] };
}

/** Reads an address and says what speaks against it. The address is judged and suggested for, never changed. */
export function checkEmail(text: string | undefined, country: string): EmailVerdict {
  const { written, others } = bare(text ?? '');
  const verdict = checkAddress(written, country);
  if (others.length === 0) return verdict;
  const read = others.map((other) => checkAddress(other, country).normalised);
  const unlike = new Set(read.filter((other) => other === null || other !== verdict.normalised));
  if (unlike.size === 0) return verdict;
  return { ...verdict, others: known([...unlike]), findings: [...verdict.findings, finding('EMAIL_SEVERAL')] };
}

function checkAddress(written: string, country: string): EmailVerdict {
  if (written === '' || saysNone(written)) return NOTHING;
  if (/^<?test lead\b/i.test(written) || written.toLowerCase() === 'test@fb.com') {
    return { ...NOTHING, findings: [finding('TEST_LEAD')] };
  }
  const read = readEmail(written);
  if (read.why !== undefined) {
    const suggestion = suggestMended(written, country);
    const slip = suggestion ? [finding('EMAIL_TYPO', { suggestion })] : [];
    return {
      ...NOTHING,
      meant: addressMeantBy(written, country),
      findings: [finding('EMAIL_SYNTAX', { why: read.why }), ...slip],
    };
  }
  const { findings: found, exists: isThere } = judge(read.local, read.domain, country);
  const why = whyNotLetters(read.local, read.domain);
  const exists = isThere && why === null;
  const findings = why === null ? found : [finding('EMAIL_SYNTAX', { why }), ...found];
  return {
    normalised: exists ? read.normalised : null,
    address: exists ? addressOf(written, read.domain) : null,
    meant: findings.some(({ code }) => isOfSlip(code)) ? addressMeantBy(written, country) : null,
    others: [],
    findings,
  };
}

/** The domain as it was written where it has letters beyond ASCII; full-width letters and the like are their plain ones. */
function addressOf(written: string, domain: string): string {
  const [, local = '', writtenDomain = ''] = /^(.*)@(.*)$/s.exec(written.normalize('NFC').toLowerCase()) ?? [];
  return `${local}@${domain.includes('xn--') ? writtenDomain : domain}`;
}

const NOTHING: EmailVerdict = { normalised: null, address: null, meant: null, others: [], findings: [] };

const SLIPS: readonly SignalCode[] = ['EMAIL_SYNTAX', 'EMAIL_DOMAIN_UNKNOWN', 'EMAIL_TYPO'];

/** Whether a finding may come of a slip in writing the address. */
export const isOfSlip = (code: string): boolean => SLIPS.some((slip) => slip === code);

/** What one slip weighs beside a sound phone, whatever it has made of the address: worth a note. */
const SLIP_WEIGHT = 30;

/** What is found of an address where the person can be reached by phone: a slip that can be told counts once, and lightly. */
export function besidePhone({ meant, findings }: EmailVerdict): Finding[] {
  const light = whenReachable(findings);
  const slips = light.filter(({ code }) => isOfSlip(code));
  if (meant === null || slips.length === 0) return light;
  return light.map((found) =>
    isOfSlip(found.code) ? { ...found, weight: Math.min(found.weight, SLIP_WEIGHT / slips.length) } : found,
  );
}

function judge(local: string, domain: string, country: string): { findings: Finding[]; exists: boolean } {
  const role = local.split('+')[0]!;
  const { aboutDomain, exists } = judgeDomain(domain, country);
  return { findings: [...aboutLocal(role, domain), ...aboutDomain], exists };
}

/** What the name before the @ says: that nobody reads there, that there is no address, or that several people read it. */
function aboutLocal(local: string, domain: string): Finding[] {
  if (reachesNobody(local)) return [finding('EMAIL_NO_REPLY')];
  if (standsForNone(local, domain)) return [finding('EMAIL_PLACEHOLDER')];
  return ROLES.has(local) ? [finding('EMAIL_ROLE', { role: local })] : [];
}

interface DomainVerdict {
  exists: boolean;
  aboutDomain: Finding[];
}

/** Most addresses of a file share a few domains: verdicts are kept up to this many, then forgotten all at once. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, DomainVerdict>();

function judgeDomain(domain: string, country: string): DomainVerdict {
  const question = `${country}|${domain}`;
  const known = remembered.get(question);
  if (known) return known;
  const verdict = lookAtDomain(domain, country);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(question, verdict);
  return verdict;
}

function lookAtDomain(domain: string, country: string): DomainVerdict {
  if (isFictionDomain(domain)) return { exists: true, aboutDomain: [finding('EMAIL_FICTION')] };
  const suggestion = suggestDomain(domain, country);
  const slip = suggestion ? [finding('EMAIL_TYPO', { suggestion })] : [];
  const { isIcann, domain: registered, domainWithoutSuffix } = parse(domain);
  if (!isIcann || !registered) return { exists: false, aboutDomain: [...slip, finding('EMAIL_DOMAIN_UNKNOWN')] };
  // Domains one slip away from a provider are on lists of throw-away ones: the slip is the likelier story.
  const isDisposable = !suggestion && isThrowAway(domain, registered, domainWithoutSuffix);
  return { exists: true, aboutDomain: isDisposable ? [finding('EMAIL_DISPOSABLE')] : slip };
}
