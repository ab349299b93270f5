import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, olderThan, type PageArgs, pageArgs } from '../../../platform/pages';
import { type Form, Forms } from './model';

/** The viewer agency's forms, the newest first. */
export async function formsOfAgency({ organisationId }: Viewer, args: PageArgs): Promise<Connection<Form>> {
  const { limit, after } = pageArgs(args);
  const where = { ...olderThan('createdAt', after), agencyId: organisationId };
  const rows = await Forms.find(where)
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<Form[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.toISOString(), _id]);
}

export async function formsById(ids: readonly string[]): Promise<(Form | null)[]> {
  const found = new Map((await Forms.find({ _id: { $in: ids } }).lean<Form[]>()).map((form) => [form._id, form]));
  return ids.map((id) => found.get(id) ?? null);
}

export const maySeeForm = ({ organisationKind, organisationId }: Viewer, { agencyId }: Form): boolean =>
  organisationKind === 'PLATFORM' || organisationId === agencyId;
