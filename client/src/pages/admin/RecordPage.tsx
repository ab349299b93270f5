import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { RecordedActsDocument, type RecordedActsQuery } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { ActChanges } from './ActChanges';
import { Page, PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';

type Act = RecordedActsQuery['acts']['nodes'][number];

/** What staff and owners did, the latest first; of one subject when the address names it. */
export function RecordPage() {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const subject = params.get('subject');
  const { data, previousData, error, refetch, fetchMore } = useQuery(RecordedActsDocument, {
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
      lead={
        subject ? t('record.of', { subject: acts?.nodes[0] ? subjectOf(acts.nodes[0], t) : subject }) : t('record.lead')
      }
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
      {acts?.pageInfo.hasNextPage && <More load={more} />}
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
          {acts.map(({ id, at, actor, act, reason, ...of }) => (
            <tr key={id}>
              <td>
                <When at={at} />
              </td>
              <td>{actor?.name ?? t('record.market')}</td>
              <th scope="row">{t(`record.acts.${act}`, { defaultValue: act })}</th>
              <td>
                <Link to={`?subject=${encodeURIComponent(of.subject)}`}>{subjectOf(of, t)}</Link>
              </td>
              <td style={{ minWidth: 160 }}>{reason}</td>
              <td style={{ minWidth: 200, maxWidth: 420, overflowWrap: 'anywhere' }}>
                <ActChanges before={of.before} after={of.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Of = Pick<Act, 'subject' | 'organisation' | 'person' | 'niche' | 'region'>;

/** What an act was done to, by its name; a thing without one by its kind and id. */
function subjectOf(
  { subject, organisation, person, niche, region }: Of,
  t: (key: string, options: { defaultValue: string }) => string,
) {
  const name = (organisation ?? person ?? niche ?? region)?.name;
  if (name) return name;
  const [, kind = '', id = subject] = /^([a-z]+)_(.+)$/.exec(subject) ?? [];
  return [t(`record.kinds.${kind}`, { defaultValue: kind }), id].join(' ').trim();
}
