import fc from 'fast-check';
import { momentIn, momentOf, orderOf, readCellIn, readMoment } from '../../../server/modules/leads/checks/moments';
import { zoneOf, zoneOfHeading } from '../../../server/modules/leads/checks/zones';
import { shapeOf } from '../../../server/modules/leads/intake/file/shapes';

test.each([
  ['2026-03-02T15:05:13+03:00', 'KE', '2026-03-02T12:05:13.000Z'],
  ['2026-03-02T15:05:13+0300', 'KE', '2026-03-02T12:05:13.000Z'],
  ['2026-03-02T15:05:13.123Z', 'KE', '2026-03-02T15:05:13.123Z'],
  ['2026-03-02 15:05', 'KE', '2026-03-02T15:05:00.000Z'],
  ['2026-03-02 9:15', 'KE', '2026-03-02T09:15:00.000Z'],
  ['2026-03-02', 'KE', '2026-03-02T00:00:00.000Z'],
  ['2026-1-5', 'KE', '2026-01-05T00:00:00.000Z'],
  ['2026-03-02 15:05:13 UTC', 'KE', '2026-03-02T15:05:13.000Z'],
  ['2026/03/02 10:15:03 AM', 'KE', '2026-03-02T10:15:03.000Z'],
  ['02.03.2026', 'DE', '2026-03-02T00:00:00.000Z'],
  ['2. 3. 2026', 'DE', '2026-03-02T00:00:00.000Z'],
  ['02.03.26', 'DE', '2026-03-02T00:00:00.000Z'],
  ['20/11/26', 'GB', '2026-11-20T00:00:00.000Z'],
  ['2/3/2026 9:05', 'GB', '2026-03-02T09:05:00.000Z'],
  ['20/11/2026, 10:15:03', 'GB', '2026-11-20T10:15:03.000Z'],
  ['11/20/2026', 'KE', '2026-11-20T00:00:00.000Z'],
  ['20/11/2026', 'US', '2026-11-20T00:00:00.000Z'],
  ['03/14/2026 3:05 PM', 'US', '2026-03-14T15:05:00.000Z'],
  ['12/31/2026 12:05 am', 'US', '2026-12-31T00:05:00.000Z'],
  ['20/11/2026 10:15:03 μμ', 'GR', '2026-11-20T22:15:03.000Z'],
  ['2026. 03. 02.', 'HU', '2026-03-02T00:00:00.000Z'],
  ['2026.03.02. 15:00', 'HU', '2026-03-02T15:00:00.000Z'],
  ['20 Nov 2026', 'KE', '2026-11-20T00:00:00.000Z'],
  ['20-Nov-26', 'KE', '2026-11-20T00:00:00.000Z'],
  ['Nov 20, 2026', 'US', '2026-11-20T00:00:00.000Z'],
  ['Friday, November 20th, 2026 at 3:05 pm EST', 'US', '2026-11-20T20:05:00.000Z'],
  ['Fri, 20 Nov 2026 10:15:00 +0300', 'KE', '2026-11-20T07:15:00.000Z'],
  ['Fri Nov 20 2026 10:15:00 GMT+0300 (East Africa Time)', 'KE', '2026-11-20T07:15:00.000Z'],
  ['20. November 2026 um 10:15 Uhr', 'DE', '2026-11-20T10:15:00.000Z'],
  ['2026. november 20. 10:15', 'HU', '2026-11-20T10:15:00.000Z'],
  ['2026. XI. 23. 14.05', 'HU', '2026-11-23T14:05:00.000Z'],
  ['2026. I. 5.', 'HU', '2026-01-05T00:00:00.000Z'],
  ['5.VI.2026', 'US', '2026-06-05T00:00:00.000Z'],
  ['23/XI/2026 14:05', 'GR', '2026-11-23T14:05:00.000Z'],
  ['2026. Ⅺ. 23.', 'HU', '2026-11-23T00:00:00.000Z'],
  ['20 Νοεμβρίου 2026', 'GR', '2026-11-20T00:00:00.000Z'],
  ['20 Ιούν 2026', 'GR', '2026-06-20T00:00:00.000Z'],
  ['20 նոյեմբերի 2026', 'AM', '2026-11-20T00:00:00.000Z'],
  ['20-noyabr 2026', 'UZ', '2026-11-20T00:00:00.000Z'],
  ['20 ноября 2026 г.', 'UZ', '2026-11-20T00:00:00.000Z'],
  ['5 Mei 2026', 'TZ', '2026-05-05T00:00:00.000Z'],
  ['20 de noviembre de 2026', 'US', '2026-11-20T00:00:00.000Z'],
  ['20261120', 'KE', '2026-11-20T00:00:00.000Z'],
  ['1764200000', 'KE', '2025-11-26T23:33:20.000Z'],
  ['1764200000000', 'KE', '2025-11-26T23:33:20.000Z'],
  ['20261120T101503Z', 'KE', '2026-11-20T10:15:03.000Z'],
  ['20261120101503', 'KE', '2026-11-20T10:15:03.000Z'],
  ['2026-11-20_10-15-03', 'KE', '2026-11-20T10:15:03.000Z'],
  ['2026-11-20 10:15:03.123456 +0000 UTC', 'KE', '2026-11-20T10:15:03.123Z'],
  ['[20/Nov/2026:10:15:03 +0300]', 'KE', '2026-11-20T07:15:03.000Z'],
  ['Fri Nov 20 10:15:03 EAT 2026', 'KE', '2026-11-20T07:15:03.000Z'],
  ['[10:15, 20/11/2026]', 'KE', '2026-11-20T10:15:00.000Z'],
  ['10:15 EAT, 20 Nov 2026', 'KE', '2026-11-20T07:15:00.000Z'],
  ['20/11/2026 10:15 UTC+3', 'KE', '2026-11-20T07:15:00.000Z'],
  ['20/11/2026 10:15 GMT+02:00', 'GR', '2026-11-20T08:15:00.000Z'],
  ['20/11/2026 10:15 (UTC+03:00) Nairobi', 'KE', '2026-11-20T07:15:00.000Z'],
  ['20/11/2026 10:15 EET', 'GR', '2026-11-20T08:15:00.000Z'],
  ['20.07.2026 10:15 CEST', 'DE', '2026-07-20T08:15:00.000Z'],
  ['20.07.2026 10:15 Uhr MESZ', 'DE', '2026-07-20T08:15:00.000Z'],
  ['20/07/2026 10:15 BST', 'GB', '2026-07-20T09:15:00.000Z'],
  ['7/20/2026 10:15 AM PDT', 'US', '2026-07-20T17:15:00.000Z'],
  ['7/20/2026 10:15 AM ET', 'US', '2026-07-20T14:15:00.000Z'],
  ['7/20/2026 10:15 AM Pacific Time', 'US', '2026-07-20T17:15:00.000Z'],
  ['7/20/2026 10:15 AM Central Daylight Time', 'US', '2026-07-20T15:15:00.000Z'],
  ['2026-07-20 10:15 Europe/Budapest', 'HU', '2026-07-20T08:15:00.000Z'],
  ['20/11/2026 2pm', 'GB', '2026-11-20T14:00:00.000Z'],
  ['20/11/2026 2.05pm', 'GB', '2026-11-20T14:05:00.000Z'],
  ['20/11/2026 1405hrs', 'KE', '2026-11-20T14:05:00.000Z'],
  ['20/11/2026 14:05 hrs', 'KE', '2026-11-20T14:05:00.000Z'],
  ['20/11/2026 14:05 PM', 'KE', '2026-11-20T14:05:00.000Z'],
  ['20.11.2026 14.05 Uhr', 'DE', '2026-11-20T14:05:00.000Z'],
  ['Freitag, den 20. November 2026, 14 Uhr', 'DE', '2026-11-20T14:00:00.000Z'],
  ['20.11.2026 - 14.05', 'DE', '2026-11-20T14:05:00.000Z'],
  ['2026.11.24. 7.35 du.', 'HU', '2026-11-24T19:35:00.000Z'],
  ['2026. november 24. 7.35 de.', 'HU', '2026-11-24T07:35:00.000Z'],
  ['2026. 11. 24. du. 7:35:10', 'HU', '2026-11-24T19:35:10.000Z'],
  ['2026. november 24-én 7 óra 35 perc', 'HU', '2026-11-24T07:35:00.000Z'],
  ['2026.11.24. 12.05 de.', 'HU', '2026-11-24T00:05:00.000Z'],
  ['24.11.2026 г. 8:47', 'UZ', '2026-11-24T08:47:00.000Z'],
  ['24.11.2026 г., 8:47:05 ч.', 'UZ', '2026-11-24T08:47:05.000Z'],
  ['вт, 24.11.2026 в 8:47', 'UZ', '2026-11-24T08:47:00.000Z'],
  ['24 ноября 2026 года, 8 ч 47 мин', 'UZ', '2026-11-24T08:47:00.000Z'],
  ['2026-yil 24-noyabr, soat 14:05', 'UZ', '2026-11-24T14:05:00.000Z'],
  ['24-noyabr, 2026-yil 2:05 TK', 'UZ', '2026-11-24T14:05:00.000Z'],
  ['2026 թ. նոյեմբերի 24, ժամը 14:05', 'AM', '2026-11-24T14:05:00.000Z'],
  ['24/11/2026, 2:05 μ.μ.', 'GR', '2026-11-24T14:05:00.000Z'],
  ['45990', 'KE', '2025-11-29T00:00:00.000Z'],
  ['45990.365', 'KE', '2025-11-29T08:45:36.000Z'],
  ['45990,5', 'DE', '2025-11-29T12:00:00.000Z'],
])('%s in %s is %s', (written, country, iso) => {
  expect(readMoment(written, country)?.toISOString()).toBe(iso);
});

