import DataLoader from 'dataloader';
import { type Call, type RawEvent, type TrackedNumber } from './model';
import { numbersById } from './numbers/readNumbers';
import { callsById, eventsOfCalls } from './readCalls';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  callById: new DataLoader<string, Call | null>(async (ids) => {
    const found = await callsById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  numberById: new DataLoader<string, TrackedNumber | null>((ids) => numbersById(ids)),
  eventsByCall: new DataLoader<string, RawEvent[]>(async (ids) => {
    const found = await eventsOfCalls(ids);
    return ids.map((id) => found.get(id) ?? []);
  }),
});

export type CallLoaders = ReturnType<typeof loaders>;
