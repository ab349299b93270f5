import { Badge, Button, Group, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVerb } from '../../app/useVerb';
import {
  PauseTrackedLinkDocument,
  ResumeTrackedLinkDocument,
  type TrackedLinkFieldsFragment,
} from '../../generated/clicks';
import { CopyText } from '../../ui/CopyText';
import { RefusalNote } from '../../ui/Failure';
import styles from '../campaigns/usage/usage.module.css';

/** One address to give out: where it leads, and how sources are told apart by it. */
export function LinkCard({ link, mayMove }: { link: TrackedLinkFieldsFragment; mayMove: boolean }) {
  const { t } = useTranslation('clicks');
  const titleId = useId();
  const pause = useVerb(PauseTrackedLinkDocument, 'pauseTrackedLink');
  const resume = useVerb(ResumeTrackedLinkDocument, 'resumeTrackedLink');
  const { id, name, address, campaign, niche, region, fallbackUrl, state } = link;
  const isActive = state === 'ACTIVE';
  const verb = isActive ? pause : resume;
  return (
    <section className={`lb-panel ${styles.card}`} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>{name}</h2>
        <Badge variant="light" tt="none" color={isActive ? 'bottle' : 'amber'}>
          {t(`links.state.${state}`)}
        </Badge>
      </header>
      <Text size="sm">
        {campaign ? <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link> : t('links.marketChooses')} ·{' '}
        {niche.name}, {region.name}
      </Text>
      <code className={styles.code} tabIndex={0} role="group" aria-label={t('links.addressOf', { name })}>
        {address}
      </code>
      <Text size="sm" c="dimmed">
        {t('links.subId', { example: `${address}${address.includes('?') ? '&' : '?'}s=newsletter-42` })}
      </Text>
      <Text size="sm" c="dimmed">
        {fallbackUrl ? t('links.fallback', { address: fallbackUrl }) : t('links.noFallback')}
      </Text>
      <RefusalNote refusal={verb.refusal} />
      <Group gap="xs" mt="sm">
        <CopyText text={address} label={t('links.copyOf', { name })} />
        {mayMove && (
          <Button
            size="xs"
            variant="default"
            loading={verb.isSending}
            aria-label={t(isActive ? 'links.pauseOf' : 'links.resumeOf', { name })}
            onClick={() => void verb.send({ input: { id } })}
          >
            {t(isActive ? 'links.pause' : 'links.resume')}
          </Button>
        )}
      </Group>
    </section>
  );
}
