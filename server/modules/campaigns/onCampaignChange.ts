import { onChange } from '../../platform/changes';
import { type CampaignRow } from './model';

/** A campaign and the number of the latest change of its state or terms, which what is spent does not raise. */
export interface CampaignChange {
  campaignId: string;
  version: number;
}

/** Hears each change of a campaign, whichever process made it. Answers with how to stop. */
export const onCampaignChange = (tell: (change: CampaignChange) => void): (() => void) =>
  onChange<CampaignRow>(
    'campaigns',
    ({ document }) => document && tell({ campaignId: document._id, version: document.version }),
  );
