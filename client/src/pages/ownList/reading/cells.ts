const DELIMITERS = ['\t', ';', ',', '|'];

/** The delimiter that the first lines have most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5000);
  const counts = DELIMITERS.map((delimiter) => head.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

/** The rows of a table as text, cell by cell; quotes may hold delimiters, line breaks and doubled quotes. */
export function* rowsOf(text: string): Generator<string[]> {
  const delimiter = delimiterOf(text);
  let row: string[] = [];
  for (let at = 0; at <= text.length;) {
    const { cell, end } = cellAt(text, at, delimiter);
    row.push(cell);
    const isRowEnd = end >= text.length || text[end] !== delimiter;
    if (isRowEnd && row.some((value) => value !== '')) yield row;
    if (isRowEnd) row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
  }
}

/** The cell that begins at a place, and where its delimiter or line break stands. */
function cellAt(text: string, from: number, delimiter: string): { cell: string; end: number } {
  let at = from;
  let cell = '';
  if (text[at] === '"') {
    for (at++; at < text.length; at++) {
      if (text[at] === '"' && text[++at] !== '"') break;
      cell += text[at];
    }
  }
  const open = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
  return { cell: (cell + text.slice(open, at)).trim(), end: at };
}

/** The text of a file: UTF-8 or UTF-16 where it is that, else the code page that old programs write. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
