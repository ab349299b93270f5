import type { Side } from '../../disputes/side';

interface Billed {
  id: string;
  campaign: { id: string };
}

/** Where a side looks at a batch: an agency among all that it sent. */
export const batchPath = ({ id, campaign }: Billed, side: Side): string =>
  `/campaigns/${side === 'AGENCY' ? 'clicks' : campaign.id}?view=batches&batch=${id}`;

/** Where a call is looked at, by either side and by staff. */
export const callPath = ({ id, campaign }: Billed): string => `/campaigns/${campaign.id}?view=calls&call=${id}`;
