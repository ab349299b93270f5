import { Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog';

export interface KeyLine {
  /** As it is written on the key. */
  name: string;
  does: string;
}

/** What each key does on a page. */
export function KeysModal({ keys, isOpen, onClose }: { keys: readonly KeyLine[]; isOpen: boolean; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog opened={isOpen} onClose={onClose} title={t('keys.title')}>
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
    </Dialog>
  );
}
