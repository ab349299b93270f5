import { disposableEmailBlocklistSet } from 'disposable-email-domains-js';

/** Built once: the package makes the set anew at every look-up of its own. */
const disposable: ReadonlySet<string> = disposableEmailBlocklistSet();

/** Such services change their domains faster than any list: what they call themselves stays. */
const BRANDS =
  'mailinator|yopmail|guerr?illamail|sharklasers|getnada|mohmal|mailnesia|dispostable|mailcatch|emailondeck|inboxkitten|moakt|tempail|throwam|mintemail|fakeinbox|spamgourmet|trashmail|discardmail|wegwerfmail|jetable';

/** What lasts a while, before or behind the word for mail; a word that also begins others (temple, contemporary) needs it. */
const PASSING =
  'temp(?:orary)?|tmp|throwaway|trash|disposable|discard|burner|fake|guerr?illa|spam|wegwerf|einweg|onetime|oneoff|eldobhato|odnorazov\\w*|vremennay?a|\\d{1,3}(?:min(?:ute)?s?|hours?|sec(?:ond)?s?)';

const NAMED = new RegExp(
  `^(?:\\d{1,3}|the|my|get|your|free|best|go|try|use|i|e)?(?:(?:${BRANDS})\\w*|(?:${PASSING})(?:e?mail|inbox|post|pochta)(?:s|er|o|box|address|adresse|generator|service|plus|pro|app|me|\\d{0,3})?)$|^(?:e?mail|inbox)(?:temp|tmp|throwaway|disposable|trash)$`,
);

/** Whether mail to a domain is read for minutes only: a service of throw-away addresses by a list, or by its name. */
export function isThrowAway(domain: string, registered: string, label: string | null): boolean {
  if (disposable.has(domain) || disposable.has(registered)) return true;
  return NAMED.test((label ?? '').replaceAll('-', ''));
}
