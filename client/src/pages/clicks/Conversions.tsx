import { useQuery } from '@apollo/client/react';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { type ConversionFieldsFragment, ConversionsDocument } from '../../generated/clicks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { figures, Table } from '../../ui/Table';
import { When } from '../../ui/When';
import styles from '../campaigns/usage/usage.module.css';
import { Install } from './Install';
import { PeopleOfClicks } from './PeopleOfClicks';

interface Props {
  campaignId: string;
  /** The viewer's business gets the visitors. */
  isOwn: boolean;
  maySetUp: boolean;
}

/** What became of the visitors of a campaign: to its business with the people it named, and how it is told. */
export function Conversions({ campaignId, isOwn, maySetUp }: Props) {
  return (
    <div className={styles.parts}>
      <ConversionList campaignId={campaignId} isOwn={isOwn} />
      {isOwn && <PeopleOfClicks campaignId={campaignId} />}
      {isOwn && <Install mayMake={maySetUp} model="CLICK" />}
    </div>
  );
}

/** How the business of a campaign that is paid per call tells what calls became; that stands on each of them. */
export const ConversionsOfCalls = ({ maySetUp }: Pick<Props, 'maySetUp'>) => (
  <div className={styles.parts}>
    <Install mayMake={maySetUp} model="CALL" />
  </div>
);

function ConversionList({ campaignId, isOwn }: Pick<Props, 'campaignId' | 'isOwn'>) {
  const { t } = useTranslation('clicks');
  const { data, error, refetch, fetchMore } = useQuery(ConversionsDocument, {
    variables: { campaignId },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.conversions;
  if (nodes.length === 0)
    return <Empty title={t('conversion.none')} text={t(isOwn ? 'conversion.noneBusiness' : 'conversion.noneAgency')} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { conversions } }) => ({
        conversions: { ...conversions, nodes: [...shown.conversions.nodes, ...conversions.nodes] },
      }),
    });
  return (
    <section aria-label={t('conversion.title')}>
      <Table
        caption={t('conversion.title')}
        className={styles.table}
        columns={[
          t('conversion.when'),
          t('conversion.what'),
          t('conversion.agency'),
          t('conversion.subId'),
          ...figures([t('conversion.after'), ...(isOwn ? [t('conversion.value')] : [])]),
        ]}
      >
        <tbody>
          {nodes.map((conversion) => (
            <ConversionRow key={conversion.id} conversion={conversion} isOwn={isOwn} />
          ))}
        </tbody>
      </Table>
      {pageInfo.hasNextPage && <More load={more} />}
    </section>
  );
}

function ConversionRow({ conversion, isOwn }: { conversion: ConversionFieldsFragment; isOwn: boolean }) {
  const { t } = useTranslation('clicks');
  const { span } = useFormats();
  const { agency, subId, saidBy, kind, order, value, at, seconds, isQuick, isBilled, isSameVisitor, hasLead } =
    conversion;
  const told = [
    t(`conversion.saidBy.${saidBy}`),
    ...(order ? [t('conversion.order', { order })] : []),
    ...(hasLead ? [t('conversion.hasLead')] : []),
    ...(isBilled === false ? [t('conversion.unbilled')] : []),
    ...(isSameVisitor === false ? [t('conversion.otherVisitor')] : []),
  ];
  return (
    <tr>
      <td className={styles.when}>
        <When at={at} isStop={false} />
      </td>
      <td className={styles.verdict}>
        {kind}
        <span className={styles.why}>{told.join(' · ')}</span>
      </td>
      <td data-label={t('conversion.agency')}>{agency.name}</td>
      <td data-label={t('conversion.subId')} data-empty={subId === ''}>
        {subId || '–'}
      </td>
      <td className="lb-number" data-label={t('conversion.after')}>
        {span(seconds * 1000)}
        {isQuick && (
          <Badge variant="light" tt="none" color="amber" title={t('conversion.quickMeans')} ml={8}>
            {t('conversion.quick')}
          </Badge>
        )}
      </td>
      {isOwn && (
        <td className="lb-number" data-label={t('conversion.value')}>
          {value ? <Money value={value} /> : t('conversion.noValue')}
        </td>
      )}
    </tr>
  );
}
