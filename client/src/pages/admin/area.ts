import { Building2, FolderTree, Landmark, Link2, ShieldQuestion } from 'lucide-react';
import { type Area, withPermission } from '../../app/area';

/** What admins keep in order: quarantine, organisations, the catalogue, the ledger. */
export const area: Area = {
  texts: ['accounts', 'recordings', 'signals', 'forms'],
  closed: [
    {
      path: '/admin/quarantine',
      lazy: async () => ({ Component: (await import('./QuarantinePage')).QuarantinePage }),
    },
    {
      path: '/admin/leads/:id',
      lazy: async () => ({ Component: (await import('./StaffLeadPage')).StaffLeadPage }),
    },
    { path: '/admin/reviews', lazy: async () => ({ Component: (await import('./ReviewsPage')).ReviewsPage }) },
    {
      path: '/admin/organisations',
      lazy: async () => ({ Component: (await import('./GovernLayout')).GovernLayout }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./OrganisationsPage')).OrganisationsPage }) },
        { path: 'people', lazy: async () => ({ Component: (await import('./ErasePage')).ErasePage }) },
        { path: 'record', lazy: async () => ({ Component: (await import('./RecordPage')).RecordPage }) },
      ],
    },
    {
      path: '/admin/catalogue',
      lazy: async () => ({ Component: (await import('./CatalogueLayout')).CatalogueLayout }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./CatalogueStart')).CatalogueStart }) },
        { path: 'niches', lazy: async () => ({ Component: (await import('./NichesPage')).NichesPage }) },
        { path: 'regions', lazy: async () => ({ Component: (await import('./RegionsPage')).RegionsPage }) },
        { path: 'prices', lazy: async () => ({ Component: (await import('./PricesPage')).PricesPage }) },
        { path: 'rules', lazy: async () => ({ Component: (await import('./RulesPage')).RulesPage }) },
      ],
    },
    {
      path: '/admin/ledger',
      lazy: async () => ({ Component: (await import('./LedgerLayout')).LedgerLayout }),
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./AccountsPage')).AccountsPage }) },
        { path: 'entries', lazy: async () => ({ Component: (await import('./EntriesPage')).EntriesPage }) },
        { path: 'health', lazy: async () => ({ Component: (await import('./HealthPage')).HealthPage }) },
      ],
    },
    { path: '/admin/:page', lazy: async () => ({ Component: (await import('./Moved')).Moved }) },
  ],
  navigation: [
    {
      to: '/admin/quarantine',
      label: 'navigation.quarantine',
      icon: ShieldQuestion,
      order: 61,
      isFor: withPermission('MODERATE_LEADS'),
    },
    {
      to: '/admin/reviews',
      label: 'navigation.reviews',
      icon: Link2,
      order: 60,
      isFor: withPermission('DECIDE_DISPUTES'),
    },
    {
      to: '/admin/organisations',
      label: 'navigation.organisations',
      icon: Building2,
      order: 62,
      isFor: withPermission('GOVERN_ORGANISATIONS'),
    },
    {
      to: '/admin/catalogue',
      label: 'navigation.catalogue',
      icon: FolderTree,
      order: 63,
      isFor: withPermission('EDIT_CATALOGUE'),
    },
    { to: '/admin/ledger', label: 'navigation.ledger', icon: Landmark, order: 64, isFor: withPermission('SEE_LEDGER') },
  ],
};
