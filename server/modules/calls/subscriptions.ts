import { type Viewer } from '../../graphql/viewer';
import { onChange } from '../../platform/changes';
import { badUserInput } from '../../platform/errors';
import { publish, subscribeTo } from '../../platform/pubsub';
import {
  applicationOf,
  type Campaign,
  type CampaignChange,
  campaignNow,
  onCampaignChange,
  seesSpending,
  watchRoom,
} from '../campaigns';
import { type Call, callFrom, type CallRow } from './model';

/** What happened in a campaign just now, as one viewer sees it. */
export interface Activity {
  campaign: Campaign;
  /** Null: a call of another agency changed what is left for the viewer's, or the campaign's state or terms are others. */
  call: Call | null;
}

const channelOf = (campaignId: string): string => `calls:${campaignId}`;

type Told = Call | CampaignChange;

/**
 * Tells this process's subscribers of every change of a call or a campaign, whichever process made it. Answers with how to
 * stop.
 */
export function followCalls(): () => void {
  const stops = [
    onCampaignChange((change) => publish(channelOf(change.campaignId), change)),
    onChange<CallRow>('calls', ({ document }) => {
      if (document) publish(channelOf(document.campaignId), callFrom(document));
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/**
 * Calls of a campaign from now on: all of them to its business and staff, its own to an agency, and that those of others
 * changed what is left for it; to all of them that it is paused, goes on or has other terms.
 */
export async function callActivity(viewer: Viewer, campaignId: string): Promise<AsyncIterable<Activity>> {
  const campaign = await campaignNow(campaignId);
  const isWhole = campaign !== null && seesSpending(viewer, campaign.businessId);
  const isAgency = viewer.organisationKind === 'AGENCY' && (await applicationOf(viewer.organisationId, campaignId));
  if (!campaign || !(isWhole || isAgency)) throw badUserInput('There is no such campaign.');
  const calls = subscribeTo<Told>(channelOf(campaignId));
  const hasOtherRoom = isWhole ? null : await watchRoom(viewer.organisationId, campaign);
  let { version } = campaign;
  const iterator: AsyncIterableIterator<Activity> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      for (;;) {
        const step = await calls.next();
        if (step.done === true) return { value: undefined, done: true };
        const change = 'version' in step.value ? step.value : null;
        // What is spent changes a campaign too, and is told with its calls.
        if (change && change.version <= version) continue;
        if (change) version = change.version;
        const present = await campaignNow(campaignId);
        if (!present) continue;
        const call =
          !('version' in step.value) && (isWhole || step.value.agencyId === viewer.organisationId) ? step.value : null;
        // Asked each time: what was told with a call is not told again without.
        const isOther = (await hasOtherRoom?.(present)) === true;
        if (call || change || isOther) return { value: { campaign: present, call }, done: false };
      }
    },
    return: () => calls.return!().then(() => ({ value: undefined, done: true as const })),
  };
  return iterator;
}
