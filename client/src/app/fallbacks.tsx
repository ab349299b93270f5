import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useRouteError } from 'react-router';
import { Empty } from '../ui/Empty';
import { Failure } from '../ui/Failure';
import { isNotLoaded } from '../ui/late';
import { useTabTitle } from '../ui/useTabTitle';

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

/** A page that could not be drawn, or whose code could not be loaded after an update of the site. */
export function PageFailure() {
  const error = useRouteError();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  useTabTitle(t('failure.page'));
  // Within the app first: while the server is down a reload would leave nothing. Of another release only a reload helps.
  const retry = async (): Promise<void> => {
    const isThere = await fetch('/health').then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) location.reload();
    else if (isNotLoaded(error)) await navigate(pathname + search + hash, { replace: true });
  };
  return (
    <Failure
      title={t('failure.page')}
      message={error instanceof Error && !isNotLoaded(error) ? error.message : t('failure.offline')}
      onRetry={() => void retry()}
    />
  );
}
