import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty';
import type { DeskFilter } from './useDeskFilter';

/** Why no card is shown, and what to do first. */
export function NoCards({ desk: { count, clear, isManager } }: { desk: DeskFilter }) {
  const { t } = useTranslation('desk');
  if (count > 0)
    return <Empty title={t('empty.filtered')} action={{ label: t('filter.clear', { count }), onClick: clear }} />;
  if (!isManager) return <Empty title={t('empty.agent')} text={t('empty.agentMeans')} />;
  return (
    <Empty title={t('empty.title')} text={t('empty.means')} action={{ label: t('empty.market'), to: '/market' }} />
  );
}
