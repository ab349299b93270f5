import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './campaigns.module.css';

const PAGES = [
  ['/campaigns', 'tabs.open'],
  ['/campaigns/links', 'tabs.links'],
  ['/campaigns/clicks', 'tabs.clicks'],
  ['/campaigns/numbers', 'tabs.numbers'],
  ['/campaigns/calls', 'tabs.calls'],
] as const;

/** The pages of an agency that brings visitors and callers. */
export function CampaignTabs() {
  const { t } = useTranslation('campaigns');
  const tabs = useRef<HTMLElement>(null);
  // Where they do not fit, the one that is shown is in sight.
  useLayoutEffect(() => {
    const shown = tabs.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (tabs.current && shown) tabs.current.scrollLeft = shown.offsetLeft - tabs.current.offsetLeft;
  }, []);
  return (
    <nav ref={tabs} className={styles.tabs} aria-label={t('title')}>
      {PAGES.map(([to, label]) => (
        <NavLink key={to} to={to} end>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
