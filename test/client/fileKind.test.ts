import { wrongKindOf } from '../../client/src/pages/intake/fileKind';
import { kindOf, type FileProblem, UnreadableFile } from '../../server/modules/leads/intake/file/fileKind';

/** What a dropped file is, the page judges at once as the server would judge it after it was sent. */

test.each([
  ['a picture named as one', '89504e470d0a1a0a', 'IMAGE'],
  ['a photo', 'ffd8ffe000104a46', 'IMAGE'],
  ['a PDF', '255044462d312e37', 'PDF'],
  ['an old workbook', 'd0cf11e0a1b11ae1', 'OLD_EXCEL'],
  ['an archive', '1f8b080000000000', 'ARCHIVE'],
  ['nothing', '', 'EMPTY'],
])('%s is refused in the words of the server', async (_what, hex, problem) => {
  const head = Buffer.from(hex, 'hex');
  expect(kindOf(head)).toBe(problem);
  expect(await wrongKindOf(new Blob([head]))).toBe(new UnreadableFile(problem as FileProblem).message);
});

test.each([
  ['a table', Buffer.from('name,phone\nAmina,0712 345 678')],
  ['a table in UTF-16', Buffer.from('\ufeffname\tphone', 'utf16le')],
  ['a workbook', Buffer.from('504b030414000600', 'hex')],
])('%s is let through, whatever its name', async (_what, bytes) => {
  expect(await wrongKindOf(new Blob([new Uint8Array(bytes)]))).toBeNull();
});
