import fc from 'fast-check';
import { decodeText } from '../../server/modules/leads/intake/file/decodeText';
import { EncodingSniffer } from '../../server/modules/leads/intake/file/encoding';
import { type CodePage, decodingTable } from '../../server/modules/leads/intake/file/singleByte';
import { readTable } from './intakeFiles';
import { languageSamples } from './languageSamples';

/** Bytes of a text in a single-byte page, from the page's own table; fails on a character it does not have. */
function encode(text: string, page: string): Buffer {
  const table = decodingTable(page as CodePage);
  return Buffer.from(
    [...text].map((char) => {
      const byte = table.indexOf(char.charCodeAt(0));
      if (byte < 0) throw new Error(`${page} has no ${char}`);
      return byte;
    }),
  );
}

async function read(bytes: Buffer, options: { country?: string; cut?: number } = {}): Promise<string> {
  const cut = options.cut ?? bytes.length;
  const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, i) =>
    bytes.subarray(i * cut, (i + 1) * cut),
  );
  const sniffer = new EncodingSniffer();
  for (const chunk of chunks) sniffer.update(chunk);
  const { encoding, markBytes } = sniffer.finish(options.country);
  let text = '';
  async function* stream(): AsyncGenerator<Buffer> {
    yield* chunks;
  }
  for await (const piece of decodeText(stream(), encoding, markBytes)) text += piece;
  return text;
}

const table = (rows: readonly string[][]): string =>
  [['name', 'city', 'note', 'email'], ...rows.map((row, i) => [...row, `p${i}@example.com`])]
    .map((row) => row.join(';'))
    .join('\r\n');

const cases = languageSamples.flatMap(({ language, pages, rows }) => pages.map((page) => ({ language, page, rows })));

test.each(cases)(
  'a file of $language in $page is read as it was written, without being told',
  async ({ page, rows }) => {
    const text = table(rows);
    expect(await read(encode(text, page), { cut: 11 })).toBe(text);
  },
);

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 little-endian', (text: string) => Buffer.from(text, 'utf16le')],
  ['UTF-16 little-endian with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 big-endian', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16 big-endian with a mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-32 with a mark', (text: string) => utf32(`\ufeff${text}`)],
])('text of any script in %s is read as it was written', async (_name, encodeText) => {
  for (const { rows } of languageSamples) {
    const text = table([...rows, ['Անի Պետրոսյան', 'Երևան', '👍🏽 ok'], ['O‘tkir Yo‘ldoshev', 'Qo‘qon', 'ўқғҳ']]);
    expect(await read(encodeText(text), { cut: 7 })).toBe(text);
  }
});

function utf32(text: string): Buffer {
  const points = [...text].map((char) => char.codePointAt(0)!);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => bytes.writeUInt32LE(point, i * 4));
  return bytes;
}

test('one accented name far behind a megabyte of plain text still decides', async () => {
  const plain = 'John Smith;London;;j@example.com\n'.repeat(40_000);
  const text = `name;city;note;email\n${plain}Ágnes Fűzfői;Győr;;a@example.com\n`;
  expect((await read(encode(text, 'windows-1250'))).endsWith('Ágnes Fűzfői;Győr;;a@example.com\n')).toBe(true);
});

test('a UTF-8 file with a damaged cell stays UTF-8; only the damaged characters are lost', async () => {
  const rows = 'Γιώργος;Αθήνα\n'.repeat(50);
  const damaged = Buffer.concat([Buffer.from(rows), Buffer.from([0xc3]), Buffer.from(`x;Πάτρα\n${rows}`)]);
  expect(await read(damaged)).toBe(`${rows}\ufffdx;Πάτρα\n${rows}`);
});

test('the country decides where one name alone cannot', async () => {
  const bytes = encode('name;city\nJan;Gdańsk\n', 'iso-8859-2');
  expect(await read(bytes, { country: 'PL' })).toBe('name;city\nJan;Gdańsk\n');
  expect(await read(bytes, { country: 'ES' })).toBe('name;city\nJan;Gdañsk\n');
});

describe('how sure the encoding is', () => {
  const isSure = (bytes: Buffer, country?: string): boolean => {
    const sniffer = new EncodingSniffer();
    sniffer.update(bytes);
    return sniffer.finish(country).isSure;
  };
  const markets = cases.filter(
    ({ language, page }) => /Greek|Hungarian|German$|Russian/.test(language) && /^(?:windows|iso)/.test(page),
  );

  test.each(markets)('a few rows of $language in $page leave no doubt', ({ page, rows }) => {
    expect(isSure(encode(table(rows), page))).toBe(true);
  });

  test('one name that two pages read as different words leaves some, text of Unicode and plain text none', () => {
    expect(isSure(encode('name;city\nJan;Gdańsk\n', 'iso-8859-2'))).toBe(false);
    expect(isSure(Buffer.from('name;city\nJan;Gdańsk\n'))).toBe(true);
    expect(isSure(Buffer.from('\ufeffname;city\nJan;Gdańsk\n', 'utf16le'))).toBe(true);
    expect(isSure(Buffer.from('name;city\nJan;Gdansk\n'))).toBe(true);
  });

  test('the format of a file tells it', async () => {
    expect((await readTable(encode('name;city\nJan;Gdańsk\n', 'iso-8859-2'))).format).toMatchObject({
      isEncodingSure: false,
    });
    expect((await readTable(encode(table(cases[0]!.rows), cases[0]!.page))).format).toMatchObject({
      isEncodingSure: true,
    });
  });
});

test('well-formed UTF-8 that is not plain ASCII is never taken for another encoding', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const clean = `name;é\n${text.replace(/[\p{Cc}\ufeff]/gu, '')}`;
      expect(await read(Buffer.from(clean), { cut: 3 })).toBe(Buffer.from(clean).toString());
    }),
  );
});
