/** Rows of the first sheet of a workbook (XLSX): enough of the format to find contacts in it, no more. */

/** What a packed part may unpack to at most, so that a small file does not fill the memory. */
const MOST_BYTES = 300_000_000;

interface Part {
  name: string;
  isPacked: boolean;
  size: number;
  offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** True for what begins like a packed file. */
export const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** The directory at the end of a packed file; throws where there is none. */
function partsOf(view: DataView): Part[] {
  let end = view.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('the file has no directory');
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === ENTRY; left--) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes));
    const isPacked = view.getUint16(at + 10, true) === 8;
    parts.push({ name, isPacked, size: view.getUint32(at + 20, true), offset: view.getUint32(at + 42, true) });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

async function textOfPart(view: DataView, { isPacked, size, offset }: Part): Promise<string> {
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = new Uint8Array(view.buffer.slice(view.byteOffset + from, view.byteOffset + from + size) as ArrayBuffer);
  if (!isPacked) return new TextDecoder().decode(data);
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) throw new Error('the workbook unpacks to too much');
    text += decoder.decode(value, { stream: true });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const plain = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(digits) : parseInt(hex, 16));
  });

/** All that stands in the text elements of a piece. */
const textIn = (xml: string): string =>
  [...xml.matchAll(/<t(?:\s[^>]*)?>([^<]*)<\/t>/g)].map(([, text]) => plain(text!)).join('');

/** A number as its digits: spreadsheets keep long ones as 2.54712345678E11. */
const numberText = (value: string): string => (/e/i.test(value) ? String(Number(value)) : value);

/** The place of a column by its letters: A is 0. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const MOST_COLUMNS = 1000;

function cellsOf(row: string, strings: readonly string[]): string[] {
  const cells: string[] = [];
  for (const [, marks = '', content = ''] of row.matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
    const letters = /\br="([A-Z]+)\d+"/.exec(marks)?.[1];
    const column = letters ? columnOf(letters) : cells.length;
    if (column >= MOST_COLUMNS) continue;
    while (cells.length < column) cells.push('');
    const value = /<v>([^<]*)<\/v>/.exec(content)?.[1] ?? '';
    const kind = /\bt="(\w+)"/.exec(marks)?.[1];
    if (kind === 's') cells[column] = strings[Number(value)] ?? '';
    else cells[column] = kind === 'inlineStr' ? textIn(content) : numberText(plain(value));
  }
  return cells.map((cell) => cell.trim());
}

/** The rows of the first sheet; throws where it is no workbook. */
export async function rowsOfWorkbook(bytes: Uint8Array): Promise<Iterable<string[]>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = partsOf(view);
  const sheets = parts.filter(({ name }) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  const [sheet] = sheets.sort((a, b) => a.name.length - b.name.length || a.name.localeCompare(b.name));
  if (!sheet) throw new Error('the file has no sheet');
  const shared = parts.find(({ name }) => name === 'xl/sharedStrings.xml');
  const strings = shared
    ? [...(await textOfPart(view, shared)).matchAll(/<si>(.*?)<\/si>|<si\/>/gs)].map(([, item = '']) => textIn(item))
    : [];
  const xml = await textOfPart(view, sheet);
  return (function* rows() {
    for (const [, row = ''] of xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)) yield cellsOf(row, strings);
  })();
}
