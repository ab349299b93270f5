import { useApolloClient } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RuleTrialInput, TryRuleWeightDocument, type TryRuleWeightQuery } from '../../generated/admin';
import styles from './admin.module.css';

type Trial = Extract<TryRuleWeightQuery['tryRuleWeight'], { __typename: 'RuleTrial' }>;

/** What a weight would have made of the leads of the last 30 days, told before it is set. */
export function RuleTrial({ asked, isSound }: { asked: RuleTrialInput; isSound: boolean }) {
  const { t } = useTranslation('admin');
  const client = useApolloClient();
  const [isTrying, setIsTrying] = useState(false);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const tryIt = async (): Promise<void> => {
    setIsTrying(true);
    setTrouble(null);
    try {
      const { data } = await client.query({
        query: TryRuleWeightDocument,
        variables: { input: asked },
        fetchPolicy: 'network-only',
      });
      const answer = data?.tryRuleWeight;
      if (answer?.__typename === 'RuleTrial') setTrial(answer);
      else setTrouble(answer?.message ?? t('rules.noTrial'));
    } catch {
      setTrouble(t('rules.noTrial'));
    } finally {
      setIsTrying(false);
    }
  };
  return (
    <>
      <Button size="xs" variant="light" loading={isTrying} disabled={!isSound} onClick={() => void tryIt()}>
        {t('rules.try')}
      </Button>
      <div role="status">
        {trouble && (
          <Text size="sm" c="red">
            {trouble}
          </Text>
        )}
        {trial && <Moves trial={trial} />}
      </div>
    </>
  );
}

function Moves({ trial: { leads, isAll, moves } }: { trial: Trial }) {
  const { t } = useTranslation('admin');
  const changed = moves.filter(({ from, to }) => from !== to);
  return (
    <div className={styles.trial}>
      <Text size="sm">{t(isAll ? 'rules.tried' : 'rules.triedNewest', { count: leads })}</Text>
      {changed.length === 0 && <Text size="sm">{t('rules.noMove')}</Text>}
      <ul>
        {changed.map(({ from, to, leads: count, condemned }) => (
          <li key={`${from} ${to}`}>
            {t('rules.move', { count, from: t(`rules.outcome.${from}`), to: t(`rules.outcome.${to}`) })}
            {condemned > 0 && ` ${t('rules.condemned', { count: condemned })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
