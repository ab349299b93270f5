import type { UploadedBatchQuery } from '../../generated/intake';

/** A batch as its page knows it. */
export type UploadedBatch = NonNullable<UploadedBatchQuery['batch']>;
