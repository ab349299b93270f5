import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emails } from '../../scripts/benchChecks/emails';
import { names } from '../../scripts/benchChecks/names';
import { phones } from '../../scripts/benchChecks/phones';
import { type Bench, demandText } from '../../scripts/benchChecks/rows';
import { typos } from '../../scripts/benchChecks/typos';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a bench says of a file with this content, its table as "name: figures". */
async function measured(bench: Bench, name: string, content: string) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const { rows, figures, wrong } = await bench.measure(file, () => undefined);
  return {
    rows,
    wrong,
    figures: figures.slice(1).map(([title, ...cells]) => `${title!.trim()}: ${cells.join(' ').trim()}`),
  };
}

test('phones: agreement with a list by locale, and with lines; countries without a plan are left out', async () => {
  const list = [
    { locales: ['en-KE'], valid: ['0722 318906', '0203318906'], invalid: ['12', '+306944848966'] },
    { locales: ['any'], valid: ['1'] },
  ];
  const byLocale = await measured(phones, 'phones.json', JSON.stringify(list));
  expect(byLocale.rows).toBe(4);
  expect(byLocale.figures).toEqual(['valid, accepted: 2 1 50.0 %', 'invalid, refused: 2 2 100.0 %', 'all: 4 3 75.0 %']);
  expect(byLocale.wrong).toEqual(['KE "0203318906": the file says valid']);

  const lines = await measured(
    phones,
    'phones.txt',
    '\ufeff0722 318906\tKE\tvalid\r\n\n6944848966\tGR\tinvalid\n9\tXX\n',
  );
  expect(lines.figures.at(-1)).toBe('all: 2 1 50.0 %');
});

test('e-mails: what is read of each category, and what should not have been', async () => {
  const content = 'a@example.org\tvalid\nä@exämple.org\tvalid\na b@example.org\tinvalid\na@example.org\tinvalid\n';
  const { figures, wrong } = await measured(emails, 'emails.txt', content);
  expect(figures).toEqual(['valid: 2 2 100.0 %', 'invalid: 2 1 50.0 %']);
  expect(wrong).toEqual(['"a@example.org": invalid']);
});

test('typos: right, other, none and false alarms; the country of a person counts', async () => {
  const content = `input\texpected\tclass
u@gmial.com\tu@gmail.com\ttypo
u@gmial.com\tu@mail.com\ttypo
u@firm.example\tu@form.example\ttypo
u@freemal.hu\tu@freemail.hu\tHU
u@gm.com\t
u@gmial.com\tu@gmial.com
`;
  const { figures, wrong } = await measured(typos, 'typos.tsv', content);
  expect(figures).toEqual([
    'with a slip: 4',
    'the right one suggested: 2 50.0 %',
    'another one suggested: 1 25.0 %',
    'nothing suggested: 1 25.0 %',
    'without a slip: 2',
    'false alarms: 1 50.0 %',
  ]);
  expect(wrong).toHaveLength(3);
});

test('names: real ones in any script are accepted, and what is not is told with its reason', async () => {
  const content = 'Οδυσσέας Παπαδόπουλος\nՏիգրան Պետրոսյան\nJo\nasdfgh\n12345\n';
  const { rows, figures, wrong } = await measured(names, 'names.txt', content);
  expect(rows).toBe(5);
  expect(figures.slice(0, 3)).toEqual(['accepted: 3 60.0 %', 'held back for a person: 2 40.0 %', 'refused: 0 0.0 %']);
  expect(wrong).toEqual(['asdfgh: NAME_KEYBOARD_RUN', '12345: NAME_NO_LETTERS']);
});

test.each([
  ['utf16.txt', Buffer.from('\ufeffAnna\n', 'utf16le'), /UTF-16/],
  ['bytes.bin', Buffer.from([1, 0, 200, 3]), /zero bytes/],
  ['latin.txt', Buffer.from('K\xf6v\n', 'latin1'), /no text in UTF-8/],
  ['.', null, /is a folder/],
  ['nowhere.txt', null, /There is no file/],
])('of %s is said why it cannot be measured', async (name, content, words) => {
  const file = path.join(folder, name);
  if (content) writeFileSync(file, content);
  await expect(demandText(file)).rejects.toThrow(words);
});

test('a text in UTF-8 can be measured, also where a letter lies across what is looked at', async () => {
  const file = path.join(folder, 'long.txt');
  writeFileSync(file, `a${'ő'.repeat(40_000)}\n`);
  await expect(demandText(file)).resolves.toBeUndefined();
});

test('JSON that is broken is named, and a list in JSON is not read as one line', async () => {
  await expect(measured(emails, 'broken.json', '[{')).rejects.toThrow(/broken\.json is no JSON: /);
  await expect(measured(typos, 'list.json', '[]')).rejects.toThrow(/list\.json is JSON; this is measured on lines/);
});
