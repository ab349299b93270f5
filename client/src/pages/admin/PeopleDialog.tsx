import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { type GovernedFieldsFragment, PeopleOfOrganisationDocument } from '../../generated/admin';
import { Dialog } from '../../ui/Dialog';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { TableHead } from '../../ui/Table';

/** Who belongs to an organisation, and the way to what was done about it. */
export function PeopleDialog({
  organisation,
  onClose,
}: {
  organisation: GovernedFieldsFragment | null;
  onClose: () => void;
}) {
  const { t } = useTranslation('admin');
  return (
    <Dialog
      opened={organisation !== null}
      onClose={onClose}
      size="lg"
      title={organisation && t('people.title', { name: organisation.name })}
    >
      {organisation && <People organisationId={organisation.id} />}
    </Dialog>
  );
}

function People({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('admin');
  const { day } = useFormats();
  const { data, error, refetch, fetchMore } = useQuery(PeopleOfOrganisationDocument, {
    variables: { organisationId },
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.membersOf;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { membersOf } }) => ({
        membersOf: { ...membersOf, nodes: [...before.membersOf.nodes, ...membersOf.nodes] },
      }),
    });
  return (
    <>
      <div className="lb-scroll" role="group" aria-label={t('people.list')} tabIndex={0}>
        <table className="lb-table">
          <TableHead columns={(['name', 'email', 'role', 'joined'] as const).map((column) => t(`people.${column}`))} />
          <tbody>
            {nodes.map(({ id, person, role, joinedAt }) => (
              <tr key={id}>
                <th scope="row">{person.name}</th>
                <td>{person.email}</td>
                <td>{t(`common:role.${role}`)}</td>
                <td>{day(joinedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pageInfo.hasNextPage && <More load={more} />}
      <p>
        <Link to={`/admin/organisations/record?subject=${organisationId}`}>{t('people.record')}</Link>
      </p>
    </>
  );
}
