/** Kinds of file that are no table of leads; the server knows the same and more, and says it in the same words. */
const WORDS = {
  EMPTY: 'The file is empty. Export it again and send the new one.',
  PDF: 'This is a PDF. Export the table as CSV or XLSX from the program that made it.',
  IMAGE: 'This is a picture. Send the table itself as CSV or XLSX.',
  OLD_EXCEL:
    'This is an old Excel file (.xls) or a workbook with a password. Save it as XLSX without a password, or as CSV.',
  ARCHIVE: 'This is a packed archive. Unpack it and send the table inside.',
} as const;

const BEGINNINGS: readonly (readonly [string, keyof typeof WORDS])[] = [
  ['255044462d', 'PDF'],
  ['89504e47', 'IMAGE'],
  ['ffd8ff', 'IMAGE'],
  ['47494638', 'IMAGE'],
  ['49492a00', 'IMAGE'],
  ['4d4d002a', 'IMAGE'],
  ['d0cf11e0a1b11ae1', 'OLD_EXCEL'],
  ['0908100000060500', 'OLD_EXCEL'],
  ['1f8b', 'ARCHIVE'],
  ['526172211a07', 'ARCHIVE'],
  ['377abcaf271c', 'ARCHIVE'],
  ['504b0506', 'ARCHIVE'],
];

/**
 * Why a file cannot be a table of leads, in the server's English; null for all that may be one. It goes by the first bytes
 * and not by the name: programs export plain tables under names such as .xls.
 */
export async function wrongKindOf(file: Blob): Promise<string | null> {
  if (file.size === 0) return WORDS.EMPTY;
  const head = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const hex = [...head].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const kind = BEGINNINGS.find(([beginning]) => hex.startsWith(beginning))?.[1];
  return kind ? WORDS[kind] : null;
}
