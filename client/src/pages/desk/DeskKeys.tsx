import { useTranslation } from 'react-i18next';
import { KeysHelp } from '../../ui/KeysHelp';
import { useKeys } from '../../ui/useKeys';
import { useRowKeys } from '../../ui/useRowKeys';

/** The keys of the desk, in the list and on the board, and the button that tells them. */
export function DeskKeys({ onFilter }: { onFilter(): void }) {
  const { t } = useTranslation('desk');
  useRowKeys('[data-card]');
  useKeys({ '/': onFilter });
  const keys = {
    '/': t('filter.key'),
    j: t('common:keys.next'),
    k: t('common:keys.before'),
    Enter: t('common:keys.open'),
  };
  return <KeysHelp keys={Object.entries(keys).map(([name, does]) => ({ name, does }))} />;
}
