import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface KeyLine {
  /** As it is written on the key. */
  name: string;
  does: string;
}

/** What each key does on a page. */
export function KeysModal({ keys, isOpen, onClose }: { keys: readonly KeyLine[]; isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('keys.title')}
      centered
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Table>
        <Table.Tbody>
          {[...keys, { name: '?', does: t('keys.help') }].map(({ name, does }) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={96}>
                <Kbd>{name}</Kbd>
              </Table.Th>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
