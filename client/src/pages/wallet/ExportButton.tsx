import { Button, Tooltip } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadReport } from '../intake/downloadReport';

/** Saves an export of the server as a file; a failure is said at the button, which can be pressed again. */
export function ExportButton({ address, name, label }: { address: string; name: string; label: string }) {
  const { t } = useTranslation();
  const [isLoading, setIsLoading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const download = async (): Promise<void> => {
    setIsLoading(true);
    setFault(null);
    const refused = await downloadReport(address, name);
    setFault(refused === '' ? t('failure.offline') : refused);
    setIsLoading(false);
  };
  return (
    <>
      {fault && (
        <span role="alert" style={{ color: 'var(--lb-brick)', fontSize: 14 }}>
          {fault}
        </span>
      )}
      <Tooltip label={name}>
        <Button
          variant="default"
          leftSection={<Download size={16} aria-hidden />}
          loading={isLoading}
          onClick={() => void download()}
        >
          {label}
        </Button>
      </Tooltip>
    </>
  );
}
