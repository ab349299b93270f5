import type { CampaignFieldsFragment } from '../../generated/campaigns';

/**
 * What a campaign is paid by. Texts take it as their context: one that says visits has another of the same name with
 * `_CALL` behind it where calls are meant.
 */
export type UsageModel = Exclude<CampaignFieldsFragment['model'], 'LEAD'>;

/** No campaign is paid per lead: leads are bought on the market. */
export const modelOf = ({ model }: Pick<CampaignFieldsFragment, 'model'>): UsageModel =>
  model === 'CALL' ? 'CALL' : 'CLICK';
