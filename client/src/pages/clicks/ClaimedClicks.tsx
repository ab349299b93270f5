import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { ClaimedClicksDocument } from '../../generated/clicks';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import styles from '../campaigns/usage/usage.module.css';
import { ClickTable } from './ClickTable';
import { CountryCredit } from './CountryCredit';

interface Props {
  disputeId: string;
  /** Whether the claim names them; else it tells how many of the billed ones it means. */
  areNamed: boolean;
}

/** The clicks that a claim is about one by one, for all its sides, once somebody asks for them. */
export function ClaimedClicks({ disputeId, areNamed }: Props) {
  const { t } = useTranslation('clicks');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className={styles.oneByOne} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t(areNamed ? 'claimed.named' : 'claimed.all')}</summary>
      {isOpen && <OneByOne disputeId={disputeId} />}
    </details>
  );
}

function OneByOne({ disputeId }: { disputeId: string }) {
  const { t } = useTranslation('clicks');
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(ClaimedClicksDocument, { variables: { disputeId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const page = data.dispute?.claimedClicks;
  if (!page || page.nodes.length === 0) return <p className="lb-soft">{t('claimed.gone')}</p>;
  const more = () =>
    fetchMore({
      variables: { after: page.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { dispute } }) => {
        if (!shown.dispute || !dispute) return { dispute };
        const nodes = [...shown.dispute.claimedClicks.nodes, ...dispute.claimedClicks.nodes];
        return { dispute: { ...dispute, claimedClicks: { ...dispute.claimedClicks, nodes } } };
      },
    });
  return (
    <>
      <ClickTable clicks={page.nodes} isOfCampaign isAgency={isAgency} hasIds />
      {page.pageInfo.hasNextPage && <More load={more} />}
      <CountryCredit />
    </>
  );
}
