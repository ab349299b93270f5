import { type CandidateBatch, type SentByForm } from '../candidate';
import { standsForContact, standsForLead } from '../confirm/standsFor';
import { decide, looksLikeProgram } from '../rules';
import { openConsent } from '../vault/openConsent';
import { consentRecord } from '../vault/sealContact';
import { type StandingLead } from './knownPeople';
import { type WorkedRow } from './workedRow';

/** What came by a hosted form and is no lead of its own, as its sender is asked about it; undefined of other rows. */
export function sentByForm(
  { leadId, request, hashes, judged }: WorkedRow,
  standing: StandingLead | undefined,
  batch: CandidateBatch,
): SentByForm | undefined {
  const { consent, contact, facts, findings } = judged;
  if (request === null || !consent) return undefined;
  const { agencyId } = batch;
  const { phoneHash, emailHash } = hashes;
  const { open } = openConsent(consent, contact, batch.defaults.consentText);
  const ofLead = standing && standing.agencyId !== agencyId ? standsForLead(agencyId, standing.leadId) : null;
  return {
    leadId,
    phoneHash,
    emailHash,
    reached: {
      PHONE: facts.reach.phone === 'LIVE' && facts.line === 'MOBILE' ? contact.phone : null,
      EMAIL: facts.reach.email === 'LIVE' ? contact.email : null,
    },
    isOfProgram: looksLikeProgram(findings),
    nicheId: facts.nicheId,
    askedFor: facts.capturedAt ?? batch.at,
    consent: consentRecord(open, { leadId, agencyId }),
    consentText: open.text,
    standsFor: standing
      ? { PHONE: ofLead, EMAIL: ofLead }
      : { PHONE: standsForContact(agencyId, emailHash), EMAIL: standsForContact(agencyId, phoneHash) },
  };
}

/** Whether nothing speaks against a refused row but that one of its contacts is kept out. */
export const isOnlyKeptOut = ({ judged: { findings } }: WorkedRow): boolean =>
  findings.some(({ code }) => code === 'SUPPRESSED') &&
  decide(findings.filter(({ code }) => code !== 'SUPPRESSED')) !== 'REJECTED';
