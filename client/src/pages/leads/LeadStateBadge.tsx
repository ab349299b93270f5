import { useTranslation } from 'react-i18next';
import type { LeadState } from '../../generated/leads';
import { Badge, type Tone } from './Badge';

const TONES: Readonly<Record<LeadState, Tone>> = {
  ACCEPTED: 'good',
  QUARANTINED: 'waits',
  REJECTED: 'bad',
  WITHDRAWN: 'plain',
  ERASED: 'plain',
};

/** Where a lead stands, in one word. */
export function LeadStateBadge({ state }: { state: LeadState }) {
  const { t } = useTranslation('leads');
  return <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>;
}
