import { useRef, useState } from 'react';
import { type Refusal, useVerb } from '../../app/useVerb';
import { type BatchColumnInput, MapBatchColumnsDocument } from '../../generated/intake';
import type { UploadedBatch } from './batch';

export interface MapColumns {
  /** Says what a column means. Several said quickly go to the server one after the other. */
  say(column: BatchColumnInput): void;
  sayHeadings(hasHeadings: boolean): void;
  /** What was said and is not known to the server yet, by the place of the column. */
  said: ReadonlyMap<number, BatchColumnInput>;
  isSending: boolean;
  refusal: Refusal | null;
}

/** Changes what the columns of a file mean; a refused change falls back to what the server has. */
export function useMapColumns({ id: batchId, columns }: UploadedBatch): MapColumns {
  const { send, isSending, refusal } = useVerb(MapBatchColumnsDocument, 'mapColumns');
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [said, setSaid] = useState<ReadonlyMap<number, BatchColumnInput>>(new Map());
  const enqueue = (input: { columns: BatchColumnInput[]; hasHeadings?: boolean }): Promise<unknown> => {
    queue.current = queue.current.then(() => send({ input: { batchId, ...input } }));
    return queue.current;
  };
  const forget = (column: BatchColumnInput): void =>
    setSaid((before) => new Map([...before].filter(([, waiting]) => waiting !== column)));
  return {
    say(column) {
      setSaid((before) => new Map(before).set(column.index, column));
      void enqueue({ columns: [column] }).then(() => forget(column));
    },
    // The other columns are guessed anew; what a person said holds.
    sayHeadings: (hasHeadings) => void enqueue({ columns: columns.filter(isSaid).map(asInput), hasHeadings }),
    said,
    isSending,
    refusal,
  };
}

type Column = UploadedBatch['columns'][number];

const isSaid = ({ confidence }: Column): boolean => confidence === 1;

const asInput = ({ index, field, formField }: Column): BatchColumnInput => ({
  index,
  field,
  formFieldKey: formField?.key,
});
