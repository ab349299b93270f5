import { Drawer } from '@mantine/core';
import type { SheetProps } from './Sheet';

/** What a sheet is made of; a file of its own, since most pages never open one. */
export default function SheetDrawer({ isOpen, onClose, title, size, children }: SheetProps) {
  return (
    <Drawer opened={isOpen} onClose={onClose} title={title} size={size ?? 'md'}>
      {children}
    </Drawer>
  );
}
