import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../ui/CopyText';
import { Panel } from '../../ui/Panel';
import styles from './webhooks.module.css';

/** As a program in Node reads a message, with nothing but what Node has. */
const EXAMPLE = `import { createHmac, timingSafeEqual } from 'node:crypto';

// secret: whsec_… of the address; body: the bytes as they came, before any parsing.
function isFromTheMarket(secret, headers, body) {
  const id = headers['webhook-id'];
  const seconds = headers['webhook-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(seconds)) > 300) return false;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const right = createHmac('sha256', key).update([id, seconds, body].join('.')).digest();
  return headers['webhook-signature'].split(' ').some((part) => {
    const given = Buffer.from(part.slice('v1,'.length), 'base64');
    return given.length === right.length && timingSafeEqual(given, right);
  });
}`;

const STEPS = ['signed', 'once', 'answer', 'erase'] as const;

/** What a program does with a message. */
export function HowToCheck() {
  const { t } = useTranslation('webhooks');
  return (
    <Panel title={t('how.title')}>
      <Text size="sm">{t('how.lead')}</Text>
      <ul className={styles.steps}>
        {STEPS.map((step) => (
          <li key={step}>{t(`how.${step}`)}</li>
        ))}
      </ul>
      <pre className="lb-code" tabIndex={0} role="group" aria-label={t('how.example')}>
        {EXAMPLE}
      </pre>
      <CopyText text={EXAMPLE} label={t('how.copy')} />
    </Panel>
  );
}
