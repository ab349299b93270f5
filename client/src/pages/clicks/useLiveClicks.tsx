import { useState } from 'react';
import { useLive } from '../../app/useLive';
import { CampaignActivityDocument, type ClickFieldsFragment } from '../../generated/clicks';
import { type ClickFilter, isShownBy, MOST_LIVE, withIncoming } from './incoming';

/** So near to the top nothing that is read moves when rows come. */
const AT_TOP_PX = 40;

/**
 * The clicks that came since the list was shown: those that are drawn already, and those that wait, because the person
 * reads further down.
 */
export function useLiveClicks(filter: ClickFilter) {
  const [shown, setShown] = useState<readonly ClickFieldsFragment[]>([]);
  const [waiting, setWaiting] = useState<readonly ClickFieldsFragment[]>([]);
  return {
    shown: shown.filter((click) => isShownBy(filter, click)),
    waiting: waiting.filter((click) => isShownBy(filter, click)),
    heard: (clicks: readonly ClickFieldsFragment[]): void => {
      const add = window.scrollY <= AT_TOP_PX ? setShown : setWaiting;
      add((before) => withIncoming(before, clicks).slice(0, MOST_LIVE));
    },
    showAll: (): void => {
      setShown((before) => withIncoming(before, waiting));
      setWaiting([]);
    },
  };
}

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
