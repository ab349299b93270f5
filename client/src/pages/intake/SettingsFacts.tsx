import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Formats, useFormats } from '../../app/format';
import type { UploadedBatch } from './batch';

/** What was set for rows that say nothing themselves, and the way to other settings: those of a batch stay as they are. */
export function SettingsFacts({ batch: { id, defaults } }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  const facts = factsOf(defaults, t, moment);
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      <Text span inherit c="dimmed">
        {t('settings.title')}
      </Text>{' '}
      {facts.length > 0 ? facts.join(' · ') : t('settings.none')}{' '}
      <Link to={`/upload?like=${id}`}>{t('settings.change')}</Link>
    </Text>
  );
}

function factsOf(
  { temperature, contactKind, channel, type, ...consent }: UploadedBatch['defaults'],
  t: (key: string, values?: Record<string, string>) => string,
  moment: Formats['moment'],
): string[] {
  const facts = [
    temperature && t(`common:temperature.${temperature}`),
    contactKind && t(`common:contactKind.${contactKind}`),
    channel && t(`common:channel.${channel}`),
    type && t(`common:leadType.${type}`),
    consent.consentText && t('settings.consent', { text: shortened(consent.consentText) }),
    consent.consentMethod && t(`consentMethod.${consent.consentMethod}`),
    consent.consentAt && moment(consent.consentAt),
    consent.consentPage,
  ];
  return facts.flatMap((fact) => fact || []);
}

const LONGEST = 120;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
