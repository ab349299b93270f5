import { Alert, Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useTelephony } from './useTelephony';

/**
 * Said wherever calls are: that there is no telephone provider, or that a stand-in takes its place, with the way to its page.
 * Nothing where real phones ring.
 */
export function TelephonyNote() {
  const { t } = useTranslation('campaigns');
  const telephony = useTelephony();
  if (!telephony || (telephony.isSetUp && !telephony.isStandIn)) return null;
  const { isSetUp, standInUrl } = telephony;
  return (
    <Alert role="note" color="amber" variant="light" title={t(isSetUp ? 'telephony.standIn' : 'telephony.none')}>
      {t(isSetUp ? 'telephony.standInMeans' : 'telephony.noneMeans')}{' '}
      {standInUrl && (
        <Anchor href={standInUrl} target="_blank" rel="noopener" inherit>
          {t('telephony.place')}
        </Anchor>
      )}
    </Alert>
  );
}
