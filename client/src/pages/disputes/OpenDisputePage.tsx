import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Missing } from '../../app/fallbacks';
import { useSession } from '../../app/session';
import { Empty } from '../../ui/Empty';
import { BatchToDispute } from './BatchToDispute';
import { CallToDispute } from './CallToDispute';
import { SaleToDispute } from './SaleToDispute';

/** Opens a dispute about what the address names: its facts, what the platform found for each reason, then the claim. */
export function OpenDisputePage() {
  const { t } = useTranslation('disputes');
  const [search] = useSearchParams();
  const asked = search.get('reason');
  const [saleId, clickBatchId, callId] = ['sale', 'batch', 'call'].map((name) => search.get(name));
  if (!useSession().may('OPEN_DISPUTES')) return <Missing />;
  if (saleId) return <SaleToDispute saleId={saleId} asked={asked} />;
  if (clickBatchId) return <BatchToDispute clickBatchId={clickBatchId} asked={asked} />;
  if (callId) return <CallToDispute callId={callId} asked={asked} />;
  return (
    <Empty title={t('open.choose')} text={t('open.chooseText')} action={{ label: t('empty.toCards'), to: '/cards' }} />
  );
}
