import { Badge, Button, Group, Text } from '@mantine/core';
import { Phone } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useVerb } from '../../app/useVerb';
import {
  PauseTrackedNumberDocument,
  ResumeTrackedNumberDocument,
  type TrackedNumberFieldsFragment,
} from '../../generated/calls';
import { CopyText } from '../../ui/CopyText';
import { Dotted } from '../../ui/Dotted';
import { RefusalNote } from '../../ui/Failure';
import { useTelephony } from '../campaigns/useTelephony';
import styles from '../campaigns/usage/usage.module.css';

const COLOURS = { ACTIVE: 'bottle', PAUSED: 'amber', RELEASED: 'gray' } as const;

/** One phone number to give out: where its callers are put through to, and how it is given out. */
export function NumberCard({ number, mayMove }: { number: TrackedNumberFieldsFragment; mayMove: boolean }) {
  const { t } = useTranslation('calls');
  const titleId = useId();
  const { name, campaign, niche, region, subId, state } = number;
  return (
    <section className={`lb-panel ${styles.card}`} aria-labelledby={titleId}>
      <header className={styles.head}>
        <h2 id={titleId}>{name}</h2>
        <Badge variant="light" tt="none" color={COLOURS[state]}>
          {t(`numbers.state.${state}`)}
        </Badge>
      </header>
      <Text size="sm">
        <Dotted>
          <Link to={`/campaigns/${campaign.id}`}>{campaign.name}</Link>
          {`${niche.name}, ${region.name}`}
          {subId && t('numbers.ofSubId', { subId })}
        </Dotted>
      </Text>
      {state === 'RELEASED' ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t('numbers.gone', { phone: number.phoneText })}
        </Text>
      ) : (
        <GivenOut number={number} mayMove={mayMove} />
      )}
    </section>
  );
}

/** A number that is the agency's: to copy, to call, to put on a page, to stop. */
function GivenOut({ number, mayMove }: { number: TrackedNumberFieldsFragment; mayMove: boolean }) {
  const { t } = useTranslation('calls');
  const standInUrl = useTelephony()?.standInUrl;
  const pause = useVerb(PauseTrackedNumberDocument, 'pauseTrackedNumber');
  const resume = useVerb(ResumeTrackedNumberDocument, 'resumeTrackedNumber');
  const { id, name, phone, phoneText, campaign, state } = number;
  const isActive = state === 'ACTIVE';
  const verb = isActive ? pause : resume;
  return (
    <>
      <p className={styles.phone}>{phoneText}</p>
      <Text size="sm" c="dimmed">
        {t('numbers.means', { count: campaign.minSeconds ?? 0 })}
      </Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t('numbers.onPage')}
      </Text>
      <code className={styles.code} tabIndex={0} role="group" aria-label={t('numbers.codeOf', { name })}>
        {`<a href="tel:${phone}">${phoneText}</a>`}
      </code>
      <RefusalNote refusal={verb.refusal} />
      <Group gap="xs" mt="sm">
        <CopyText text={phone} label={t('numbers.copyOf', { name })} />
        <Button
          component="a"
          href={`tel:${phone}`}
          size="xs"
          variant="default"
          leftSection={<Phone size={14} aria-hidden />}
          aria-label={t('numbers.callOf', { name })}
        >
          {t('numbers.call')}
        </Button>
        {mayMove && (
          <Button
            size="xs"
            variant="default"
            loading={verb.isSending}
            aria-label={t(isActive ? 'numbers.pauseOf' : 'numbers.resumeOf', { name })}
            onClick={() => void verb.send({ input: { id } })}
          >
            {t(isActive ? 'numbers.pause' : 'numbers.resume')}
          </Button>
        )}
        {standInUrl && (
          <Button
            component="a"
            href={`${standInUrl}?${new URLSearchParams({ number: phone })}`}
            target="_blank"
            rel="noopener"
            size="xs"
            variant="subtle"
            aria-label={t('numbers.standInOf', { name })}
          >
            {t('numbers.standIn')}
          </Button>
        )}
      </Group>
    </>
  );
}
