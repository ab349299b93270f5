import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { MyDataFieldsFragment } from '../../generated/rights';
import { Facts, Panel } from '../../ui/Panel';

type Told = MyDataFieldsFragment['fromBusinesses'][number];

/** What a business itself told of a person who had come to it. */
export function BusinessRecord({ record }: { record: Told }) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  const { niche, business, agency, at, contact, looks, lastLookAt } = record;
  return (
    <Panel title={t('byBusiness', { niche, business })}>
      <Text size="sm">{t('byBusinessMeans', { business, agency })}</Text>
      <Facts
        facts={[
          [t('cameOn'), moment(at)],
          [t('name'), contact.name],
          [t('phone'), contact.phone],
          [t('email'), contact.email],
        ]}
      />
      <Text size="sm">
        {business}: {lastLookAt ? t('looked', { count: looks, moment: moment(lastLookAt) }) : t('notLooked')}
      </Text>
    </Panel>
  );
}
