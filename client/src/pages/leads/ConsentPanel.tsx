import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import styles from './LeadPage.module.css';
import type { LeadDetails } from './LeadPage';
import { Facts, Panel } from '../../ui/Panel';

/** The consent under which the lead is sold. */
export function ConsentPanel({ lead: { consent, state } }: { lead: LeadDetails }) {
  const { t } = useTranslation('leads');
  const { moment } = useFormats();
  return (
    <Panel title={t('consent.title')}>
      {consent ? (
        <>
          <blockquote className={styles.quote}>{consent.text}</blockquote>
          <Facts
            facts={[
              [t('consent.method'), t(`consentMethod.${consent.method}`)],
              [t('consent.at'), moment(consent.at)],
              [t('consent.page'), consent.page],
              [
                t('consent.ip'),
                t(consent.hasIp ? (state === 'ERASED' ? 'consent.ipErased' : 'consent.ipKept') : 'consent.ipMissing'),
              ],
              [t('consent.userAgent'), consent.userAgent],
              [t('consent.recipients'), consent.recipientNames.join('; ')],
              [t('consent.named'), consent.namedRecipients.join('; ') || null],
            ]}
          />
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('consent.missing')}
        </Text>
      )}
    </Panel>
  );
}
