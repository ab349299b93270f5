import { parse } from 'tldts';
import { isForExamples, isPublic } from '../../../platform/visitor/addresses';
import { bareHost, isPublicHost } from '../../../platform/visitor/hosts';
import { type ConsentMethod, type ConsentTold } from './consent';
import { isFictionDomain } from './fiction';
import { finding, type Finding } from './signals';
import { urlIn } from '../../../platform/urlIn';

interface Where {
  /** It was sent by a form of this market, which knows its own page. */
  isOwnForm: boolean;
  /** People were met: a form on a stand's own device stands nowhere in the web. */
  isOffline: boolean;
}

/** What is only noted, as what is not told: the address of a form proves nothing by itself. */
const NOTED_PAGE = 10;
const NOTED_IP = 5;

/** Methods whose page is a part of the record. */
const ON_A_PAGE: ReadonlySet<ConsentMethod> = new Set(['WEB_FORM', 'DOUBLE_OPT_IN']);

/**
 * Whether the page of a consent can have been seen, and its address be that of who gave it: nobody outside a machine sees
 * its localhost, and an address within a house is everybody's. A double opt-in is proof by them, so it is held for either.
 * Not looked at where trials are allowed, whose pages stand on the machine that tries.
 */
export function checkConsentReach({ method, page, ip }: ConsentTold, { isOwnForm, isOffline }: Where): Finding[] {
  const isProof = method === 'DOUBLE_OPT_IN';
  const findings: Finding[] = [];
  if (page !== null && ON_A_PAGE.has(method) && !isOwnForm && !isPublicPage(page))
    findings.push(weighing('CONSENT_PAGE_NOT_PUBLIC', isOffline && !isProof ? NOTED_PAGE : null));
  if (ip !== null && (!isPublic(ip) || isForExamples(ip)))
    findings.push(weighing('CONSENT_IP_NOT_PUBLIC', isProof && !isOwnForm ? null : NOTED_IP));
  return findings;
}

function weighing(code: 'CONSENT_PAGE_NOT_PUBLIC' | 'CONSENT_IP_NOT_PUBLIC', less: number | null): Finding {
  const found = finding(code);
  return less === null ? found : { ...found, weight: less };
}

function isPublicPage(page: string): boolean {
  const address = /^https?:\/\//i.test(page) ? page : `https://${page}`;
  const hostname = urlIn(address)?.hostname;
  if (hostname === undefined) return false;
  const host = bareHost(hostname);
  const { isIp, isIcann } = parse(host);
  return isPublicHost(hostname) && (isIp === true || (isIcann === true && !isFictionDomain(host)));
}
