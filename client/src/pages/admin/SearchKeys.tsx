import { useTranslation } from 'react-i18next';
import { KeysHelp } from '../../ui/KeysHelp';

/** The keys of a page whose list can be searched. */
export function SearchKeys() {
  const { t } = useTranslation('admin');
  return <KeysHelp keys={[{ name: '/', does: t('searchKey') }]} />;
}
