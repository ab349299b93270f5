import { useQuery } from '@apollo/client/react';
import { type ClickBatchFieldsFragment, OneClickBatchDocument } from '../../generated/clicks';
import { LOOK_EVERY_MS, useIsDue } from './useIsDue';

/** Asks for a batch from when it is due until it is billed, which changes the row that shows it. Draws nothing. */
export function Billing({ batch }: { batch: ClickBatchFieldsFragment }) {
  useQuery(OneClickBatchDocument, {
    variables: { id: batch.id },
    skip: !useIsDue(batch),
    pollInterval: LOOK_EVERY_MS,
    skipPollAttempt: () => document.hidden,
  });
  return null;
}
