import type { UploadedBatchQuery } from '../../generated/intake';

/** A batch as its page knows it. */
export type UploadedBatch = NonNullable<UploadedBatchQuery['batch']>;

/** How many rows ended how. */
export type BatchCounts = UploadedBatch['counts'];

/** One reason why rows were not accepted, and how often. */
export type BatchReason = UploadedBatch['reasons'][number];
