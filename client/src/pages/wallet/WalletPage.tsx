import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button } from '@mantine/core';
import { Plus, Snowflake } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { download } from '../../app/download';
import { Missing } from '../../app/fallbacks';
import { useSession } from '../../app/session';
import { WalletDocument } from '../../generated/wallet';
import { DownloadButton } from '../../ui/DownloadButton';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { Entries } from './Entries';
import { Standing } from './Standing';
import { TopUpDialog } from './TopUpDialog';
import { TopUpReturn } from './TopUpReturn';
import { TopUps } from './TopUps';
import { useArrival, useWayBack } from './useArrival';
import styles from './wallet.module.css';

/** The wallet: what can be spent, the way to put money in, and the statement with what explains each entry. */
export function WalletPage() {
  const { may } = useSession();
  return may('SEE_WALLET') ? <OwnWallet /> : <Missing />;
}

function OwnWallet() {
  const { t } = useTranslation('wallet');
  const { may } = useSession();
  const arrival = useArrival();
  const back = useWayBack();
  // Money of a link is offered in the dialog; the person still decides.
  const [topUp, setTopUp] = useState<{ amount: string } | null>(
    arrival?.amount && may('TOP_UP_WALLET') ? { amount: arrival.amount } : null,
  );
  const { data, error, refetch } = useQuery(WalletDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return (
    <Page
      title={t('title')}
      lead={
        back && (
          <Anchor component={Link} to={back} inherit>
            {t('return.toPurchase')}
          </Anchor>
        )
      }
      actions={
        <>
          <RowKeys mark="[data-entry]" canSelect={false} />
          <DownloadButton
            label={t('export')}
            name="wallet.csv"
            save={() => download('/api/exports/wallet.csv', 'wallet.csv')}
          />
          {may('TOP_UP_WALLET') && (
            <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setTopUp({ amount: '' })}>
              {t('topUp.open')}
            </Button>
          )}
        </>
      }
    >
      {data.wallet.status === 'FROZEN' && (
        <Alert color="brick" variant="light" icon={<Snowflake size={18} aria-hidden />} title={t('frozen.title')}>
          {t('frozen.means')}
        </Alert>
      )}
      {arrival?.topUpId && <TopUpReturn id={arrival.topUpId} wasCancelled={arrival.wasCancelled} back={back} />}
      <Standing wallet={data.wallet} />
      <div className={styles.columns}>
        <Entries onTopUp={may('TOP_UP_WALLET') ? () => setTopUp({ amount: '' }) : undefined} />
        <TopUps available={data.wallet.available} isFrozen={data.wallet.status === 'FROZEN'} />
      </div>
      {topUp && <TopUpDialog initial={topUp.amount} back={back} onClose={() => setTopUp(null)} />}
    </Page>
  );
}
