import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SheetProps } from './Sheet';

/** What a sheet is made of; a file of its own, since most pages never open one. */
export default function SheetDrawer({ isOpen, onClose, title, size, children }: SheetProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      {children}
    </Drawer>
  );
}
