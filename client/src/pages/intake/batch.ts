import type { UploadedBatchQuery } from '../../generated/intake';

/** A batch as its page knows it. */
export type UploadedBatch = NonNullable<UploadedBatchQuery['batch']>;

/** How many rows ended how. */
export type BatchCounts = UploadedBatch['counts'];

/** One thing that decided against rows or was noted of accepted ones, and how often. */
export type BatchReason = UploadedBatch['reasons'][number];
