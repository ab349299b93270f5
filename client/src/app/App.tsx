import { MantineProvider } from '@mantine/core';
import type { NotificationsProps } from '@mantine/notifications';
import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { closedRoutes, openRoutes } from './areas';
import { Missing, PageFailure } from './fallbacks';
import { Gate } from './Gate';
import { LossNotice } from './LossNotice';
import { PageSkeleton } from '../ui/Page';
import { SessionProvider, useSession } from './session';
import { Shell } from './Shell';
import { cssVariables, themeIn } from './theme';

/** For so long after the start nothing but the page itself is loaded. */
const PAGE_FIRST_MS = 3000;

const pageFirst = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAGE_FIRST_MS));

/** Nothing is told before something was done, so it comes after the page; what was told earlier is shown then. */
const Notifications = lazy(async (): Promise<{ default: ComponentType<NotificationsProps> }> => {
  await pageFirst();
  // Without it nothing is told in passing; a page is a page still.
  return import('@mantine/notifications').then(
    ({ Notifications: Found }) => ({ default: Found }),
    () => ({ default: () => null }),
  );
});

/** Fetched before it is needed: a session may end together with the connection. */
const LossDialog = lazy(() => import('./LossDialog').catch(() => ({ default: LossNotice })));
void pageFirst()
  .then(() => import('./LossDialog'))
  .catch(() => undefined);

const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <PageFailure />,
    hydrateFallbackElement: <PageSkeleton />,
    children: [
      ...openRoutes,
      { element: <Gate />, errorElement: <PageFailure />, children: closedRoutes },
      { path: '*', element: <Missing /> },
    ],
  },
]);

/** For changes of the address that are shown before anything else happens. */
const drawAtOnce = (change: () => unknown): undefined => void flushSync(change);

const goTo = (path: string): Promise<void> => router.navigate(path, { replace: true });

function LossOfSession() {
  const { loss } = useSession();
  return (
    loss && (
      <Suspense>
        <LossDialog loss={loss} />
      </Suspense>
    )
  );
}

export function App() {
  const { t } = useTranslation();
  const theme = useMemo(() => themeIn({ close: t('act.close') }), [t]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense>
        <Notifications position="bottom-right" limit={3} />
      </Suspense>
      <SessionProvider goTo={goTo}>
        <RouterProvider router={router} flushSync={drawAtOnce} />
        <LossOfSession />
      </SessionProvider>
    </MantineProvider>
  );
}
