import { isSupportedCountry } from 'libphonenumber-js/max';
import { checkPhone } from '../../server/modules/leads/checks/phone';
import { type Bench, cellsOf, jsonRows, share, Tally } from './rows';

interface Row {
  number: string;
  country: string;
  isValid: boolean;
}

/** A mobile number of the country it is told for, read as a lead's would be. */
function isMobileOf(number: string, country: string): boolean {
  const { e164, line, findings } = checkPhone(number, country);
  return e164 !== null && line === 'MOBILE' && !findings.some(({ code }) => code === 'PHONE_OTHER_COUNTRY');
}

async function* rowsOf(file: string, tell: (rows: number) => void): AsyncGenerator<Row> {
  const listed = await jsonRows(file);
  for (const { locales, valid, invalid } of listed ?? []) {
    const [locale] = Array.isArray(locales) ? (locales as unknown[]) : [];
    const country = typeof locale === 'string' ? (locale.split('-').at(-1) ?? '') : '';
    if (!isSupportedCountry(country)) continue;
    for (const number of textsOf(valid)) yield { number, country, isValid: true };
    for (const number of textsOf(invalid)) yield { number, country, isValid: false };
  }
  if (listed) return;
  for await (const [number = '', country = '', said = ''] of cellsOf(file, tell)) {
    if (isSupportedCountry(country)) yield { number, country, isValid: said.trim() !== 'invalid' };
  }
}

const textsOf = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];

export const phones: Bench = {
  help: `FILE is a list in JSON of { "locales": ["en-KE"], "valid": [...], "invalid": [...] } (mobile numbers), or a text with
a line each: number, tab, country (KE), tab, valid or invalid. Rows of countries that have no numbering plan are left out.`,
  wrongAre: 'Judged otherwise than the file says',
  async measure(file, tell) {
    const agreed = new Tally();
    const wrong: string[] = [];
    for await (const { number, country, isValid } of rowsOf(file, tell)) {
      const isRight = isMobileOf(number, country) === isValid;
      agreed.add(isValid ? 'valid' : 'invalid', isRight);
      if (!isRight) wrong.push(`${country} ${JSON.stringify(number)}: the file says ${isValid ? 'valid' : 'invalid'}`);
    }
    const [valid, invalid] = [agreed.of('valid'), agreed.of('invalid')];
    const rows = valid.all + invalid.all;
    const figures = [
      ['mobile numbers', 'rows', 'agreed', 'share'],
      ['valid, accepted', String(valid.all), String(valid.some), share(valid.some, valid.all)],
      ['invalid, refused', String(invalid.all), String(invalid.some), share(invalid.some, invalid.all)],
      ['all', String(rows), String(valid.some + invalid.some), share(valid.some + invalid.some, rows)],
    ];
    return { rows, figures, wrong };
  },
};
