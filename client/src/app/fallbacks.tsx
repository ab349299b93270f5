import { useTranslation } from 'react-i18next';
import { useNavigate, useRouteError } from 'react-router';
import { Empty } from '../ui/Empty';
import { Failure } from '../ui/Failure';

/** An address that leads nowhere, or to a thing of somebody else. */
export function Missing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Empty
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
  return (
    <Failure
      title={t('failure.page')}
      message={error instanceof Error ? error.message : t('failure.offline')}
      onRetry={() => location.reload()}
    />
  );
}
