import DataLoader from 'dataloader';
import { linksById } from './links/readLinks';
import { type TrackedLink } from './model';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  linkById: new DataLoader<string, TrackedLink | null>((ids) => linksById(ids)),
});

export type ClickLoaders = ReturnType<typeof loaders>;
