import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Formats, useFormats } from '../../app/format';
import type { UploadedBatch } from './batch';
import { ChangeSettings } from './ChangeSettings';

/** What was set for rows that say nothing themselves, to be changed in place. */
export function SettingsFacts({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const { moment } = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const facts = factsOf(batch.defaults, t, moment);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t('settings.title')}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {facts.length > 0 ? facts.join(' · ') : t('settings.none')}
      </Text>
      <Button size="compact-sm" variant="default" mt={4} onClick={() => setIsOpen(true)}>
        {t('settings.open')}
      </Button>
      {isOpen && <ChangeSettings batch={batch} onClose={() => setIsOpen(false)} />}
    </div>
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