test.each([
  ['20.07.2026 10:15', 'DE', undefined, '2026-07-20T08:15'],
  ['20.01.2026 10:15', 'DE', undefined, '2026-01-20T09:15'],
  ['20.01.2026', 'DE', undefined, '2026-01-19T23:00'],
  // The hour that comes twice is the first of both, the one left out is counted on.
  ['25.10.2026 02:30', 'DE', undefined, '2026-10-25T00:30'],
  ['29.03.2026 02:30', 'DE', undefined, '2026-03-29T01:30'],
  ['3/8/2026 2:30 AM', 'US', 'US-NY', '2026-03-08T07:30'],
  ['20/07/2026 10:15', 'GB', undefined, '2026-07-20T09:15'],
  ['7/20/2026 10:15 AM', 'US', 'US-AZ-phoenix', '2026-07-20T17:15'],
  ['7/20/2026 10:15 AM', 'US', 'US-TX-el-paso', '2026-07-20T16:15'],
  ['7/20/2026 10:15 AM', 'US', 'US-TX-dallas', '2026-07-20T15:15'],
  ['7/20/2026 10:15 AM', 'US', 'US-HI', '2026-07-20T20:15'],
  ['46223.5', 'UZ', undefined, '2026-07-20T07:00'],
  ['1764200000', 'UZ', undefined, '2025-11-26T23:33'],
  ['2026-07-20 10:15 UTC', 'UZ', undefined, '2026-07-20T10:15'],
])('%s of somebody in %s %s is %s', (written, country, region, iso) => {
  const read = readCellIn(written, country)!;
  expect(momentIn(read, zoneOf(country, region)).toISOString().slice(0, 16)).toBe(iso);
});

