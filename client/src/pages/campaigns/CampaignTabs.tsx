import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useViewer } from '../../app/session';
import styles from './campaigns.module.css';

const OF_AGENCY = [
  ['/campaigns', 'tabs.open'],
  ['/campaigns/links', 'tabs.links'],
  ['/campaigns/clicks', 'tabs.clicks'],
  ['/campaigns/numbers', 'tabs.numbers'],
  ['/campaigns/calls', 'tabs.calls'],
] as const;

const OF_BUSINESS = [
  ['/campaigns', 'tabs.own'],
  ['/campaigns/clicks', 'tabs.clicks'],
  ['/campaigns/calls', 'tabs.calls'],
] as const;

/** The pages of an agency that brings visitors and callers, or of the business that they come to. */
export function CampaignTabs() {
  const { t } = useTranslation('campaigns');
  const pages = useViewer().organisation.kind === 'AGENCY' ? OF_AGENCY : OF_BUSINESS;
  const tabs = useRef<HTMLElement>(null);
  // Where they do not fit, the one that is shown is in sight.
  useLayoutEffect(() => {
    const shown = tabs.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (tabs.current && shown) tabs.current.scrollLeft = shown.offsetLeft - tabs.current.offsetLeft;
  }, []);
  return (
    <nav ref={tabs} className={`lb-more ${styles.tabs}`} aria-label={t('title')}>
      {pages.map(([to, label]) => (
        <NavLink key={to} to={to} end>
          {t(label)}
        </NavLink>
      ))}
    </nav>
  );
}
