import { Stack, Text, Tooltip } from '@mantine/core';
import { BadgeCheck } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../app/format';
import { Grade } from '../../../ui/Grade';
import { PriceLadder } from '../../../ui/PriceLadder';
import { proofTitle } from '../../../ui/proofTitle';
import { SignalChips } from '../../../ui/SignalChips';
import { isAnswer } from '../../../ui/unverified';
import { When } from '../../../ui/When';
import { ListingFacts } from '../list/ListingFacts';
import { useHoldTime } from '../useHoldTime';
import type { PreviewedListing } from './ListingDrawer';
import styles from './Preview.module.css';

/** Who it is, as far as may be seen; what is proven; whose it is; why it costs that; what happens to the money. */
export function ListingDetails({ listing }: { listing: PreviewedListing }) {
  const { t } = useTranslation('market');
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <ListingFacts row={listing} />
        {listing.previews.map((preview, place) => (
          <PersonPreview key={place} preview={preview} />
        ))}
        {listing.leadCount > listing.previews.length && (
          <Text size="sm" c="dimmed">
            {t('preview.more', { count: listing.leadCount - listing.previews.length })}
          </Text>
        )}
      </Stack>
      <Record listing={listing} />
      <Part title={t('preview.price')}>
        <PriceLadder lines={listing.priceLines} total={listing.price} />
      </Part>
      <Terms listing={listing} />
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.part}>
        {title}
      </h3>
      {children}
    </section>
  );
}

function PersonPreview({
  preview: { text, answers, signals, proofs },
}: {
  preview: PreviewedListing['previews'][number];
}) {
  const { answer } = useFormats();
  return (
    <div className={styles.person}>
      <p className={styles.masked}>{text}</p>
      {answers.length > 0 && (
        <dl className={styles.answers}>
          {answers.map(({ field, value }, place) => (
            <div key={field?.key ?? place}>
              <dt>{field?.label}</dt>
              <dd>{answer(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Checks signals={signals} proofs={proofs} />
    </div>
  );
}

/** What is proven, in green, what the agency alone tells, and what the checks found. */
function Checks({ signals, proofs }: Pick<PreviewedListing['previews'][number], 'signals' | 'proofs'>) {
  const { t } = useTranslation('market');
  return (
    <div className={styles.checks} role="group" aria-label={t('proof.title')}>
      {proofs.map(({ channel, method, at }) => (
        <Tooltip
          key={`${channel} ${method} ${at}`}
          label={t(`proof.by.${method}`)}
          events={{ hover: true, focus: true, touch: true }}
        >
          <span className={method === 'CONFIRMED_BY_AGENCY' ? styles.told : styles.proof} tabIndex={0}>
            {method !== 'CONFIRMED_BY_AGENCY' && <BadgeCheck size={14} aria-hidden />}{' '}
            {t(`proof.${proofTitle(channel, method)}`)} <When at={at} />
          </span>
        </Tooltip>
      ))}
      <SignalChips signals={signals} />
    </div>
  );
}

function Record({ listing }: { listing: PreviewedListing }) {
  const { t } = useTranslation('market');
  const { moment } = useFormats();
  const { isVerified, isExclusive, maxSales, grade, gradeReasons, agency, listedAt, endsAt, kind, previews } = listing;
  const isAnswered = previews.some(({ proofs }) => proofs.some(isAnswer));
  const unproven = kind === 'LOT' ? 'preview.unprovenEach' : isAnswered ? 'preview.doubted' : 'preview.unproven';
  const proof = isVerified ? (kind === 'LOT' ? 'preview.provenEach' : 'preview.proven') : unproven;
  return (
    <dl className={styles.record}>
      <dt>{t('rail.verification')}</dt>
      <dd>{t(proof)}</dd>
      <dt>{t('rail.buyers')}</dt>
      <dd>{isExclusive ? t('preview.exclusive') : t('preview.shared', { count: maxSales })}</dd>
      <dt>{t('column.agency')}</dt>
      <dd className={styles.agency}>
        <Grade grade={grade} />
        <span>
          {agency.name}
          <Text size="sm" c="dimmed" component="span" display="block">
            {t(`common:grade.${grade}`)}
          </Text>
          {gradeReasons.map(({ text }) => (
            <Text key={text} size="sm" c="dimmed" component="span" display="block">
              {text}
            </Text>
          ))}
        </span>
      </dd>
      <dt>{t('preview.onSale')}</dt>
      <dd>
        {listedAt && <When at={listedAt} />}, {t('preview.until', { moment: moment(endsAt) })}
      </dd>
    </dl>
  );
}

function Terms({ listing: { leadCount, niche } }: { listing: PreviewedListing }) {
  const { t } = useTranslation('market');
  const time = useHoldTime()(niche.windowHours);
  return (
    <Part title={t('preview.terms')}>
      <ul className={styles.terms}>
        <li>{t('preview.get', { count: leadCount })}</li>
        <li>{t('preview.held', { time })}</li>
        <li>{t('preview.claim')}</li>
      </ul>
    </Part>
  );
}
