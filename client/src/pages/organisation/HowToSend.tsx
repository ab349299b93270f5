import { Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../app/useVerb';
import { CopyText } from './CopyText';
import styles from './organisation.module.css';

/** Somebody who is made up: number and address are kept for examples and reach nobody. */
const exampleLead = (at: string): object => ({
  niche: 'motor-insurance',
  region: 'London, United Kingdom',
  name: 'Amelia Hart',
  phone: '+44 7700 900123',
  email: 'amelia.hart@example.com',
  comment: 'Please call me about a quote for my car',
  channel: 'SEARCH',
  consent: {
    text: 'Insurers may call me about my request.',
    page: 'https://forms.example.com/car',
    at,
    ip: '203.0.113.7',
    method: 'WEB_FORM',
  },
});

/** A request as it is pasted into a shell, to the market that showed the page. */
const requestWith = (secret: string | null, key: string, at: string): string =>
  [
    `curl ${window.location.origin}/api/leads`,
    `-H 'Authorization: Bearer ${secret ?? 'lb_…'}'`,
    `-H 'Idempotency-Key: ${key}'`,
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify(exampleLead(at), null, 2)}'`,
  ].join(' \\\n  ');

const MEANINGS = ['made', 'known', 'wrong', 'later', 'again'] as const;

/** How a program hands in a lead: one request that can be pasted, and what its answers mean. */
export function HowToSend({ secret }: { secret: string | null }) {
  const { t } = useTranslation('organisation');
  const [first] = useState(() => ({ key: newKey(), at: new Date().toISOString() }));
  const request = requestWith(secret, first.key, first.at);
  return (
    <section className={styles.section} aria-labelledby="send-title">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4" id="send-title">
          {t('send.title')}
        </Title>
        <CopyText text={request} label={t('send.copy')} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t(secret === null ? 'send.lead' : 'send.leadWithKey')}
      </Text>
      <pre className={styles.request} tabIndex={0} role="group" aria-label={t('send.request')}>
        {request}
      </pre>
      <ul className={styles.meanings}>
        {MEANINGS.map((meaning) => (
          <li key={meaning}>{t(`send.means.${meaning}`)}</li>
        ))}
      </ul>
    </section>
  );
}
