import { rowsOf, textOf } from '../../client/src/pages/ownList/reading/cells';
import { ContactReader, type Contacts, sampleOf } from '../../client/src/pages/ownList/reading/contactsIn';
import { emailOf, phoneOf } from '../../client/src/pages/ownList/reading/normalise';
import { isWorkbook, rowsOfWorkbook } from '../../client/src/pages/ownList/reading/workbook';
import { checkEmail } from '../../server/modules/leads/checks/email';
import { checkPhone } from '../../server/modules/leads/checks/phone';
import { makeWorkbook, makeZip } from './makeZip';

/** What a browser makes of a business's file must be what the market makes of a lead. */

const read = (text: string, country = 'KE'): Contacts => {
  const reader = new ContactReader(sampleOf(rowsOf(text)), country);
  let isFirst = true;
  for (const row of rowsOf(text)) {
    reader.take(row, isFirst);
    isFirst = false;
  }
  return reader.found;
};

test.each([
  ['0712 345 678', 'KE'],
  ['+254 (0)712 345678', 'KE'],
  ['00254712345678', 'DE'],
  ['254712345678', 'KE'],
  ['tel: +49 30 901820', 'KE'],
  ['p:+3614123456', 'HU'],
  ['210 123 4567', 'GR'],
  ['+1 212 555 2368', 'US'],
  ['8 (10) 234-567', 'AM'],
  ['8 90 123 45 67', 'UZ'],
  ['712345678.0', 'KE'],
])('the phone %s of %s', (written, country) => {
  const { e164 } = checkPhone(written, country);
  expect(e164).not.toBeNull();
  expect(phoneOf(written, country)).toBe(e164);
});

test.each([
  'Asha.Mwangi@Example.com',
  'someone+tag@gmail.com',
  'ΜΑΡΙΑΣ@παράδειγμα.gr',
  'Jörg@Firma-Österreich.at',
  'mailto:info@firm.co.ke',
  'Asha Mwangi <asha@firm.co.ke>',
])('the address %s', (written) => {
  const { normalised } = checkEmail(written, 'KE');
  expect(normalised).not.toBeNull();
  expect(emailOf(written)).toBe(normalised);
});

test.each(['', 'none', '12', 'abc', '2026-11-27', '27.11.2026', 'asha@', '@firm.co.ke', 'a@b', 'two words@firm.co.ke'])(
  '“%s” is no contact',
  (written) => {
    expect(phoneOf(written, 'KE')).toBeNull();
    expect(emailOf(written)).toBeNull();
  },
);

test('columns of phones are found by heading or by what they hold; dates, amounts and ids are none', () => {
  const rows = Array.from(
    { length: 5 },
    (_, n) => `${n};Asha ${n};07123456${n}0;2026-01-0${n + 1};a${n}@firm.co.ke;7123456${n}1`,
  );
  const { values, phones, emails } = read(['id;name;Simu;date;e-mail;account number', ...rows].join('\r\n'));
  expect([phones, emails]).toEqual([5, 5]);
  expect([...values]).toContain('+254712345600');
});

test('a file without heading, of hashes, or with quotes and line breaks is read; repeats count once', () => {
  const hash = 'A'.repeat(64);
  expect([...read(`${hash}\n${hash.toLowerCase()}\n`).hashes]).toEqual([hash.toLowerCase()]);
  expect(read('0712345678\n0712 345 678\n0712345679').phones).toBe(2);
  const found = read('name,phone\n"Asha ""A"" Mwangi,\nNairobi",0712345678\nJuma,none\n');
  expect([found.phones, found.rows, found.emptyRows]).toEqual([1, 2, 1]);
});

test('what was to be a phone or an address and can be none is counted and told, in a column of nothing else too', () => {
  const film = read(
    'Name;Mobile;E-mail\nAnna;+44 7700 900123;anna@firm.co.uk\nBen;07700 900456;ben@\nCara;none;-\n',
    'GB',
  );
  expect(film).toMatchObject({ phones: 0, emails: 1, rows: 3, emptyRows: 2, unread: 3 });
  expect(film.unreadCells).toEqual(['+44 7700 900123', '07700 900456', 'ben@']);
  const many = read(['phone', '0712345678', ...Array.from({ length: 9 }, (_, n) => `+44770090000${n}`)].join('\n'));
  expect([many.phones, many.unread, many.unreadCells.length]).toEqual([1, 9, 5]);
  expect(read('phone\n0712345678\nn/a\n12\n').unread).toBe(0);
});

test('a workbook is read as its first sheet stands: shared strings, texts, numbers, left-out cells', async () => {
  const file = makeWorkbook({
    sheets: {
      Customers:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Phone</t></is></c></row>' +
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>2.54712345678E11</v></c></row>' +
        '<row r="3"><c r="C3"><v>712345679</v></c></row>',
    },
    sharedStrings: ['<t>E-mail &amp; more</t>', '<t>asha@firm.co.ke</t>'],
  });
  expect(isWorkbook(file)).toBe(true);
  const rows = [...(await rowsOfWorkbook(file))];
  expect(rows[0]).toEqual(['E-mail & more', '', 'Phone']);
  const reader = new ContactReader(sampleOf(rows), 'KE');
  rows.forEach((row, place) => reader.take(row, place === 0));
  expect([...reader.found.values].sort()).toEqual(['+254712345678', '+254712345679', 'asha@firm.co.ke']);
  for (const broken of [Buffer.from('PK'), makeZip({ 'a.csv': 'a' }), file.subarray(0, 200)])
    await expect(rowsOfWorkbook(broken)).rejects.toThrow();
});

test('what programs write is decoded: UTF-8, UTF-16, and the code page of old ones', () => {
  const text = 'Zoë;zoe@firm.at';
  expect(textOf(new TextEncoder().encode(text))).toBe(text);
  expect(textOf(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])).replace('\ufeff', '')).toBe(
    text,
  );
  expect(textOf(Buffer.from(text, 'latin1'))).toBe(text);
});
