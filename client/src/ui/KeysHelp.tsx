import { Button, Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type KeyLine, KeysModal } from './KeysModal';
import { useKeys } from './useKeys';

/** A button and the key `?`, which list the keys of a page. */
export function KeysHelp({ keys }: { keys: readonly KeyLine[] }) {
  const { t } = useTranslation();
  const [isOpen, help] = useDisclosure(false);
  useKeys({ '?': help.open });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        visibleFrom="sm"
        leftSection={<Keyboard size={16} aria-hidden />}
        rightSection={<Kbd size="xs">?</Kbd>}
        onClick={help.open}
      >
        {t('keys.title')}
      </Button>
      <KeysModal keys={keys} isOpen={isOpen} onClose={help.close} />
    </>
  );
}
