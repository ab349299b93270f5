import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regional } from '../../app/region';
import type { UploadedBatch } from './batch';
import { ChangeSettings } from './ChangeSettings';
import { consentGaps } from './consentGaps';

/** Says which parts of consent no row has, and leads to where they are given for all; nothing where none is missing. */
export function MissingConsent({ batch }: { batch: UploadedBatch }) {
  const { t, i18n } = useTranslation('intake');
  const [isOpen, setIsOpen] = useState(false);
  const gaps = consentGaps(batch);
  if (gaps.length === 0 && !isOpen) return null;
  const parts = new Intl.ListFormat(regional(i18n.language), { type: 'conjunction' }).format(
    gaps.map((part) => t(`consentGap.${part}`)),
  );
  return (
    <>
      {gaps.length > 0 && (
        <Alert color="amber" variant="light" title={t('consentGap.title')}>
          {t('consentGap.text', { parts })}{' '}
          <Button size="compact-sm" variant="default" mt={4} onClick={() => setIsOpen(true)}>
            {t('consentGap.give')}
          </Button>
        </Alert>
      )}
      {isOpen && <ChangeSettings batch={batch} onClose={() => setIsOpen(false)} />}
    </>
  );
}
