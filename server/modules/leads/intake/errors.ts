import { UserError } from '../../../platform/errors';
import { type Batch } from './model';

export const columnsNotMapped = (): UserError =>
  new UserError(
    'ColumnsNotMapped',
    'No column of the file is known to hold a phone or an e-mail, so no row could become a lead. Say which it is, then try again.',
  );

export const fileAlreadyImported = (batch: Batch): UserError =>
  new UserError(
    'FileAlreadyImported',
    'This very file was imported before in the same way. Nothing was added; see the report of that batch.',
    { batch },
  );
