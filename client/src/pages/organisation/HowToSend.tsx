import { Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../app/useVerb';
import { CopyText } from '../../ui/CopyText';
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

/** The same person's request for bids: without the person. */
const EXAMPLE_PING: object = {
  niche: 'motor-insurance',
  region: 'London, United Kingdom',
  temperature: 'WARM',
  contactKind: 'INTERESTED',
  channel: 'SEARCH',
  maxSales: 1,
};

/** A request as it is pasted into a shell, to the market that showed the page. */
const requestWith = (address: string, secret: string | null, body: string, ...headers: string[]): string =>
  [
    `curl ${window.location.origin}${address}`,
    `-H 'Authorization: Bearer ${secret ?? 'lb_…'}'`,
    ...headers.map((header) => `-H '${header}'`),
    `-H 'Content-Type: application/json'`,
    `-d '${body}'`,
  ].join(' \\\n  ');

const jsonOf = (value: object): string => JSON.stringify(value, null, 2);

const MEANINGS = ['made', 'known', 'wrong', 'later', 'again'] as const;

/** How a program hands in a lead: one request that can be pasted, and what its answers mean. */
export function HowToSend({ secret }: { secret: string | null }) {
  const { t } = useTranslation('organisation');
  const [first] = useState(() => ({ key: newKey(), at: new Date().toISOString() }));
  const lead = jsonOf(exampleLead(first.at));
  return (
    <section className={styles.section} aria-labelledby="send-title">
      <Request
        id="send-title"
        title={t('send.title')}
        copy={t('send.copy')}
        request={requestWith('/api/leads', secret, lead, `Idempotency-Key: ${first.key}`)}
        lead={t(secret === null ? 'send.lead' : 'send.leadWithKey')}
      />
      <ul className={styles.meanings}>
        {MEANINGS.map((meaning) => (
          <li key={meaning}>{t(`send.means.${meaning}`)}</li>
        ))}
      </ul>
    </section>
  );
}

const PING_MEANINGS = ['price', 'none', 'person', 'same', 'unsold', 'again'] as const;

/** How a program asks for bids before it tells who the person is, and sells at the bid. */
export function HowToPing({ secret }: { secret: string | null }) {
  const { t } = useTranslation('organisation');
  const [at] = useState(() => new Date().toISOString());
  const { niche: _niche, region: _region, channel: _channel, ...person } = exampleLead(at) as Record<string, unknown>;
  const post = jsonOf({ pingId: 'PING_ID', ...person });
  return (
    <section className={styles.section} aria-labelledby="ping-title">
      <Request
        id="ping-title"
        title={t('ping.title')}
        copy={t('ping.copy')}
        request={requestWith('/api/ping', secret, jsonOf(EXAMPLE_PING))}
        lead={t('ping.lead')}
      />
      <Request
        id="post-title"
        title={t('ping.postTitle')}
        copy={t('ping.postCopy')}
        request={requestWith('/api/post', secret, post)}
        lead={t('ping.postLead')}
      />
      <ul className={styles.meanings}>
        {PING_MEANINGS.map((meaning) => (
          <li key={meaning}>{t(`ping.means.${meaning}`)}</li>
        ))}
      </ul>
    </section>
  );
}

interface RequestProps {
  id: string;
  title: string;
  copy: string;
  request: string;
  lead: string;
}

/** A request that can be copied, under its heading. */
function Request({ id, title, copy, request, lead }: RequestProps) {
  const { t } = useTranslation('organisation');
  return (
    <>
      <Group justify="space-between" mb={4} mt="md">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        <CopyText text={request} label={copy} />
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {lead}
      </Text>
      <pre className="lb-code" tabIndex={0} role="group" aria-label={t('send.requestOf', { title })}>
        {request}
      </pre>
    </>
  );
}
