import { useTranslation } from 'react-i18next';
import type { LeadState } from '../../generated/leads';

/** Names a lead by what may be shown of its person; where nothing is held any more, by why. */
export function useLeadName(): (lead: { state: LeadState; preview: { text: string } }) => string {
  const { t } = useTranslation('leads');
  return ({ state, preview }) => preview.text || t(state === 'REJECTED' ? 'notKept' : 'nameless');
}
