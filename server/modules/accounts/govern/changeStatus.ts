import { type Viewer } from '../../../graphql/viewer';
import { type ActName } from '../../../platform/actNames';
import { recordAct } from '../../../platform/audit';
import { conflict, notFound } from '../../../platform/errors';
import { afterCommit } from '../../../platform/transaction';
import { type OrganisationRow, Organisations } from '../model';
import { organisations } from '../standing';

type Change = Partial<Pick<OrganisationRow, 'status' | 'suspendedBecause' | 'approvedAt'>>;

interface StatusChange {
  act: ActName;
  reason: string | null;
  /** The states that it starts from; from any other it is a Conflict that says `refusal`. */
  from: readonly OrganisationRow['status'][];
  refusal: string;
  to: (organisation: OrganisationRow) => Change;
}

/** Changes an organisation's status in the open transaction, on record; the platform's own is out of reach. */
export async function changeStatus(
  { personId }: Viewer,
  organisationId: string,
  { act, reason, from, refusal, to }: StatusChange,
): Promise<{ organisation: OrganisationRow }> {
  const traders = { _id: organisationId, kind: { $ne: 'PLATFORM' as const } };
  const organisation = await Organisations.findOne(traders).lean<OrganisationRow>();
  if (!organisation) throw notFound('organisation');
  const { status } = organisation;
  if (!from.includes(status)) throw conflict(refusal);
  const change = to(organisation);
  const { matchedCount } = await Organisations.updateOne({ _id: organisationId, status }, { $set: change });
  if (matchedCount === 0) throw conflict(refusal);
  await recordAct({
    actor: personId,
    act,
    subject: organisationId,
    reason,
    before: { status },
    after: { status: change.status },
  });
  afterCommit(() => organisations.forget(organisationId));
  return { organisation: { ...organisation, ...change } };
}
