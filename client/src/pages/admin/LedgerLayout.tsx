import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Only } from './Only';
import { Tabs } from './Tabs';

const TABS = [
  { to: '/admin/ledger', label: 'accounts.title' },
  { to: '/admin/ledger/entries', label: 'entries.title' },
  { to: '/admin/ledger/health', label: 'health.title' },
];

/** Where all money is: accounts, entries, and whether everything adds up. */
export function LedgerLayout() {
  const { t } = useTranslation('admin');
  return (
    <Only permission="SEE_LEDGER">
      <Tabs tabs={TABS} label={t('ledger')} />
      <Outlet />
    </Only>
  );
}
