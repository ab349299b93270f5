import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVerb } from '../../app/useVerb';
import {
  PauseTrackedLinkDocument,
  ResumeTrackedLinkDocument,
  type TrackedLinkFieldsFragment,
} from '../../generated/clicks';
import { CopyText } from '../../ui/CopyText';
import { Dotted } from '../../ui/Dotted';
import { RefusalNote } from '../../ui/Failure';
import styles from '../campaigns/usage/usage.module.css';

/** What a sub-id may be; with any other a visit would be counted without it. */
const SUB_ID = /^[\w.-]{1,64}$/;

/** One address to give out: where it leads, and how sources are told apart by it. */
export function LinkCard({ link, mayMove }: { link: TrackedLinkFieldsFragment; mayMove: boolean }) {
  const { t } = useTranslation('clicks');
  const titleId = useId();
  const pause = useVerb(PauseTrackedLinkDocument, 'pauseTrackedLink');
  const resume = useVerb(ResumeTrackedLinkDocument, 'resumeTrackedLink');
  const { id, name, campaign, niche, region, channel, fallbackUrl, state } = link;
  const [subId, setSubId] = useState('');
  const isWrong = subId !== '' && !SUB_ID.test(subId);
  const address = subId === '' || isWrong ? link.address : `${link.address}?s=${subId}`;
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
        <Dotted>
          {campaign ? <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link> : t('links.marketChooses')}
          {`${niche.name}, ${region.name}`}
          {channel !== 'OTHER' && t(`common:channel.${channel}`)}
        </Dotted>
      </Text>
      <code className={styles.code} tabIndex={0} role="group" aria-label={t('links.addressOf', { name })}>
        {address}
      </code>
      <TextInput
        my="xs"
        label={t('links.subId')}
        aria-label={t('links.subIdOf', { name })}
        description={t('links.subIdMeans')}
        autoComplete="off"
        value={subId}
        onChange={({ currentTarget }) => setSubId(currentTarget.value.trim())}
        error={isWrong && t('links.subIdWrong')}
      />
      <Text size="sm" c="dimmed">
        {fallbackUrl ? t('links.fallback', { address: fallbackUrl }) : t('links.noFallback')}
      </Text>
      <RefusalNote refusal={verb.refusal} />
      <Group gap="xs" mt="sm">
        {!isWrong && <CopyText text={address} label={t('links.copyOf', { name })} />}
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
