/** Paths of intake's doors beside GraphQL. */
export const uploadAddress = (batchId: string): string => `/api/batches/${batchId}/file`;
export const reportAddress = (batchId: string): string => `/api/batches/${batchId}/report`;
