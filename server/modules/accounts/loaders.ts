import DataLoader from 'dataloader';
import { type OrganisationRow, type PersonFacts } from './model';
import { peopleById } from './people';
import { organisations } from './standing';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  organisationById: new DataLoader<string, OrganisationRow | null>(async (ids) => {
    const found = await organisations.byIds(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  personById: new DataLoader<string, PersonFacts | null>(async (ids) => {
    const found = await peopleById(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
});

export type AccountLoaders = ReturnType<typeof loaders>;
