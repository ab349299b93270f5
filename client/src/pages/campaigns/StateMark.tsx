import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CampaignFieldsFragment } from '../../generated/campaigns';
import styles from './campaigns.module.css';

type Standing = Pick<CampaignFieldsFragment, 'state' | 'hindrances'>;

/** Whether a campaign takes visitors at this moment. */
export function StateMark({ campaign: { state, hindrances } }: { campaign: Standing }) {
  const { t } = useTranslation('campaigns');
  const isHindered = state === 'RUNNING' && hindrances.length > 0;
  const colour = { RUNNING: 'bottle', PAUSED: 'amber', ENDED: 'gray' }[state];
  return (
    <Badge variant="light" tt="none" color={isHindered ? 'amber' : colour}>
      {t(isHindered ? 'state.HINDERED' : `state.${state}`)}
    </Badge>
  );
}

/** What keeps a campaign from taking visitors, each in a sentence that says what to do; its state says the rest. */
export function Hindrances({ campaign: { state, hindrances } }: { campaign: Standing }) {
  const { t } = useTranslation('campaigns');
  const told = hindrances.filter((hindrance) => hindrance !== 'ENDED' || state !== 'ENDED');
  if (told.length === 0) return null;
  return (
    <ul className={styles.hindrances} aria-label={t('hindrances')}>
      {told.map((hindrance) => (
        <li key={hindrance}>{t(`hindrance.${hindrance}`)}</li>
      ))}
    </ul>
  );
}
