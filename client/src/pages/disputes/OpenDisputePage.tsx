import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { SaleToDisputeDocument, type SaleToDisputeQuery } from '../../generated/disputes';
import { ClockRing } from '../../ui/ClockRing';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { Page, PageSkeleton } from '../../ui/Page';
import { ClaimForm } from './ClaimForm';
import { SaleFacts } from './SaleFacts';
import styles from './claim.module.css';
import shared from './disputes.module.css';

type SaleToDispute = NonNullable<SaleToDisputeQuery['sale']>;

/** Opens a dispute about one sale: its facts, what the platform found for each reason, then the claim. */
export function OpenDisputePage() {
  const { t } = useTranslation('disputes');
  const [search] = useSearchParams();
  const saleId = search.get('sale') ?? '';
  const isMine = useSession().may('OPEN_DISPUTES');
  const skip = !isMine || saleId === '';
  const { data, error, refetch } = useQuery(SaleToDisputeDocument, { variables: { saleId }, skip });
  if (!isMine) return <Missing />;
  if (saleId === '') {
    return (
      <Empty
        title={t('open.choose')}
        text={t('open.chooseText')}
        action={{ label: t('empty.toCards'), to: '/cards' }}
      />
    );
  }
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { sale, disputeReasons } = data;
  if (!sale || !disputeReasons) return <Missing />;
  const isOpen = disputeReasons.some(({ allowed }) => allowed);
  return (
    <Page title={t('open.title')} lead={isOpen && t('open.lead')}>
      <div className={styles.opening}>
        <Sale sale={sale} />
        {isOpen ? (
          <ClaimForm key={sale.id} sale={sale} options={disputeReasons} asked={search.get('reason')} />
        ) : (
          <NotAnyMore sale={sale} />
        )}
      </div>
    </Page>
  );
}

function Sale({ sale }: { sale: SaleToDispute }) {
  const { t } = useTranslation('disputes');
  return (
    <aside className={shared.panel} aria-labelledby="sale">
      <h2 id="sale" className={shared.heading}>
        {t('open.sale')}
      </h2>
      <SaleFacts sale={sale} />
      {sale.state === 'HELD' && (
        <p className={styles.window}>
          <ClockRing start={sale.heldAt} end={sale.windowEndsAt} /> {t('open.window')}
        </p>
      )}
      <MoneyTrail amounts={stationsOf(sale)} />
    </aside>
  );
}

/** Why this sale cannot be disputed: it was before, or its time is over. */
function NotAnyMore({ sale }: { sale: SaleToDispute }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  if (sale.dispute) {
    return (
      <Empty
        title={t('open.already')}
        text={t('open.once')}
        action={{ label: t('open.toDispute'), to: `/disputes/${sale.dispute.id}` }}
      />
    );
  }
  return (
    <Empty
      title={t('open.closed', { moment: moment(sale.windowEndsAt) })}
      text={t('open.closedText')}
      action={{ label: t('dispute.toCard'), to: sale.card ? `/cards/${sale.card.id}` : '/cards' }}
    />
  );
}
