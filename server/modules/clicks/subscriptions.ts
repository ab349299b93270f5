import { type Viewer } from '../../graphql/viewer';
import { onChange } from '../../platform/changes';
import { badUserInput } from '../../platform/errors';
import { publish, subscribeTo } from '../../platform/pubsub';
import { type Campaign, type CampaignChange, campaignNow, onCampaignChange, watchRoom } from '../campaigns';
import { type Conversion } from './conversions/model';
import { type Click, clickFrom, type ClickRow, Clicks, type Judgement } from './model';
import { partIn } from './policy';

/** What was judged or converted in a campaign just now, as one viewer sees it. */
export interface Activity {
  campaign: Campaign;
  clicks: Click[];
}

/** Which clicks: those of a judgement, or one. */
type OfClicks = Pick<Judgement, 'campaignId' | 'seq'> | { campaignId: string; clickId: string };
type Told = OfClicks | CampaignChange;

const channelOf = (campaignId: string): string => `clicks:${campaignId}`;

/** Of a burst the last are shown; the sums tell of all. */
const MOST_TOLD = 50;

/**
 * Tells this process's subscribers of every judgement, conversion and change of a campaign, whichever process made it.
 * Answers with how to stop.
 */
export function followClicks(): () => void {
  const tell = (told: Told): void => publish(channelOf(told.campaignId), told);
  const stops = [
    onCampaignChange(tell),
    onChange<Judgement>('click_judgements', ({ type, document }) => {
      if (type === 'insert' && document) tell({ campaignId: document.campaignId, seq: document.seq });
    }),
    onChange<Conversion>('conversions', ({ type, document }) => {
      if (type === 'insert' && document) tell({ campaignId: document.campaignId, clickId: document.clickId });
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/**
 * What is judged in a campaign and what converts from now on: all of it to its business and staff, its own to an agency,
 * and that clicks of others changed what is left for it; to all of them that it is paused, goes on or has other terms.
 */
export async function campaignActivity(viewer: Viewer, campaignId: string): Promise<AsyncIterable<Activity>> {
  const campaign = await campaignNow(campaignId);
  const part = campaign && (await partIn(viewer, campaign));
  if (!part) throw badUserInput('There is no such campaign.');
  const judgements = subscribeTo<Told>(channelOf(campaignId));
  const hasOtherRoom = part.agencyId === undefined ? null : await watchRoom(part.agencyId, campaign);
  let { version } = campaign;
  const iterator: AsyncIterableIterator<Activity> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      for (;;) {
        const step = await judgements.next();
        if (step.done === true) return { value: undefined, done: true };
        const change = 'version' in step.value ? step.value : null;
        // What is spent changes a campaign too, and is told with its clicks.
        if (change && change.version <= version) continue;
        if (change) version = change.version;
        const clicks = 'version' in step.value ? [] : await read(step.value, part);
        if (clicks.length === 0 && !change && !hasOtherRoom) continue;
        const present = await campaignNow(campaignId);
        if (!present) continue;
        // Asked each time: what was told with clicks is not told again without.
        const isOther = (await hasOtherRoom?.(present)) === true;
        if (clicks.length > 0 || change || isOther) return { value: { campaign: present, clicks }, done: false };
      }
    },
    return: () => judgements.return!().then(() => ({ value: undefined, done: true as const })),
  };
  return iterator;
}

async function read(told: OfClicks, part: object): Promise<Click[]> {
  const { campaignId } = told;
  const rows =
    'clickId' in told
      ? await Clicks.find({ _id: told.clickId, ...part }).lean<ClickRow[]>()
      : await Clicks.find({ campaignId, seq: told.seq, ...part })
          .sort({ campaignId: 1, seq: 1, at: -1 })
          .limit(MOST_TOLD)
          .lean<ClickRow[]>();
  return rows.map(clickFrom);
}
