import { lazily } from '../../../platform/lazily';
import { fold } from './fold';

/** Languages in which files write months out: those of the market's countries and their neighbours. */
const LANGUAGES = ['en', 'de', 'el', 'es', 'fr', 'hu', 'hy', 'it', 'pl', 'ro', 'ru', 'sw', 'tr', 'uk', 'uz', 'uz-Cyrl'];

/** What people cut names to though no dictionary of locales has it. */
const HABITS: Readonly<Record<string, number>> = { sept: 9, szept: 9, maj: 5 };

const SHORTEST = 3;

/** Each beginning of a month's name, of three letters or more; null where months share it, as `iyu` in Uzbek. */
const monthOfStart = lazily(() => {
  const starts = new Map<string, number | null>(Object.entries(HABITS));
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month: style, day, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
          learn(starts, fold(parts.find(({ type }) => type === 'month')!.value).replace(/\.$/, ''), month);
        }
      }
    }
  }
  return starts;
});

function learn(starts: Map<string, number | null>, name: string, month: number): void {
  if (!/^\p{L}+$/u.test(name)) return;
  for (let length = Math.min(SHORTEST, name.length); length <= name.length; length++) {
    const start = name.slice(0, length);
    if (start in HABITS) continue;
    const known = starts.get(start);
    starts.set(start, known === undefined || known === month ? month : null);
  }
}

/** So much of a name's beginning tells the month in every ending that a language gives it. */
const TELLING_LETTERS = 5;

/** 1 to 12 for the name of a month, whole, cut or inflected; undefined for every other word. */
export function monthNamed(word: string): number | undefined {
  const folded = fold(word);
  return monthOfStart().get(folded) ?? monthOfStart().get(folded.slice(0, TELLING_LETTERS)) ?? undefined;
}
