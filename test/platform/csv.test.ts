import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvRow, type CsvValue, unguarded } from '../../server/platform/csv';

const cellOf = (value: CsvValue): string => parse(csvRow(['start', value]), { trim: false })[0]?.[1] ?? '';

describe('a cell that could be a formula is made plain text (S43)', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+1+cmd|calc', "'+1+cmd|calc"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['  =1', "'  =1"],
    ['a,=1', "a,'=1"],
    ['a; @x', "a; '@x"],
    ['"=1', `"'=1`],
    ["'=1", "''=1"],
    ['a\n=1', "a\n'=1"],
  ])('%j is written as %j', (value, written) => {
    expect(cellOf(value)).toBe(written);
  });

  test('whatever users write, no cell starts a formula at its start or after a separator, quote or line break', () => {
    const risky = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ',', ';', '|', '"', "'", ' ', 'a', '1'),
    });
    fc.assert(
      fc.property(risky, (value) => {
        const written = cellOf(value);
        fc.pre(!/^[+-]\d+(\.\d+)?$/.test(value));
        expect(written).not.toMatch(/^[ \u00a0]*[=+\-@\t\r]/);
        const behindMarker = written.replace(/^'/, '');
        expect(behindMarker).not.toMatch(/[,;|"'\t\r\n][ \u00a0]*(?<!')[=+\-@]/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is harmless stays as it is', () => {
  test.each([
    ['+254712345678'],
    ['-12.05'],
    ['+1'],
    ['Νίκος Παπαδόπουλος'],
    ["O'Brien"],
    ['anna-maria@example.com'],
    ['a "quoted" word'],
  ])('%j', (value) => {
    expect(cellOf(value)).toBe(value);
  });

  test('numbers, moments and nothing', () => {
    const at = new Date('2026-11-23T10:00:00.000Z');
    expect(csvRow([-5, 12n, true, at, null, undefined])).toBe('-5,12,true,2026-11-23T10:00:00.000Z,,\r\n');
  });

  test('separators, quotes and line breaks inside a cell do not end it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ') }), { minLength: 2 }),
        (values) => {
          const [row] = parse(csvRow(values), { trim: false });
          expect(row).toEqual(values);
        },
      ),
    );
  });

  test('whatever was made safe reads back as it was, but for an apostrophe before a tab, which nobody types', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', "'", ' ', '\t', '\n', '=', '-', '+', '@', '5', '|'),
    });
    fc.assert(
      fc.property(text, (value) => {
        fc.pre(!/^' *\t/.test(value));
        expect(unguarded(cellOf(value))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });
});