test.each([
  ['Created at (UTC)', 0],
  ['Submit Date [GMT+3]', 180],
  ['time_utc', 0],
  ['Time (Africa/Nairobi)', 'Africa/Nairobi'],
  ['Zeit (MEZ)', 60],
  ['Date (dd/mm/yyyy)', undefined],
  ['Phone', undefined],
])('the heading %s names the zone %s', (heading, zone) => {
  expect(zoneOfHeading(heading)).toBe(zone);
});

test.each(
  `31.06.2026|2026-13-02|2026-02-30|yesterday||15000|95000|45000.5.1|14/14/2026|12.3.2026 25:00|0:00|20 nonsense 2026|Nov 2026|10.0.0.1|
   06 30 1234|02 10 2345|0722 318906|+44 20 7946 0958|2026-11-20 10:15 XYZ|13:05 PM|1/2/2026 13:05 am|0026-01-01`.split(
    /\|\s*/,
  ),
)('%s is no moment', (written) => {
  expect(readMoment(written, 'GB')).toBeNull();
});

const days = fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
const two = (number: number): string => String(number).padStart(2, '0');

test('a day is read back however it is written, and the shape of what is read is that of a date', () => {
  const ways: ((day: Date) => string)[] = [
    (day) => day.toISOString(),
    (day) => day.toISOString().slice(0, 10),
    (day) => day.toUTCString(),
    (day) => `${two(day.getUTCDate())}.${two(day.getUTCMonth() + 1)}.${day.getUTCFullYear()}`,
    (day) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${two(day.getUTCFullYear() % 100)} 12:30 AM`,
    ...['en-US', 'en-GB', 'de', 'el', 'hu', 'hy', 'uz', 'ru', 'sw'].map(
      (language) => (day: Date) => day.toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }),
    ),
  ];
  fc.assert(
    fc.property(days, fc.constantFrom(...ways), (day, way) => {
      const written = way(day);
      expect([written, momentOf(written, 'DAY_FIRST')?.toISOString().slice(0, 10)]).toEqual([
        written,
        day.toISOString().slice(0, 10),
      ]);
      expect(shapeOf(written)).toBe('DATE');
    }),
    { numRuns: 500 },
  );
});

test('a column of a few past days is read in the order it was written in, whatever the country', () => {
  const now = new Date('2026-11-26T12:00:00Z');
  const past = fc.date({ min: new Date('2025-01-01'), max: now, noInvalidDate: true });
  const telling = past.filter((day) => day.getUTCDate() > 12);
  fc.assert(
    fc.property(
      fc.array(past),
      telling,
      fc.constantFrom('US', 'KE'),
      fc.boolean(),
      (more, one, country, isDayFirst) => {
        const texts = [...more, one].map((day) => {
          const [date, month] = [day.getUTCDate(), day.getUTCMonth() + 1];
          return `${isDayFirst ? `${date}/${month}` : `${month}/${date}`}/${day.getUTCFullYear()}`;
        });
        expect(orderOf(texts, country, now)).toBe(isDayFirst ? 'DAY_FIRST' : 'MONTH_FIRST');
      },
    ),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (text) => momentOf(text, 'DAY_FIRST') !== undefined),
  );
});
