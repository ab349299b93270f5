import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { MyDataFieldsFragment } from '../../generated/rights';
import { Facts, Panel } from '../../ui/Panel';

/** A call that a person made to a business by a number of the market. */
export function OwnCall({ call }: { call: MyDataFieldsFragment['calls'][number] }) {
  const { t } = useTranslation('rights');
  const { moment } = useFormats();
  const { niche, business, agency, at, seconds, hasRecording, looks, lastLookAt, timesHeard } = call;
  const when = seconds === null ? moment(at) : t('call', { moment: moment(at), count: seconds });
  return (
    <Panel title={t('byCall', { niche, business })}>
      <Text size="sm">{t('byCallMeans', { business, agency })}</Text>
      <Facts facts={[[t('calledOn'), when]]} />
      <Text size="sm">
        {t(hasRecording ? 'callRecorded' : 'callNotRecorded')} {timesHeard > 0 && t('callHeard', { count: timesHeard })}
      </Text>
      <Text size="sm">
        {business}: {lastLookAt ? t('looked', { count: looks, moment: moment(lastLookAt) }) : t('notLooked')}
      </Text>
    </Panel>
  );
}
