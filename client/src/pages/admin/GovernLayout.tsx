import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Only } from './Only';
import { Tabs } from './Tabs';

const TABS = [
  { to: '/admin/organisations', label: 'organisations.title' },
  { to: '/admin/organisations/record', label: 'record.title' },
];

/** Who is on the market, and what was done about them and about everything else. */
export function GovernLayout() {
  const { t } = useTranslation('admin');
  return (
    <Only permission="GOVERN_ORGANISATIONS">
      <Tabs tabs={TABS} label={t('organisations.title')} />
      <Outlet />
    </Only>
  );
}
