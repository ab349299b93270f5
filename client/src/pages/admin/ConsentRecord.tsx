import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { QuarantinedFieldsFragment } from '../../generated/admin';
import { Dotted } from '../../ui/Dotted';
import styles from './quarantine.module.css';

/** The consent as it was given: the text that was shown, where, when and how. */
export function ConsentRecord({ consent }: { consent: QuarantinedFieldsFragment['consent'] }) {
  const { t } = useTranslation('admin');
  const { moment } = useFormats();
  return (
    <section>
      <Title order={3} size="h6">
        {t('consent.title')}
      </Title>
      {consent ? (
        <>
          <blockquote className={styles.consent}>{consent.text}</blockquote>
          <Text size="sm" c="dimmed" className={styles.source}>
            <Dotted>
              {t(`consent.method.${consent.method}`)}
              {moment(consent.at)}
              {t(consent.hasIp ? 'consent.withIp' : 'consent.withoutIp')}
              {consent.recipientNames.join('; ')}
              {consent.page}
              {consent.userAgent}
              {consent.namedRecipients.length > 0 && t('consent.named', { names: consent.namedRecipients.join('; ') })}
            </Dotted>
          </Text>
        </>
      ) : (
        <Text size="sm">{t('consent.none')}</Text>
      )}
    </section>
  );
}
