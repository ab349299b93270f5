import { useLive } from '../../app/useLive';
import { CampaignActivityDocument, type ClickFieldsFragment } from '../../generated/clicks';

interface EarProps {
  campaignId: string;
  onHeard?(clicks: readonly ClickFieldsFragment[]): void;
}

/** Listens to a campaign; what it says of budgets changes every page that shows them. Draws nothing. */
export function Ear({ campaignId, onHeard }: EarProps) {
  useLive(
    CampaignActivityDocument,
    { campaignId },
    { heard: ({ campaignActivity }) => onHeard?.(campaignActivity.clicks) },
  );
  return null;
}
