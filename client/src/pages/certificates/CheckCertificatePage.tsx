import { Button, Text } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setIsOver(over);
  };
  useEffect(() => {
    // A file that is dropped beside the place would make the browser leave the page.
    const keep = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
  return (
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        const [file] = event.dataTransfer.files;
        if (file) onFile(file);
      }}
    >
      <FileCheck size={36} strokeWidth={1.25} aria-hidden />
      <Text fw={600}>{t('check.drop')}</Text>
      <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
        {t('check.choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".html,.json,text/html,application/json"
        className="lb-visually-hidden"
        tabIndex={-1}
        aria-label={t('check.file')}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          // The same name chosen again is another file.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
