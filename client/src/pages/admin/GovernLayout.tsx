import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useSession } from '../../app/session';
import { Only } from './Only';
import { Tabs } from './Tabs';

const ORGANISATIONS = { to: '/admin/organisations', label: 'organisations.title' };
const RECORD = { to: '/admin/organisations/record', label: 'record.title' };
const ERASE = { to: '/admin/organisations/people', label: 'erase.title' };

/** Who is on the market, and what was done about them and about everything else. */
export function GovernLayout() {
  const { t } = useTranslation('admin');
  const { may } = useSession();
  const tabs = [ORGANISATIONS, RECORD, ...(may('ERASE_PEOPLE') ? [ERASE] : [])];
  return (
    <Only permission="GOVERN_ORGANISATIONS">
      <Tabs tabs={tabs} label={t('organisations.title')} />
      <Outlet />
    </Only>
  );
}
