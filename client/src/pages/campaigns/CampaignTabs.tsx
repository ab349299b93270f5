import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './campaigns.module.css';

const PAGES = [
  ['/campaigns', 'tabs.open'],
  ['/campaigns/links', 'tabs.links'],
  ['/campaigns/clicks', 'tabs.clicks'],
] as const;

/** The pages of an agency that sends visitors. */
export function CampaignTabs() {
  const { t } = useTranslation('campaigns');
  return (
    <nav className={styles.tabs} aria-label={t('title')}>
      {PAGES.map(([to, label]) => (
        <NavLink key={to} to={to} end>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
