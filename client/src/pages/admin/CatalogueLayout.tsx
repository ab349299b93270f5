import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Only } from './Only';
import { Tabs } from './Tabs';

const TABS = [
  { to: '/admin/catalogue/niches', label: 'niches.title' },
  { to: '/admin/catalogue/regions', label: 'regions.title' },
  { to: '/admin/catalogue/prices', label: 'prices.title' },
  { to: '/admin/catalogue/rules', label: 'rules.title' },
];

/** What the market is made of: niches, regions, prices, and the rules of its checks. */
export function CatalogueLayout() {
  const { t } = useTranslation('admin');
  return (
    <Only permission="EDIT_CATALOGUE">
      <Tabs tabs={TABS} label={t('catalogue')} />
      <Outlet />
    </Only>
  );
}
