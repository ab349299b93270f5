import type { ReactNode } from 'react';
import { Missing } from '../../app/fallbacks';
import { useSession } from '../../app/session';
import type { Permission } from '../../generated/app';

/** Shows a page to those who may use it, and to others that there is nothing here. */
export function Only({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { may } = useSession();
  return may(permission) ? children : <Missing />;
}
