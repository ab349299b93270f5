import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measure } from '../../scripts/benchClicks/measure';
import { readOptions, WrongArguments } from '../../scripts/benchClicks/options';
import { readVisits } from '../../scripts/benchClicks/visits';

const folder = mkdtempSync(path.join(tmpdir(), 'bench-clicks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PHONE =
  'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';

async function found(name: string, content: string, countries: string[] | null = null) {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const { visits, notes } = await readVisits(file, () => undefined);
  const findings = measure(visits, countries);
  return { findings, notes, counts: Object.fromEntries(findings.map(({ verdict, count }) => [verdict, count])) };
}

test('lines of user agents alone: nobody comes again, and what is a robot is told with a few of them', async () => {
  const { counts, findings } = await found('agents.txt', `\ufeff${PHONE}\r\n${PHONE}\n\n# a note\ncurl/8.5.0\n`);
  expect(counts).toEqual({ VALID: 2, ROBOT_AGENT: 1 });
  expect(findings.at(-1)).toMatchObject({ verdict: 'ROBOT_AGENT', lines: ['curl/8.5.0'] });
});

test('lines with addresses: who comes again, servers, and who is from elsewhere', async () => {
  const lines = [`${PHONE}\t41.90.64.7`, `${PHONE}\t41.90.64.7`, `${PHONE}\t3.5.140.9`, `${PHONE}\t195.251.255.7`];
  const content = [...lines, `\t41.90.64.8`, `${PHONE}\tnowhere`].join('\n');
  const everywhere = await found('lines.txt', content);
  expect(everywhere.counts).toEqual({ VALID: 3, EMPTY_AGENT: 1, DATA_CENTRE: 1, REPEAT: 1 });
  expect(everywhere.notes).toEqual(['1 addresses are none, and were left out.']);
  const kenya = await found('lines.txt', content, ['KE']);
  expect(kenya.counts).toEqual({ VALID: 2, EMPTY_AGENT: 1, DATA_CENTRE: 1, OUT_OF_REGION: 1, REPEAT: 1 });
});

test('whoever comes from within a house is from no country, as at a market that the public reaches', async () => {
  const inside = ['10.0.0.7', '192.168.1.20', '127.0.0.1', '::1', 'fd00::7'];
  const content = ['agent\taddress', ...inside.map((ip) => `${PHONE}\t${ip}`), `${PHONE}\t41.90.64.7`, `${PHONE}\t`];
  for (const countries of [null, ['KE']]) {
    const { counts, notes } = await found('inside.tsv', content.join('\n'), countries);
    expect(counts).toEqual({ VALID: 2, NO_COUNTRY: 5 });
    expect(notes).toEqual([expect.stringMatching(/^5 addresses are within a house/)]);
  }
  const robots = await found('robots.txt', `curl/8.5.0\t10.0.0.7\n${PHONE}\t10.0.0.7\n${PHONE}\t10.0.0.7`);
  expect(robots.counts).toEqual({ ROBOT_AGENT: 1, NO_COUNTRY: 2 });
});

test('a table whose columns are not known is read as lines, and that is said', async () => {
  const { notes } = await found('unknown.csv', `Kennung;Adresse\n${PHONE};41.90.64.7\n"${PHONE}";"41.90.64.8"\n`);
  expect(notes).toEqual([expect.stringMatching(/^2 lines look like rows of a table/)]);
  expect((await found('known.csv', `agent;ip\n"${PHONE}";41.90.64.7\n`)).notes).toEqual([]);
});

test('a table in any order of time: bursts of a sub-id in a minute, and a visitor of the day before', async () => {
  const rows = Array.from({ length: 130 }, (_, at) => [`41.90.${at}.9`, '2026-11-28T10:00:20Z', `"${PHONE}"`, 'mail']);
  rows.push(
    ['41.91.0.9', '2026-11-28T12:00:00Z', `"${PHONE}"`, ''],
    ['41.91.0.9', '27/Nov/2026:13:00:00 +0000', `"${PHONE}"`, ''],
  );
  rows.push(['41.91.0.9', 'at noon', `"${PHONE}"`, '']);
  const { counts, notes } = await found(
    'table.csv',
    ['IP,Time,User-Agent,sub_id', ...rows.map((row) => row.join(','))].join('\n'),
  );
  expect(counts).toMatchObject({ BURST: 10, REPEAT: 1 });
  expect(notes).toEqual(['1 times could not be read; these visits are of no burst.']);
});

test.each([
  ['list.json', '[]', /is JSON/],
  ['empty.txt', '\n\n', /No row of .*empty\.txt could be read/],
  ['headings.csv', 'agent,address\n', /No row of .*headings\.csv could be read/],
  ['addresses.csv', 'ip,country\n41.90.64.7,KE\n', /has no column "agent"; it has ip, country/],
])('of %s is said why it cannot be measured', async (name, content, words) => {
  await expect(found(name, content)).rejects.toThrow(words);
});

test.each([
  [[], /Name one file/],
  [['one.txt', 'two.txt'], /"two\.txt" is a second one/],
  [['one.txt', '--countries', 'Kenya'], /"KENYA" is no country/],
  [['one.txt', '--countries', ','], /names none/],
  [['one.txt', '--what'], /--what/],
])('%s gets a clear message', (words, message) => {
  expect(() => readOptions(words)).toThrow(WrongArguments);
  expect(() => readOptions(words)).toThrow(message);
});

test('countries are read as people write them', () => {
  expect(readOptions(['one.txt', '--countries', 'ke, TZ'])).toEqual({ file: 'one.txt', countries: ['KE', 'TZ'] });
});

test('what comes by a pipe is read as a file is', async () => {
  const pipe = path.join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const writing = writeFile(pipe, `\n\nagent;address\n"${PHONE}";41.90.64.7\ncurl/8.5.0;41.90.64.8`);
  const { visits } = await readVisits(pipe, () => undefined);
  await writing;
  expect(visits.map(({ agent, address }) => [agent, address])).toEqual([
    [PHONE, '41.90.64.7'],
    ['curl/8.5.0', '41.90.64.8'],
  ]);
});
