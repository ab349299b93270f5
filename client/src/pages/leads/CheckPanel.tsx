import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { proofTitle } from '../../ui/proofTitle';
import { useProofMethod } from '../../ui/useProofMethod';
import { doubtWords, unverifiedBecause } from '../../ui/unverified';
import { AskToConfirm } from './AskToConfirm';
import { Badge } from './Badge';
import styles from './LeadPage.module.css';
import type { LeadDetails } from './LeadPage';
import { Panel } from '../../ui/Panel';

/** What is proven of the lead, and each finding of the checks with its weight and evidence. */
export function CheckPanel({ lead }: { lead: LeadDetails }) {
  const { signals, weight, verification } = lead;
  const { t } = useTranslation('leads');
  const { moment } = useFormats();
  const proofMethod = useProofMethod();
  const because = unverifiedBecause(verification);
  const heaviest = [...signals].sort((first, second) => second.weight - first.weight);
  return (
    <Panel title={t('page.checks')}>
      {verification.proofs.map(({ channel, method, at, alsoGivenAt }) => (
        <Text key={`${channel} ${method} ${at}`} size="sm" mb={4}>
          <Badge tone={method === 'CONFIRMED_BY_AGENCY' ? 'plain' : 'good'}>
            {t(`proof.${proofTitle(channel, method)}`)}
          </Badge>{' '}
          {proofMethod(t(`proofMethod.${method}`), { alsoGivenAt })}, {moment(at)}
        </Text>
      ))}
      {because && (
        <Text size="sm" c="dimmed">
          {t(`page.unverified.${because}`, { doubts: doubtWords(verification.doubts) })}
        </Text>
      )}
      <AskToConfirm lead={lead} />
      <Text size="sm" mt={8} fw={500}>
        {signals.length === 0 ? t('common:signal.none') : t('page.weight', { weight })}
      </Text>
      <ul className={styles.signals}>
        {heaviest.map((signal) => (
          <li key={signal.code}>
            <span>{signal.evidence}</span>
            <span className={signal.weight > 0 ? styles.against : 'lb-soft'}>
              {t('common:signal.weight', { weight: signal.weight })}
            </span>
            <Text size="xs" c="dimmed">
              {t('page.foundBy', { version: signal.ruleVersion, moment: moment(signal.at) })}
            </Text>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
