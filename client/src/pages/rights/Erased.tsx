import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { EraseMyDataMutation } from '../../generated/rights';
import type { PayloadOf } from '../../app/useVerb';
import { Facts, Panel } from '../../ui/Panel';
import { PersonPage } from '../../ui/PersonPage';

/** The receipt of an erasure. */
export function Erased({ receipt }: { receipt: PayloadOf<EraseMyDataMutation['eraseMyData']>['receipt'] }) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  return (
    <PersonPage title={t('erased')} lead={t('erasedMeans')}>
      <Panel title={t('receipt')}>
        <Facts
          facts={[
            [t('receiptNumber'), receipt.number],
            [t('receiptAt'), moment(receipt.at)],
            [t('receiptRequests'), String(receipt.requestCount)],
            [t('receiptTold'), String(receipt.recipientCount)],
          ]}
        />
      </Panel>
    </PersonPage>
  );
}
