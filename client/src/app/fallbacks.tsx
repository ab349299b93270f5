import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { Empty } from '../ui/Empty';
import { Failure } from '../ui/Failure';
import { isNotLoaded } from '../ui/late';
import { useTabTitle } from '../ui/useTabTitle';
import { useReconnect } from './reconnect';

const LOOK_EVERY_MS = 3000;

/** An address that leads nowhere, or to a thing of somebody else. */
export function Missing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Empty
      isPage
      title={t('missing.title')}
      text={t('missing.text')}
      action={{ label: t('missing.back'), onClick: () => void navigate('/') }}
    />
  );
}

/**
 * A page that could not be drawn, or whose code could not be loaded: while the server was away, or after an update of the
 * site. What the server was away for comes by itself when it is back.
 */
export function PageFailure() {
  const error = useRouteError();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  useTabTitle(t('failure.page'));
  // Within the app first: while the server is down a reload would leave nothing. Of another release only a reload helps.
  const retry = async (): Promise<void> => {
    if (await isServerThere()) location.reload();
    else if (isNotLoaded(error)) await navigate(pathname + search + hash, { replace: true });
  };
  useReloadWithServer(isNotLoaded(error));
  return (
    <Failure
      title={t('failure.page')}
      message={error instanceof Error && !isNotLoaded(error) ? error.message : t('failure.offline')}
      onRetry={() => void retry()}
    />
  );
}

const isServerThere = (): Promise<boolean> =>
  fetch('/health').then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Loads the page anew once the server is there again, of which a visitor's page, without a live connection, hears only by asking. Never
 * where it was there all the time: what failed then would fail again.
 */
function useReloadWithServer(isWaiting: boolean): void {
  useReconnect(() => isWaiting && location.reload());
  useEffect(() => {
    if (!isWaiting) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const look = async (wasAway: boolean): Promise<void> => {
      const isThere = await isServerThere();
      if (isLeft) return;
      if (!isThere) timer = setTimeout(() => void look(true), LOOK_EVERY_MS);
      else if (wasAway) location.reload();
    };
    void look(false);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [isWaiting]);
}
