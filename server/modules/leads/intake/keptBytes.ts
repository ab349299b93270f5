import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { UserError } from '../../../platform/errors';
import { type FileOwner } from '../../../platform/files';
import { FILE_DAYS } from './removeOldFiles';

/** Times the largest file that an agency may keep while nobody has approved it: anyone may sign up. */
const FILES_BEFORE_APPROVAL = 2;

/** Whose upload it is and how much of theirs is kept at a time; a refusal says what to do. */
export function ownerOf(viewer: Viewer, announcedBytes: number | null): FileOwner {
  const isApproved = viewer.organisationStatus === 'ACTIVE';
  const mostBytes = isApproved
    ? config.maxKeptUploadBytes
    : Math.min(config.maxKeptUploadBytes, FILES_BEFORE_APPROVAL * config.maxUploadBytes);
  const advice = isApproved
    ? `Cancel batches that you will not import; the files of imported ones go after ${FILE_DAYS} days.`
    : 'Cancel a batch that you do not need, or wait until your agency is approved.';
  return {
    id: viewer.organisationId,
    mostBytes,
    announcedBytes: announcedBytes ?? config.maxUploadBytes,
    refusal: () =>
      new UserError(
        'StorageFull',
        `With this file your agency would keep more than ${Math.floor(mostBytes / 1024 / 1024)} MB of files. ${advice}`,
      ),
  };
}
