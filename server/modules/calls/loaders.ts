import DataLoader from 'dataloader';
import { type RawEvent, type TrackedNumber } from './model';
import { numbersById } from './numbers/readNumbers';
import { eventsOfCalls } from './readCalls';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  numberById: new DataLoader<string, TrackedNumber | null>((ids) => numbersById(ids)),
  eventsByCall: new DataLoader<string, RawEvent[]>(async (ids) => {
    const found = await eventsOfCalls(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
});

export type CallLoaders = ReturnType<typeof loaders>;
