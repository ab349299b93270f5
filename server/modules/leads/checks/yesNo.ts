import { fold } from './fold';

const words = (text: string): ReadonlySet<string> =>
  new Set(
    fold(text)
      .trim()
      .split(/\s*[,\n]\s*/),
  );

/** How a ticked box is exported and how people say yes, in the languages of the market. */
const YES =
  words(`1, y, yes, true, t, x, ok, on, v, ✓, ✔, ☑, ✅, agree, agreed, i agree, i consent, accept, accepted, consented, granted,
  given, opt-in, opt in, opted in, opted-in, optin, confirmed, checked, subscribed, yes i agree, i accept,
  ja, j, zugestimmt, akzeptiert, igen, i, elfogadom, elfogadva, hozzajarulok, ναι, ν, συμφωνω, αποδεχομαι, да, согласен,
  согласна, այո, համաձայն եմ, ha, xa, roziman, ndiyo, ndio, nakubali, ҳа, розиман, si, oui, sim, tak, ano, evet`);

const NO =
  words(`0, n, no, false, f, off, none, not given, denied, declined, refused, disagree, i disagree, opt-out, opt out, opted out,
  opted-out, optout, unchecked, unsubscribed, withdrawn, revoked, rejected, no consent, do not contact, do not call,
  nein, nicht zugestimmt, nem, nem fogadom el, οχι, ο, δεν συμφωνω, нет, не согласен, не согласна, ոչ, yo'q, yoʻq, yo‘q, yoq,
  yo’q, йўқ, hapana, sikubali, non, nao, nie, ne, hayir`);

const plain = (text: string): string =>
  fold(text)
    .replace(/[\s.!]+$/u, '')
    .trim()
    .replace(/\s+/g, ' ');

const LONGEST_CHARS = 40;

/** What a cell answers to a question of yes or no; null where it says something else. */
export function yesOrNo(text: string): boolean | null {
  if (text.length > LONGEST_CHARS) return null;
  const word = plain(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

export const isYesOrNo = (text: string): boolean => yesOrNo(text) !== null;
