import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import type { CampaignFieldsFragment, CampaignHindrance } from '../../generated/campaigns';
import styles from './campaigns.module.css';
import { useMomentThere } from './useMomentThere';
import { zoneName } from './zones';

type Standing = Pick<CampaignFieldsFragment, 'model' | 'state' | 'hindrances'>;

/** Whether a campaign takes visitors or calls at this moment. */
export function StateMark({ campaign: { model, state, hindrances } }: { campaign: Standing }) {
  const { t } = useTranslation('campaigns');
  const isHindered = state === 'RUNNING' && hindrances.length > 0;
  const colour = { RUNNING: 'bottle', PAUSED: 'amber', ENDED: 'gray' }[state];
  return (
    <Badge variant="light" tt="none" color={isHindered ? 'amber' : colour}>
      {t(isHindered ? 'state.HINDERED' : `state.${state}`, { context: model })}
    </Badge>
  );
}

/** What an agency reads of a business that has to do something first. */
const THERE: Partial<Record<CampaignHindrance, 'unansweredThere' | 'phoneRefusedThere'>> = {
  UNANSWERED: 'unansweredThere',
  PHONE_REFUSED: 'phoneRefusedThere',
};

/** What keeps a campaign from taking visitors or calls, each in a sentence that says what to do; its state says the rest. */
export function Hindrances({
  campaign: { model, state, hindrances, goesOnAt, timeZone },
}: {
  campaign: Standing & Pick<CampaignFieldsFragment, 'timeZone'> & { goesOnAt?: string | null };
}) {
  const { t } = useTranslation('campaigns');
  const momentThere = useMomentThere(timeZone);
  const facts = { context: model, zone: zoneName(timeZone) };
  const isOwn = useViewer().organisation.kind === 'BUSINESS';
  const told = hindrances.filter((hindrance) => hindrance !== 'ENDED' || state !== 'ENDED');
  if (told.length === 0) return null;
  return (
    <ul className={styles.hindrances} aria-label={t('hindrances', { context: model })}>
      {told.map((hindrance) => (
        <li key={hindrance}>{t((!isOwn && THERE[hindrance]) || `hindrance.${hindrance}`, facts)}</li>
      ))}
      {goesOnAt && <li>{t('goesOn', { ...facts, moment: momentThere(goesOnAt) })}</li>}
    </ul>
  );
}
