import { randomUUID } from 'node:crypto';

const LETTERS = 'ghijklmnop';

/** Letters by chance, for a name that nobody else has: digits in a row would be a phone number, which no trading name holds. */
export const randomWord = (): string =>
  randomUUID()
    .replaceAll('-', '')
    .replaceAll(/[0-9]/g, (digit) => LETTERS[Number(digit)]!)
    .slice(0, 12);
