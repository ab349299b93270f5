import { type ReactNode, useState } from 'react';
import { late } from './late';

const SheetDrawer = late(() => import('./SheetDrawer'));

export interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  size?: string;
  children: ReactNode;
}

/** What slides in over a narrow screen: navigation, filters. Loaded when it is opened first. */
export function Sheet(props: SheetProps) {
  const [wasOpened, setWasOpened] = useState(props.isOpen);
  if (props.isOpen && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return <SheetDrawer {...props} />;
}
