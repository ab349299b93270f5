import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';
import { parse } from 'tldts';
import { readEmail } from './emailSyntax';
import { suggestDomain } from './emailTypos';
import { isFictionDomain } from './fiction';
import { finding, type Finding } from './signals';

export interface EmailVerdict {
  /** Lower-case with an IDNA domain; null when there is no address or it cannot exist. */
  normalised: string | null;
  findings: Finding[];
}

const PLACEHOLDER = /^(?:[-–—.?/\\_]+|n\/?a|none|null|nil|undefined|unknown|no ?e-?mail)$/i;

/** Boxes of a role: several people or nobody reads them. `name+tag` counts as `name`. */
const ROLES: ReadonlySet<string> = new Set(
  `abuse admin administrator billing booking bookings careers contact contactus customercare customerservice
   enquiries enquiry feedback finance help helpdesk hello hostmaster hr info information inquiry it jobs legal
   mail marketing media news newsletter noc no-reply noreply office orders postmaster press privacy reception
   reservations root sales security service shop spam support sysadmin tech webmaster welcome
   iroda kapcsolat titkarsag ugyfelszolgalat epikoinonia grammateia kontakt vertrieb buchhaltung`.split(/\s+/),
);

/** Built once: the package makes the set anew at every look-up of its own. */
const disposable: ReadonlySet<string> = disposableEmailBlocklistSet();

/** Reads an address and says what speaks against it. The address is judged and suggested for, never changed. */
export function checkEmail(text: string | undefined, country: string): EmailVerdict {
  const written = (text ?? '').trim().replace(/^mailto:/i, '');
  if (written === '' || PLACEHOLDER.test(written)) return { normalised: null, findings: [] };
  if (/^<?test lead\b/i.test(written) || written.toLowerCase() === 'test@fb.com') {
    return { normalised: null, findings: [finding('TEST_LEAD')] };
  }
  const read = readEmail(written);
  if (read.why !== undefined) return { normalised: null, findings: [finding('EMAIL_SYNTAX', { why: read.why })] };
  return judge(read.normalised, read.local, read.domain, country);
}

function judge(normalised: string, local: string, domain: string, country: string): EmailVerdict {
  const findings: Finding[] = [];
  const role = local.split('+')[0]!;
  if (ROLES.has(role)) findings.push(finding('EMAIL_ROLE', { role }));
  const { aboutDomain, exists } = judgeDomain(domain, country);
  return {
    normalised: exists ? normalised : null,
    findings: findings.length > 0 ? [...findings, ...aboutDomain] : aboutDomain,
  };
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
  const { isIcann, domain: registered } = parse(domain);
  if (!isIcann || !registered) return { exists: false, aboutDomain: [...slip, finding('EMAIL_DOMAIN_UNKNOWN')] };
  // Domains one slip away from a provider are on lists of throw-away ones: the slip is the likelier story.
  const isDisposable = !suggestion && (disposable.has(domain) || disposable.has(registered));
  return { exists: true, aboutDomain: isDisposable ? [finding('EMAIL_DISPOSABLE')] : slip };
}
