import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toldIn } from '../../client/src/app/toldIn';
import { FIRST_VALUES } from '../../server/modules/pricing/factors';
import { priceWith } from '../../server/modules/pricing/rules';
import { money } from '../../server/platform/money';
import { serverSentences } from '../../scripts/serverSentences';

/** What the server says is told in other languages by a file of sentences, and by nothing else. */

const FILE = path.join(__dirname, '../../client/src/locales/en/told.json');

test('the file for translators has every sentence of the server (npm run sentences)', () => {
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(serverSentences());
});

const told = toldIn({
  'Capital city': 'Hauptstadt',
  'Hot lead': 'Heißer Lead',
  'On sale for {{ageDays}} days': 'Seit {{ageDays}} Tagen im Angebot',
  'The lead is {{state}}. Nothing was done.': 'Der Lead ist {{state}}. Nichts geschah.',
  'There is no such {{what}}.': 'Das gibt es nicht: {{what}}.',
  'Give a whole number.': 'Gib eine ganze Zahl an.',
  'The buyer’s log: {{attempts}} attempts on {{days}} days.': '{{days}} Tage, {{attempts}} Versuche.',
  listing: 'Angebot',
});

test.each([
  ['Give a whole number.', 'Gib eine ganze Zahl an.'],
  ['There is no such card.', 'Das gibt es nicht: card.'],
  ['There is no such listing.', 'Das gibt es nicht: Angebot.'],
  ['The buyer’s log: 3 attempts on 2 days.', '2 Tage, 3 Versuche.'],
  ['Capital city: +40%', 'Hauptstadt: +40%'],
  ['There is no such card. Give a whole number.', 'Das gibt es nicht: card. Gib eine ganze Zahl an.'],
  ['Give a whole number. Some words of a person.', 'Gib eine ganze Zahl an. Some words of a person.'],
  ['A sentence that no file has.', 'A sentence that no file has.'],
  ['', ''],
])('%j is told as %j', (english, german) => {
  expect(told(english)).toBe(german);
});

test('the reasons of a price are told, whatever their figures', () => {
  const terms = {
    base: money(2500n, 'USD'),
    baseLabel: 'Motor insurance, per lead',
    countryBps: 4000,
    countryName: 'Kenya',
    cityTier: 'CAPITAL',
    competitionBps: 10_000,
    qualityBps: 10_000,
    temperature: 'HOT',
    contactKind: 'REGISTRATION',
    isVerified: false,
    isExclusive: false,
    ageDays: 7,
    floorMinor: 0n,
  } as const;
  const { lines } = priceWith(terms, { version: 1, values: FIRST_VALUES, countries: {} });
  expect(lines.map(({ label }) => told(label))).toEqual([
    'Motor insurance, per lead',
    'Kenya: -60%',
    'Hauptstadt: +40%',
    'Heißer Lead: +50%',
    'Seit 7 Tagen im Angebot: -50%',
  ]);
});
