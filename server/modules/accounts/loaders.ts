import DataLoader from 'dataloader';
import { type OrganisationRow, People, type PersonFacts } from './model';
import { organisations } from './standing';

/** Reads of one request, each kind in one command however many are asked for. */
export const loaders = () => ({
  organisationById: new DataLoader<string, OrganisationRow | null>(async (ids) => {
    const found = await organisations.byIds(ids);
    return ids.map((id) => found.get(id) ?? null);
  }),
  personById: new DataLoader<string, PersonFacts | null>(async (ids) => {
    const rows = await People.find({ _id: { $in: ids } }, { name: 1, email: 1 }).lean<PersonFacts[]>();
    const found = new Map(rows.map((row) => [row._id, row]));
    return ids.map((id) => found.get(id) ?? null);
  }),
});

export type AccountLoaders = ReturnType<typeof loaders>;
