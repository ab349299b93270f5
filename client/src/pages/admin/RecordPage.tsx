import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { RecordedActsDocument, type RecordedActsQuery } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';

type Act = RecordedActsQuery['acts']['nodes'][number];

/** What staff and owners did, the latest first; of one subject when the address names it. */
export function RecordPage() {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const subject = params.get('subject');
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(RecordedActsDocument, {
    variables: { subject },
  });
  const acts = (data ?? previousData)?.acts;
  const more = () =>
    fetchMore({
      variables: { after: acts?.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult }) => ({
        acts: { ...fetchMoreResult.acts, nodes: [...before.acts.nodes, ...fetchMoreResult.acts.nodes] },
      }),
    });
  return (
    <Page
      title={t('record.title')}
      lead={subject ? t('record.of', { subject }) : t('record.lead')}
      actions={
        subject && (
          <Button component={Link} to="?" variant="default" size="xs">
            {t('record.all')}
          </Button>
        )
      }
    >
      {error && !acts && <Failure error={error} onRetry={() => void refetch()} />}
      {!acts && !error && <PageSkeleton />}
      {acts?.nodes.length === 0 && <Empty title={t('record.none')} />}
      {acts && acts.nodes.length > 0 && <ActTable acts={acts.nodes} />}
      {acts?.pageInfo.hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => void more()} style={{ alignSelf: 'center' }}>
          {t('common:list.more')}
        </Button>
      )}
    </Page>
  );
}

function ActTable({ acts }: { acts: readonly Act[] }) {
  const { t } = useTranslation('admin');
  return (
    <div className="lb-scroll" role="group" aria-label={t('record.title')} tabIndex={0}>
      <table className="lb-table">
        <caption className="lb-visually-hidden">{t('record.title')}</caption>
        <thead>
          <tr>
            {(['at', 'actor', 'act', 'subject', 'reason', 'change'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`record.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {acts.map(({ id, at, actor, act, subject, reason, before, after }) => (
            <tr key={id}>
              <td>
                <When at={at} />
              </td>
              <td>{actor?.name ?? t('record.market')}</td>
              <th scope="row">{wordsOf(act)}</th>
              <td>
                <Link to={`?subject=${encodeURIComponent(subject)}`}>{subject}</Link>
              </td>
              <td style={{ minWidth: 160 }}>{reason}</td>
              <td style={{ minWidth: 200, maxWidth: 420, overflowWrap: 'anywhere' }}>
                {before && <div>{t('record.before', { value: before })}</div>}
                {after && <div>{t('record.after', { value: after })}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `approveAgency` as Approve agency. */
const wordsOf = (act: string): string => {
  const words = act.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
