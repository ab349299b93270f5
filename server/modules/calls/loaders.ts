import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { type Campaign, type UsageToday } from '../campaigns';
import { type Call, type RawEvent, type TrackedNumber } from './model';
import { numbersById } from './numbers/readNumbers';
import { callsById, eventsOfCalls } from './readCalls';
import { callsToday } from './today';
import { type CallsUnderWay, callsUnderWay } from './underWay';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  callById: new DataLoader<string, Call | null>(async (ids) => {
    const found = await callsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  /** Of the viewer's agency. */
  callsToday: new DataLoader<Campaign, UsageToday | null, string>(
    async (campaigns) =>
      viewer?.organisationKind === 'AGENCY' ? callsToday(viewer.organisationId, campaigns) : campaigns.map(() => null),
    { cacheKeyFn: ({ _id }) => _id },
  ),
  callsUnderWay: new DataLoader<string, CallsUnderWay>((campaignIds) => callsUnderWay(campaignIds)),
  numberById: new DataLoader<string, TrackedNumber | null>((ids) => numbersById(ids)),
  eventsByCall: new DataLoader<string, RawEvent[]>(async (ids) => {
    const found = await eventsOfCalls(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
});

export type CallLoaders = ReturnType<typeof loaders>;
