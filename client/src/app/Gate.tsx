import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { Failure } from '../ui/Failure';
import { PageSkeleton } from '../ui/Page';
import { useSession } from './session';
import { useMove } from './useMove';

/** Lets logged-in people through; others log in first and come back to where they were. */
export function Gate() {
  const { viewer, problem, retry } = useSession();
  const { pathname, search, hash } = useLocation();
  const { t } = useTranslation();
  if (problem)
    return (
      <Failure title={t('failure.unreachable')} message={problem.message || t('failure.offline')} onRetry={retry} />
    );
  if (viewer === undefined) return <PageSkeleton />;
  if (viewer === null) {
    return <Navigate to={`/log-in?to=${encodeURIComponent(pathname + search + hash)}`} replace />;
  }
  return (
    <>
      <StandingNote />
      <Outlet />
    </>
  );
}

/** What an organisation that may not do everything has to know, on each page. */
function StandingNote() {
  const { viewer } = useSession();
  const { going, switchTo } = useMove();
  const { t } = useTranslation();
  if (!viewer) return null;
  const { organisation, suspendedBecause } = viewer;
  if (organisation.status === 'SUSPENDED') {
    return (
      <Alert
        color="brick"
        variant="light"
        mb="md"
        title={t(organisation.kind === 'AGENCY' ? 'standing.suspendedAgency' : 'standing.suspended')}
      >
        {suspendedBecause}
        <Group mt="xs">
          {viewer.memberships
            .filter((member) => member.organisation.id !== organisation.id)
            .map((member) => (
              <Button
                key={member.id}
                size="xs"
                variant="default"
                loading={going === member.organisation.id}
                onClick={() => switchTo(member.organisation.id)}
              >
                {t('standing.workIn', { name: member.organisation.name })}
              </Button>
            ))}
        </Group>
      </Alert>
    );
  }
  if (organisation.status === 'PENDING') {
    return (
      <Alert color="amber" variant="light" mb="md" title={t('standing.pending')}>
        {t('standing.pendingMeans')}
      </Alert>
    );
  }
  return null;
}
