import { Button, Kbd, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useKeys } from './keys';
import styles from './disputes.module.css';

/** A button and the key `?`, which list the keys of a page. `keys` are their names and the texts that explain them. */
export function KeysHelp({ keys }: { keys: readonly { name: string; does: string }[] }) {
  const { t } = useTranslation('disputes');
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
      <Modal
        opened={isOpen}
        onClose={help.close}
        title={t('keys.title')}
        centered
        closeButtonProps={{ 'aria-label': t('common:act.close') }}
      >
        <dl className={styles.keys}>
          {[...keys, { name: '?', does: t('keys.help') }].map(({ name, does }) => (
            <div key={name}>
              <dt>
                <Kbd>{name}</Kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
