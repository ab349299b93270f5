import { useQuery } from '@apollo/client/react';
import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import { useViewer } from '../../app/session';
import { type TopUpFieldsFragment, TopUpsDocument } from '../../generated/wallet';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { When } from '../../ui/When';
import { RefundDialog } from './RefundDialog';
import styles from './wallet.module.css';

/** Money put in by card, where each top-up stands, and the way back to the card for what was not spent. */
export function TopUps({ available, isFrozen }: { available: MoneyValue; isFrozen: boolean }) {
  const { t } = useTranslation('wallet');
  const { role } = useViewer();
  const { data, error, refetch, fetchMore } = useQuery(TopUpsDocument, { notifyOnNetworkStatusChange: true });
  const [returned, setReturned] = useState<TopUpFieldsFragment | null>(null);
  const page = data?.topUps;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { topUps } }) => ({
        topUps: { ...topUps, nodes: [...shown.topUps.nodes, ...topUps.nodes] },
      }),
    });
  // Taking money out is for owners alone; so the server says too.
  const canReturn = role === 'OWNER' && !isFrozen && Number(available.minor) > 0;
  return (
    <section className={styles.topUps} aria-labelledby="top-ups-title">
      <h2 id="top-ups-title">{t('topUps.title')}</h2>
      {error && !page && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !page && <PageSkeleton rows={3} />}
      {page?.nodes.length === 0 && <p className="lb-soft">{t('topUps.empty')}</p>}
      <ul className={styles.list}>
        {page?.nodes.map((topUp) => (
          <TopUpItem key={topUp.id} topUp={topUp} onReturn={canReturn ? () => setReturned(topUp) : undefined} />
        ))}
      </ul>
      {page?.pageInfo.hasNextPage && <More size="xs" load={more} />}
      {returned && (
        <RefundDialog
          topUp={returned}
          available={available}
          onDone={() => void refetch()}
          onClose={() => setReturned(null)}
        />
      )}
    </section>
  );
}

function TopUpItem({ topUp, onReturn }: { topUp: TopUpFieldsFragment; onReturn?: () => void }) {
  const { t } = useTranslation('wallet');
  const { money, moment } = useFormats();
  const { state, amount, createdAt, checkoutUrl, expiresAt, refundable, cardRefunds } = topUp;
  return (
    <li>
      <div className={styles.topUp}>
        <strong>
          <Money value={amount} />
        </strong>
        <span className={styles.state} data-state={state}>
          {t(`topUps.state.${state}`)}
        </span>
        <span className="lb-soft">
          <When at={createdAt} />
        </span>
        {onReturn && Number(refundable.minor) > 0 && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onReturn}>
            {t('refund.open')}
          </Button>
        )}
      </div>
      {state === 'CREATED' && checkoutUrl && (
        <p className={styles.line}>
          <Anchor href={checkoutUrl} inherit>
            {t('topUps.pay')}
          </Anchor>{' '}
          {t('topUps.payUntil', { moment: moment(expiresAt) })}
        </p>
      )}
      {cardRefunds.map((refund) => (
        <p key={refund.id} className={styles.line}>
          {t(`topUps.refund.${refund.state}`, { amount: money(refund.amount), moment: moment(refund.createdAt) })}
        </p>
      ))}
    </li>
  );
}
