import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../app/session';

/** What a page of one's organisation is for, behind the way back to the organisation. */
export function OfOrganisation({ children }: { children: ReactNode }) {
  const { organisation } = useViewer();
  return (
    <>
      <Anchor component={Link} to="/organisation" inherit>
        {organisation.name}
      </Anchor>{' '}
      · {children}
    </>
  );
}
