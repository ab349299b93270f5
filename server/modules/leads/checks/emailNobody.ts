import { parse } from 'tldts';
import { isTyped } from './names/keyRuns';
import { plainWords, wordSet } from './names/wordSet';

/** Boxes that programs write from: whatever is sent there is thrown away, at any domain. */
const NO_REPLY =
  /^(?:no|not|never|dont|do[._-]?not)[._-]?(?:reply|replies|respond|answer)\d*$|^mailer[._-]?daemon$|^bounces?$|^dev[._-]?null$/;

export const reachesNobody = (local: string): boolean => NO_REPLY.test(local);

/** What people write before the @ to say that they give no address; nobody's box is called so. */
const NO_ADDRESS: ReadonlySet<string> = wordSet(`
  none, noemail, noemails, nomail, no email, no mail, noaddress, notgiven, not given, nobody, unknown, undefined, null, nonexistent,
  donthaveone, donthave, dont have, idonthave, noway, nothing, fake, fakeemail, fakemail, fake email, notreal, anonymous, youremail, your email,
  yourname, your name, myemail, example, test, tests, testing, testtest, test test, testuser, test user, nincs, nincsemail, nincs email, semmi, sijui, keineemail,
  denexo, den exo, kanenas, tipota, netu, netpochty, yoq, emailyoq, chka, chunem, sinemail`);

/** What stands on both sides of the @ of an address that was made up at once: test@test.com. */
const ON_BOTH_SIDES: ReadonlySet<string> = wordSet(`
  test, tests, testing, tester, teszt, proba, demo, sample, dummy, temp, fake, email, mail, gmail, hotmail, yahoo, name, domain, user, admin,
  me, you, abc, xyz, foo, bar, blah, bla, lol, asd, qwe, spam, trash, any, some, someone, somebody, nope, nada, jaribio, na, noone, senki, hakuna, sina, kein, keine`);

/** Domains that forms show as examples; their owners give no boxes to people. */
const SHOWN: ReadonlySet<string> = new Set(['domain', 'yourdomain', 'mydomain', 'yourcompany', 'company', 'website']);

/**
 * Whether an address was written to leave none: its name says so, was typed along the keys, or stands on both sides of the
 * @ and is nobody's (smith@smith.com is somebody's).
 */
export function standsForNone(local: string, domain: string): boolean {
  const words = plainWords(local);
  const word = words.join('');
  if (NO_ADDRESS.has(words.join(' ')) || NO_ADDRESS.has(word)) return true;
  if (word.length >= 4 && word === local && isTyped([word])) return true;
  const label = (parse(domain).domainWithoutSuffix ?? '').replace(/[^a-z0-9]/g, '');
  if (SHOWN.has(label)) return ON_BOTH_SIDES.has(word);
  if (word !== label) return false;
  return word.length <= 2 || ON_BOTH_SIDES.has(word) || /^(.)\1+$/.test(word) || isTyped([word]) || /^\d+$/.test(word);
}
