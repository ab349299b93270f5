import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { type Formats, useFormats } from '../../app/format';
import { RecordedActsDocument, type RecordedActsQuery } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { ActChanges } from './ActChanges';
import { ACTS, isDay } from './recordFilter';
import { RecordFilters } from './RecordFilters';
import { SYSTEM, useRecordFilter } from './useRecordFilter';
import { Page, PageSkeleton } from '../../ui/Page';
import { TableHead } from '../../ui/Table';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { When } from '../../ui/When';
import styles from './admin.module.css';

type Act = RecordedActsQuery['acts']['nodes'][number];

/** What staff and owners did, the latest first; of one subject when the address names it. */
export function RecordPage() {
  const { t } = useTranslation('admin');
  const { country } = useFormats();
  const { subject, filter } = useRecordFilter();
  const { data, previousData, error, refetch, fetchMore } = useQuery(RecordedActsDocument, {
    variables: { subject, filter },
  });
  const acts = (data ?? previousData)?.acts;
  const isNarrowed = subject !== null || Object.values(filter).some(Boolean);
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
        subject
          ? t('record.of', { subject: acts?.nodes[0] ? subjectOf(acts.nodes[0], t, country) : subject })
          : t('record.lead')
      }
      actions={
        isNarrowed && (
          <>
            {subject?.startsWith('lead_') && (
              <Button component={Link} to={`/admin/leads/${subject}`} variant="default" size="xs">
                {t('staffLead.open')}
              </Button>
            )}
            <Button component={Link} to="?" variant="default" size="xs">
              {t('record.all')}
            </Button>
          </>
        )
      }
    >
      <RecordFilters actorName={acts?.nodes[0]?.actor?.name ?? null} />
      <UnknownFilters
        filters={[
          { name: 'act', what: t('record.act'), knows: isOneOf(ACTS) },
          { name: 'from', what: t('record.from'), knows: isDay },
          { name: 'to', what: t('record.to'), knows: isDay },
        ]}
      />
      {error && !acts && <Failure error={error} onRetry={() => void refetch()} />}
      {!acts && !error && <PageSkeleton />}
      {acts?.nodes.length === 0 && <Empty title={t(isNarrowed ? 'record.noneFits' : 'record.none')} />}
      {acts && acts.nodes.length > 0 && <ActTable acts={acts.nodes} />}
      {acts?.pageInfo.hasNextPage && <More load={more} />}
    </Page>
  );
}

function ActTable({ acts }: { acts: readonly Act[] }) {
  const { t } = useTranslation('admin');
  const { country } = useFormats();
  const [params] = useSearchParams();
  /** The address with one more thing asked for. */
  const narrowedBy = (name: string, value: string): string =>
    `?${new URLSearchParams([...[...params].filter(([other]) => other !== name), [name, value]])}`;
  return (
    <div className="lb-scroll" role="group" aria-label={t('record.title')} tabIndex={0}>
      <table className={`lb-table ${styles.record}`}>
        <caption className="lb-visually-hidden">{t('record.title')}</caption>
        <TableHead
          columns={(['at', 'actor', 'act', 'subject', 'reason', 'change'] as const).map((column) =>
            t(`record.${column}`),
          )}
        />
        <tbody>
          {acts.map(({ id, at, actor, act, reason, ...of }) => (
            <tr key={id}>
              <td data-label={t('record.at')}>
                <When at={at} />
              </td>
              <td data-label={t('record.actor')}>
                <Link to={narrowedBy('by', actor?.id ?? SYSTEM)}>{actor?.name ?? t('record.market')}</Link>
              </td>
              <th scope="row">{t(`record.acts.${act}`, { defaultValue: act })}</th>
              <td data-label={t('record.subject')}>
                <Link to={narrowedBy('subject', of.subject)} title={of.subject}>
                  {subjectOf(of, t, country)}
                </Link>
              </td>
              <td data-label={t('record.reason')} className={styles.said}>
                {reason === 'TOKEN_REUSED' ? t('record.reasons.TOKEN_REUSED') : reason}
              </td>
              <td data-label={t('record.change')} className={styles.changed}>
                <ActChanges subject={of.subject} before={of.before} after={of.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Of = Pick<Act, 'subject' | 'organisation' | 'person' | 'niche' | 'region'>;

/** The end of an id tells things apart; its beginning is the time, and much the same among neighbours. */
const END = 6;

/** What an act was done to, by its name; a thing without one by its kind and the end of its id. */
function subjectOf(
  { subject, organisation, person, niche, region }: Of,
  t: TFunction<'admin'>,
  nameOf: Formats['country'],
): string {
  const name = (organisation ?? person ?? niche ?? region)?.name;
  const [, model] = /^(?:niche_.+|all):([A-Z]+)$/.exec(subject) ?? [];
  if (model) return t('record.priceOf', { name: name ?? t('record.allNiches'), model: t(`common:model.${model}`) });
  const [, country] = /^COUNTRY ([A-Z]{2})$/.exec(subject) ?? [];
  if (country) return t('record.countryIndex', { country: nameOf(country) });
  const [, rule, where] = /^([A-Z0-9_]+) (all|niche_.+)$/.exec(subject) ?? [];
  if (rule && where) {
    const ofNiche = where === 'all' ? t('record.everyNiche') : (name ?? where.replace('niche_', ''));
    return t('record.weightOf', { rule: t(`signals:${rule}`, { defaultValue: rule }), niche: ofNiche });
  }
  if (/^[A-Z0-9_]+$/.test(subject)) return t(`record.factors.${subject}`, { defaultValue: subject });
  if (name) return name;
  const [, kind, id] = /^([a-z]+)_([a-z0-9]{26,})$/.exec(subject) ?? [];
  if (!kind || !id) return subject;
  return t('record.one', { kind: t(`record.kinds.${kind}`, { defaultValue: kind }), end: id.slice(-END) });
}
