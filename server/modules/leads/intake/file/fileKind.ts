/** Why a file cannot be read as a table of leads. */
export type FileProblem =
  | 'EMPTY'
  | 'PDF'
  | 'IMAGE'
  | 'OLD_EXCEL'
  | 'OTHER_OFFICE_FILE'
  | 'ARCHIVE'
  | 'WEB_PAGE'
  | 'DATA_FILE'
  | 'BINARY'
  | 'BROKEN_WORKBOOK'
  | 'WORKBOOK_TOO_LARGE'
  | 'NO_ROWS';

const WORDS: Record<FileProblem, string> = {
  EMPTY: 'The file is empty. Export it again and send the new one.',
  PDF: 'This is a PDF. Export the table as CSV or XLSX from the program that made it.',
  IMAGE: 'This is a picture. Send the table itself as CSV or XLSX.',
  OLD_EXCEL:
    'This is an old Excel file (.xls) or a workbook with a password. Save it as XLSX without a password, or as CSV.',
  OTHER_OFFICE_FILE: 'This is an office document, but no Excel workbook. Save the table as XLSX or CSV.',
  ARCHIVE: 'This is a packed archive. Unpack it and send the table inside.',
  WEB_PAGE:
    'This is a web page or another markup file, even if its name says Excel. Open it and save it as XLSX or CSV.',
  DATA_FILE: 'This is a JSON file. Send a table as CSV, TSV or XLSX.',
  BINARY: 'This is no text and no workbook. Send a table as CSV, TSV or XLSX.',
  BROKEN_WORKBOOK: 'The workbook is damaged and cannot be opened. Save it again as XLSX, or as CSV.',
  WORKBOOK_TOO_LARGE: 'The workbook unpacks to more than can be read safely. Save it as CSV and send that.',
  NO_ROWS: 'The file holds no rows of data. Check that the right sheet was exported.',
};

/** Thrown for a file that is no readable table: `problem` says which, the message what to do. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(WORDS[problem]);
    this.name = 'UnreadableFile';
  }
}

type Kind = 'TEXT' | 'ZIP' | FileProblem;

const MAGIC: [string, Kind][] = [
  ['504b0304', 'ZIP'],
  ['504b0506', 'ARCHIVE'],
  ['255044462d', 'PDF'],
  ['89504e47', 'IMAGE'],
  ['ffd8ff', 'IMAGE'],
  ['47494638', 'IMAGE'],
  ['52494646', 'BINARY'],
  ['49492a00', 'IMAGE'],
  ['4d4d002a', 'IMAGE'],
  ['d0cf11e0a1b11ae1', 'OLD_EXCEL'],
  ['0908100000060500', 'OLD_EXCEL'],
  ['1f8b', 'ARCHIVE'],
  ['526172211a07', 'ARCHIVE'],
  ['377abcaf271c', 'ARCHIVE'],
  ['425a68', 'ARCHIVE'],
  ['7b5c727466', 'OTHER_OFFICE_FILE'],
  ['7f454c46', 'BINARY'],
  ['53514c69746520666f726d6174', 'BINARY'],
  ['50415231', 'BINARY'],
];

/** What the first bytes say the file is; text is everything that nothing else claims. */
export function kindOf(head: Buffer): Kind {
  if (head.length === 0) return 'EMPTY';
  const hex = head.subarray(0, 16).toString('hex');
  for (const [magic, kind] of MAGIC) if (hex.startsWith(magic)) return kind;
  const start = head
    .subarray(0, 512)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype|<html|<head|<body|<table|<\?xml|<svg)/.test(start)) return 'WEB_PAGE';
  if (/^(?:\{\s*"|\[\s*[{[])/.test(start)) return 'DATA_FILE';
  return 'TEXT';
}
