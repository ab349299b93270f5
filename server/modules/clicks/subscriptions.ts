import { type Viewer } from '../../graphql/viewer';
import { onChange } from '../../platform/changes';
import { badUserInput } from '../../platform/errors';
import { publish, subscribeTo } from '../../platform/pubsub';
import { type Campaign, campaignNow } from '../campaigns';
import { type Click, clickFrom, type ClickRow, Clicks, type Judgement } from './model';
import { partIn } from './policy';

/** What was judged in a campaign just now, as one viewer sees it. */
export interface Activity {
  campaign: Campaign;
  clicks: Click[];
}

type Told = Pick<Judgement, 'campaignId' | 'seq'>;

const channelOf = (campaignId: string): string => `clicks:${campaignId}`;

/** Of a burst the last are shown; the sums tell of all. */
const MOST_TOLD = 50;

/** Tells this process's subscribers of every judgement, whichever process made it. Answers with how to stop. */
export const followJudgements = (): (() => void) =>
  onChange<Judgement>('click_judgements', ({ type, document }) => {
    if (type !== 'insert' || !document) return;
    publish(channelOf(document.campaignId), { campaignId: document.campaignId, seq: document.seq } satisfies Told);
  });

/** What is judged in a campaign from now on: all of it to its business and staff, its own to an agency. */
export async function campaignActivity(viewer: Viewer, campaignId: string): Promise<AsyncIterable<Activity>> {
  const campaign = await campaignNow(campaignId);
  const part = campaign && (await partIn(viewer, campaign));
  if (!part) throw badUserInput('There is no such campaign.');
  const judgements = subscribeTo<Told>(channelOf(campaignId));
  const iterator: AsyncIterableIterator<Activity> = {
    [Symbol.asyncIterator]: () => iterator,
    async next() {
      for (;;) {
        const step = await judgements.next();
        if (step.done === true) return { value: undefined, done: true };
        const activity = await read(step.value, part);
        if (activity) return { value: activity, done: false };
      }
    },
    return: () => judgements.return!().then(() => ({ value: undefined, done: true as const })),
  };
  return iterator;
}

async function read({ campaignId, seq }: Told, part: object): Promise<Activity | null> {
  const rows = await Clicks.find({ campaignId, seq, ...part })
    .sort({ campaignId: 1, seq: 1, at: -1 })
    .limit(MOST_TOLD)
    .lean<ClickRow[]>();
  const campaign = rows.length > 0 ? await campaignNow(campaignId) : null;
  return campaign && { campaign, clicks: rows.map(clickFrom) };
}
