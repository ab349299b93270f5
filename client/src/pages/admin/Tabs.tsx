import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './admin.module.css';

export interface Tab {
  to: string;
  /** Key of its text in the admin namespace. */
  label: string;
}

/** Pages that belong together, each with its own address. */
export function Tabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const { t } = useTranslation('admin');
  return (
    <nav className={`lb-more ${styles.tabs}`} aria-label={label}>
      {tabs.map(({ to, label: text }) => (
        <NavLink key={to} to={to} end>
          {t(text)}
        </NavLink>
      ))}
    </nav>
  );
}
