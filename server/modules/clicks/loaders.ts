import DataLoader from 'dataloader';
import { type Viewer } from '../../graphql/viewer';
import { type Campaign, type UsageToday } from '../campaigns';
import { type Contact } from '../leads';
import { type ClickLead, type Conversion } from './conversions/model';
import { clickContacts, conversionsOfClicks } from './conversions/readConversions';
import { type BatchPart, type NamedOfBatch, partsOf } from './disputes/chosenClicks';
import { linksById } from './links/readLinks';
import { type ClickBatch, type TrackedLink } from './model';
import { batchesById } from './readClicks';
import { clicksToday } from './reports/today';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = (viewer: Viewer | null) => ({
  clickBatchById: new DataLoader<string, ClickBatch | null>(async (ids) => {
    const found = await batchesById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  partsOfBatch: new DataLoader<string, BatchPart[]>((ids) => partsOf(ids.map((batchId) => ({ batchId })))),
  /** There is one claim of a batch at most. */
  claimedParts: new DataLoader<NamedOfBatch, BatchPart[], string>((asked) => partsOf(asked), {
    cacheKeyFn: ({ batchId }) => batchId,
  }),
  linkById: new DataLoader<string, TrackedLink | null>((ids) => linksById(ids)),
  /** Of the viewer's agency. */
  clicksToday: new DataLoader<Campaign, UsageToday | null, string>(
    async (campaigns) =>
      viewer?.organisationKind === 'AGENCY' ? clicksToday(viewer.organisationId, campaigns) : campaigns.map(() => null),
    { cacheKeyFn: ({ _id }) => _id },
  ),
  conversionsOfClick: new DataLoader<string, Conversion[]>((ids) => conversionsOfClicks(ids)),
  contactOfClickLead: new DataLoader<ClickLead, Contact | null, string>(
    async (leads) => {
      const contacts = viewer ? await clickContacts(viewer, leads, 'person of a click') : new Map<string, Contact>();
      return leads.map(({ _id }) => contacts.get(_id) ?? null);
    },
    { cacheKeyFn: ({ _id }) => _id },
  ),
});

export type ClickLoaders = ReturnType<typeof loaders>;
