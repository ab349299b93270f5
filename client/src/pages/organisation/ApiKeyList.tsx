import { Badge, Text } from '@mantine/core';
import { Trans, useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { ApiKeyFieldsFragment } from '../../generated/organisation';
import { Dotted } from '../../ui/Dotted';
import { More } from '../../ui/More';
import { When } from '../../ui/When';
import { RevokeApiKey } from './RevokeApiKey';
import styles from './organisation.module.css';

interface Props {
  apiKeys: readonly ApiKeyFieldsFragment[];
  /** Fetches the next ones; null where there are none. */
  more: (() => Promise<unknown>) | null;
  onChanged(): void;
}

/** The keys of the organisation, the newest first; ended ones stay for a while. */
export function ApiKeyList({ apiKeys, more, onChanged }: Props) {
  const { t } = useTranslation('organisation');
  return (
    <section aria-label={t('keys.title')}>
      <ul className={styles.rows}>
        {apiKeys.map((apiKey) => (
          <ApiKeyRow key={apiKey.id} apiKey={apiKey} onChanged={onChanged} />
        ))}
      </ul>
      {more && <More load={more} />}
    </section>
  );
}

function ApiKeyRow({ apiKey, onChanged }: { apiKey: ApiKeyFieldsFragment; onChanged(): void }) {
  const { t } = useTranslation('organisation');
  const { name, prefix, scopes, state, lastUsedAt, createdBy } = apiKey;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <Text size="sm" fw={500} component="span">
          {name}
        </Text>
        {state !== 'ACTIVE' && (
          <Badge variant="light" size="sm" tt="none" ml={8} color={state === 'REVOKED' ? 'brick' : 'amber'}>
            {t(`keys.state.${state}`)}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          <Dotted>
            <span className={styles.secret}>{prefix}…</span>
            {scopes.map((scope) => t(`keys.scope.${scope}`)).join(', ')}
            {t('keys.by', { name: createdBy.name })}
          </Dotted>
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={styles.since}>
        <Times apiKey={apiKey} />
      </Text>
      <Text size="sm" c="dimmed" className={styles.role} component="div">
        {lastUsedAt ? (
          <Trans t={t} i18nKey="keys.used" components={{ when: <When at={lastUsedAt} /> }} />
        ) : (
          t('keys.unused')
        )}
      </Text>
      <div className={styles.act}>{state === 'ACTIVE' && <RevokeApiKey apiKey={apiKey} onRevoked={onChanged} />}</div>
    </li>
  );
}

/** Since when a key is there, and what ended it or will. */
function Times({ apiKey: { createdAt, expiresAt, revokedAt } }: { apiKey: ApiKeyFieldsFragment }) {
  const { t } = useTranslation('organisation');
  const { day, moment } = useFormats();
  const made = t('keys.since', { day: day(createdAt) });
  return (
    <Dotted>
      {made}
      {revokedAt && t('keys.revokedAt', { moment: moment(revokedAt) })}
      {!revokedAt && expiresAt && t('keys.until', { moment: moment(expiresAt) })}
    </Dotted>
  );
}
