import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measure } from '../../scripts/benchDedupe/measure';
import { readOptions, WrongArguments } from '../../scripts/benchDedupe/options';
import { readRecords } from '../../scripts/benchDedupe/records';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dedupe-'));
  await writeFile(
    path.join(folder, 'people.csv'),
    [
      'rec_id, given_name, surname, date_of_birth, suburb',
      'rec-1-org, kayla, harrington, 19150612, coolaroo',
      'rec-2-org, darcie, turtur, 19530313, yass',
      'rec-1-dup-0, kalya, harrington, 19150612, coolaroo',
      'rec-1-dup-1, harrington, kayla, 19150621, coolaroo',
    ].join('\n'),
  );
  await writeFile(
    path.join(folder, 'others.csv'),
    'rec_id;given_name;surname;date_of_birth;suburb\nrec-2-dup-0;darcie;turtru;19530313;yass\n',
  );
});
afterAll(() => rm(folder, { recursive: true }));

const MAP = 'given=given_name,family=surname,birth=date_of_birth,city=suburb';
const inFolder = (name: string): string => path.join(folder, name);

async function run(...more: string[]) {
  const options = readOptions([inFolder('people.csv'), '--map', MAP, '--id', 'rec_id', ...more])!;
  const first = await readRecords(options.file, options, () => undefined);
  const second = options.link ? await readRecords(options.link, options, () => undefined) : null;
  return measure(first, second, () => undefined);
}

test('copies of one record are one person, found by the market’s own comparison', async () => {
  expect(await run()).toMatchObject({ truePairs: 3, upper: { pairs: 3, right: 3 }, lower: { pairs: 3, right: 3 } });
});

test('the same phone or e-mail counts as it does in the market, and wrong pairs are listed with what they tell', async () => {
  const file = inFolder('houses.csv');
  await writeFile(
    file,
    [
      'id,given,family,phone,email',
      '1,Edwina,Carruthers,+447400661101,carruthers.family@mail.example',
      '1,Edwina,Caruthers,,carruthers.family@mail.example',
      '2,Marcus,Carruthers,+447911661202,carruthers.family@mail.example',
      '3,Evanthia,Tzortzopoulou,+306945557101,',
      '4,Wolfgang,Brandt,+306945557101,',
      '5,Henry,Caldwell,+447400771303,',
      '6,Henry,Caldwell,+447400771303,',
    ].join('\n'),
  );
  const map = 'given=given,family=family,phone=phone,email=email';
  const options = readOptions([file, '--map', map, '--id', 'id', '--show', '5'])!;
  const measured = measure(await readRecords(file, options, () => undefined), null, () => undefined);
  expect(measured).toMatchObject({ truePairs: 1, upper: { pairs: 2, right: 1 }, lower: { pairs: 5, right: 1 } });
  expect(options.show).toBe(5);
  expect(measured.wrong.filter(({ isMerged }) => isMerged)).toEqual([
    {
      isMerged: true,
      one: expect.objectContaining({ line: 'row 6: Henry, Caldwell, +447400771303' }),
      other: expect.objectContaining({ line: 'row 7: Henry, Caldwell, +447400771303' }),
    },
  ]);
});

test('with a second file pairs are across the two only', async () => {
  expect(await run('--link', inFolder('others.csv'))).toMatchObject({ truePairs: 1, upper: { pairs: 1, right: 1 } });
});

test.each([
  ['no file', [], /Name the file/],
  ['a file that is not there', ['nowhere.csv', '--map', 'given=a', '--id', 'b'], /There is no file nowhere\.csv/],
  ['no map', ['package.json', '--id', 'b'], /which column is what/],
  ['no id', ['package.json', '--map', 'given=a'], /--id COLUMN/],
  ['a field that is none', ['package.json', '--map', 'shoe=a', '--id', 'b'], /"shoe" cannot be compared by/],
  ['a field without a column', ['package.json', '--map', 'given', '--id', 'b'], /given=COLUMN/],
  ['a number of pairs that is none', ['package.json', '--map', 'given=a', '--id', 'b', '--show', 'all'], /--show 20/],
  ['an option that is none', ['package.json', '--what'], /--what/],
])('%s gets a clear message', (_what, words, message) => {
  expect(() => readOptions(words)).toThrow(WrongArguments);
  expect(() => readOptions(words)).toThrow(message);
});

test('a column that the file lacks is named beside those that it has', async () => {
  const options = readOptions([inFolder('people.csv'), '--map', 'given=first', '--id', 'rec_id'])!;
  await expect(readRecords(options.file, options, () => undefined)).rejects.toThrow(
    /no column "first"; it has rec_id, given_name/,
  );
});
