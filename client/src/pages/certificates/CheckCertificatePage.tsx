import { Text } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../ui/DropZone';
import { Failure } from '../../ui/Failure';
import { Page } from '../../ui/Page';
import { useCheck } from './useCheck';
import { Verdict } from './Verdict';
import styles from './certificates.module.css';

/** For anybody who holds the file of a certificate: whether it is as the market issued it, and what is not. */
export function CheckCertificatePage() {
  const { t } = useTranslation('certificates');
  const { check, fault, isChecking, take } = useCheck();
  return (
    <div className={styles.page}>
      <Page title={t('check.title')} lead={t('check.lead')}>
        <Drop isBusy={isChecking} onFile={(file) => void take(file)} />
        {fault && <Failure title={t('check.failed')} message={fault} />}
        {check && <Verdict check={check} />}
        <Text size="sm" c="dimmed">
          {t('check.means')}
        </Text>
      </Page>
    </div>
  );
}

function Drop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation('certificates');
  return (
    <DropZone
      label={t('check.file')}
      accept=".html,.json,text/html,application/json"
      button={{ label: t('check.choose'), isBusy }}
      onFiles={([file]) => file && onFile(file)}
    >
      <FileCheck size={36} strokeWidth={1.25} aria-hidden />
      <Text fw={600}>{t('check.drop')}</Text>
    </DropZone>
  );
}
