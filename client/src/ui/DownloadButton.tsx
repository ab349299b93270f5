import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/**
 * Saves a file; a failure is said at the button, which can be pressed again. `save` answers null when the file is saved,
 * else why it is not, empty when nothing arrived.
 */
export function DownloadButton({
  label,
  name,
  size,
  isDisabled = false,
  save,
}: {
  label: string;
  /** What the file is called, for those who point at the button. */
  name: string;
  size?: ButtonProps['size'];
  isDisabled?: boolean;
  save: () => Promise<string | null>;
}) {
  const { t } = useTranslation();
  const [isLoading, setIsLoading] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const press = async (): Promise<void> => {
    setIsLoading(true);
    setFault(null);
    const refused = await save();
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
          size={size}
          leftSection={<Download size={size === 'xs' ? 14 : 16} aria-hidden />}
          loading={isLoading}
          disabled={isDisabled}
          onClick={() => void press()}
        >
          {label}
        </Button>
      </Tooltip>
    </>
  );
}
