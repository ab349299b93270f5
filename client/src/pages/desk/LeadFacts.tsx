import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { SignalChips } from '../../ui/SignalChips';
import { proofTitle } from '../../ui/proofTitle';
import { useProofMethod } from '../../ui/useProofMethod';
import { doubtWords, unverifiedBecause } from '../../ui/unverified';
import type { CardDetails } from './CardPage';
import { Facts, Panel } from '../../ui/Panel';
import styles from './desk.module.css';

/** What is known of the lead: its facts, what the checks found, and the consent under which it was sold. */
export function LeadFacts({
  lead,
  contact,
  agency,
  certificate,
}: {
  lead: CardDetails['lead'];
  contact: CardDetails['contact'] | null;
  agency: string;
  certificate: { id: string } | null;
}) {
  const { t } = useTranslation('desk');
  const { answer, moment } = useFormats();
  const { consent, verification, touches, capturedAt } = lead;
  const proofMethod = useProofMethod();
  const because = unverifiedBecause(verification);
  // What was shown coarsely before the purchase stands with the contact as the person said it.
  const said = new Set(contact?.details.map(({ label }) => label));
  const answers = lead.preview.answers.filter(({ field }) => !field || !said.has(field.label));
  return (
    <>
      <Panel title={t('facts.title')}>
        <Facts
          facts={[
            [t('facts.agency'), agency],
            [t('facts.kind'), t(`common:contactKind.${lead.contactKind}`)],
            [t('facts.channel'), t(`common:channel.${lead.channel}`)],
            [t('facts.type'), t(`common:leadType.${lead.type}`)],
            [t('facts.captured'), capturedAt && moment(capturedAt)],
            [t('facts.submitted'), moment(lead.submittedAt)],
            [t('facts.touches'), touches.count > 1 && t('facts.asked', { count: touches.count })],
            ...answers.map(({ field, value }) => [field?.label ?? t('facts.answer'), answer(value)] as const),
          ].map(([name, value]) => [name as string, value || null] as const)}
        />
      </Panel>
      <Panel title={t('checks.title')}>
        {verification.proofs.map(({ channel, method, at, alsoGivenAt }) => (
          <p key={`${channel} ${method} ${at}`} className={styles.proof}>
            {t(`checks.${proofTitle(channel, method)}`, {
              moment: moment(at),
              method: proofMethod(t(`checks.by.${method}`), { alsoGivenAt }),
            })}
          </p>
        ))}
        {because && (
          <p className={styles.line}>
            {t(`checks.unverified.${because}`, { doubts: doubtWords(verification.doubts) })}
          </p>
        )}
        <SignalChips signals={lead.signals} />
      </Panel>
      <Panel title={t('consent.title')}>
        {consent ? (
          <>
            <blockquote className={styles.quote}>{consent.text}</blockquote>
            <Facts
              facts={[
                [t('consent.method'), t(`consent.by.${consent.method}`)],
                [t('consent.seenBy.title'), t(`consent.seenBy.${consent.seenBy}`)],
                [t('consent.at'), moment(consent.at)],
                [t('consent.page'), consent.page],
                [t('consent.userAgent'), consent.userAgent],
                [t('consent.recipients'), consent.recipientNames.join('; ')],
                [t('consent.named'), consent.namedRecipients.join('; ') || null],
              ]}
            />
            {certificate && (
              <Anchor component={Link} to={`/c/${certificate.id}`} size="sm" mt="xs" display="inline-block">
                {t('consent.certificate')}
              </Anchor>
            )}
          </>
        ) : (
          <p className={styles.line}>{t('consent.none')}</p>
        )}
      </Panel>
    </>
  );
}
