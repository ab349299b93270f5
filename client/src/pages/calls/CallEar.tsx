import { useLive } from '../../app/useLive';
import { CallActivityDocument, type CallFieldsFragment } from '../../generated/calls';

interface EarProps {
  campaignId: string;
  onHeard?(calls: readonly CallFieldsFragment[]): void;
}

/** Listens to the calls of a campaign; what it says of budgets changes every page that shows them. Draws nothing. */
export function CallEar({ campaignId, onHeard }: EarProps) {
  useLive(
    CallActivityDocument,
    { campaignId },
    { heard: ({ callActivity }) => onHeard?.(callActivity.call ? [callActivity.call] : []) },
  );
  return null;
}
