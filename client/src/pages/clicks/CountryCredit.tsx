import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whose list the countries of visitors are from, as its licence asks wherever they are shown. */
export function CountryCredit() {
  const { t } = useTranslation('clicks');
  return (
    <Text size="xs" c="dimmed" mt="md">
      {t('credit')} <Anchor href="https://db-ip.com">IP Geolocation by DB-IP</Anchor>
    </Text>
  );
}
