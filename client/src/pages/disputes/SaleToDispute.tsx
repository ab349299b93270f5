import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { SaleToDisputeDocument } from '../../generated/disputes';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import type { Disputable } from './claim';
import { Opening } from './Opening';
import { SaleFacts } from './SaleFacts';

/** A claim about one sale. */
export function SaleToDispute({ saleId, asked }: { saleId: string; asked: string | null }) {
  const { t } = useTranslation('disputes');
  const { data, error, refetch } = useQuery(SaleToDisputeDocument, { variables: { saleId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { sale, disputeReasons } = data;
  if (!sale || !disputeReasons) return <Missing />;
  const { id, gross, agency, heldAt, windowEndsAt, card, dispute } = sale;
  const thing: Disputable = {
    ...{ id, gross, agency, heldAt, windowEndsAt },
    kind: 'SALE',
    named: { saleId: id },
    billed: null,
  };
  return (
    <Opening
      thing={thing}
      money={sale}
      facts={<SaleFacts sale={sale} />}
      options={disputeReasons}
      asked={asked}
      disputeId={dispute?.id ?? null}
      back={{ label: t('dispute.toCard'), to: card ? `/cards/${card.id}` : '/cards' }}
    />
  );
}
