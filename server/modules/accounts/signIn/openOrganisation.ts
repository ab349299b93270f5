import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { MARKET_CURRENCY } from '../../../platform/money';
import { emit } from '../../../platform/outbox';
import { afterCommit } from '../../../platform/transaction';
import { type MemberRow, Members, Organisations, type SignUpRow } from '../model';
import { searchKeyOf, statusAtSignUp } from '../rules';
import { memberIdOf } from '../standing';
import { rememberName } from '../tradeNames';

type NewOrganisation = Pick<SignUpRow, 'kind' | 'country'> & { name: string };

/** Inserts an organisation and its owner's membership in the open transaction. */
export async function openOrganisation({ kind, name, country }: NewOrganisation, ownerId: string): Promise<MemberRow> {
  const at = now();
  const organisationId = newId('org');
  await Organisations.insertMany([
    {
      _id: organisationId,
      kind,
      name,
      nameKey: searchKeyOf(name),
      country,
      currency: MARKET_CURRENCY,
      status: statusAtSignUp(kind),
      suspendedBecause: null,
      approvedAt: null,
      ownersVersion: 0,
      createdAt: at,
    },
  ]);
  const owner: MemberRow = {
    _id: memberIdOf(organisationId, ownerId),
    personId: ownerId,
    organisationId,
    role: 'OWNER',
    invitedBy: null,
    joinedAt: at,
  };
  await Members.insertMany([owner]);
  await emit('organisation.created', organisationId, { organisationId, kind, currency: MARKET_CURRENCY });
  afterCommit(() => rememberName({ _id: organisationId, name }));
  return owner;
}
