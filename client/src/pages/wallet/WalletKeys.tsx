import { useTranslation } from 'react-i18next';
import { KeysHelp } from '../../ui/KeysHelp';
import { useRowKeys } from '../../ui/useRowKeys';

/** The keys of the statement, and the button that tells them. */
export function WalletKeys() {
  const { t } = useTranslation();
  useRowKeys('[data-entry]');
  const keys = { j: t('keys.next'), k: t('keys.before'), Enter: t('keys.open') };
  return <KeysHelp keys={Object.entries(keys).map(([name, does]) => ({ name, does }))} />;
}
