import { Button, Stack, Text } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession, useViewer } from '../../app/session';
import type { CallFieldsFragment } from '../../generated/calls';
import { ClockRing, useNow } from '../../ui/ClockRing';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { Facts } from '../../ui/Panel';
import { Timeline } from '../../ui/Timeline';
import { lengthOf } from '../recordings/length';
import { Caller } from './Caller';
import { CallConversion } from './CallConversion';
import { CallMark, Length } from './CallMark';
import { CallRecording } from './CallRecording';
import styles from './calls.module.css';

/** All of one call: what became of it and why, who called, where its money is, how it sounded, how it went. */
export function CallDetails({ call }: { call: CallFieldsFragment }) {
  const { t } = useTranslation('calls');
  const { kind } = useViewer().organisation;
  const { id, campaign, business, agency, number, subId, region, minSeconds, why, events } = call;
  return (
    <Stack gap="lg">
      <div>
        <CallMark call={call} />
        <Text size="sm" mt={4}>
          {why}
        </Text>
      </div>
      <Facts
        facts={[
          [
            t('facts.length'),
            <>
              <Length call={call} />{' '}
              <span className="lb-soft">{t('facts.ofLeast', { least: lengthOf(minSeconds) })}</span>
            </>,
          ],
          [
            t('facts.campaign'),
            <Link key="campaign" to={`/campaigns/${campaign.id}`}>
              {campaign.name}
            </Link>,
          ],
          [t('facts.business'), kind === 'BUSINESS' ? null : business.name],
          [t('facts.agency'), kind === 'AGENCY' ? null : agency.name],
          [t('facts.number'), `${number.phoneText}, ${number.name}`],
          [t('facts.region'), region.name],
          [t('facts.subId'), subId],
        ]}
      />
      <Part title={t('caller.title')}>
        <Caller key={id} call={call} />
      </Part>
      <Part title={t('conversion.title')}>
        <CallConversion key={id} call={call} />
      </Part>
      <Part title={t('trail.title')}>
        <MoneyOf call={call} isAgency={kind === 'AGENCY'} />
      </Part>
      <Part title={t('recording.title')}>
        <CallRecording key={id} call={call} />
      </Part>
      <Part title={t('events')}>
        <Timeline
          label={t('events')}
          moments={events.map(({ at, text }, place) => ({ id: String(place), at, title: text }))}
        />
      </Part>
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

/** What the call costs, what of it is whose, and until when it is held. */
function MoneyOf({ call, isAgency }: { call: CallFieldsFragment; isAgency: boolean }) {
  const { t } = useTranslation('calls');
  const { money } = useFormats();
  const { id, price, isBilled, refunded, fee, net, at, windowEndsAt, dispute } = call;
  const { may } = useSession();
  const now = useNow(windowEndsAt ?? at);
  if (!price || !isBilled)
    return <p className={styles.line}>{price ? t('trail.ready', { price: money(price) }) : t('trail.none')}</p>;
  const isHeld = call.money === 'HELD' && windowEndsAt !== null;
  const isOpen = isHeld && new Date(windowEndsAt).getTime() > now;
  return (
    <>
      <MoneyTrail
        amounts={stationsOf({ state: call.money, gross: price, refunded: refunded ?? { ...price, minor: 0 } })}
      />
      {fee && net && (
        <p className={styles.line}>
          {t(isAgency ? 'trail.agency' : 'trail.business', { price: money(price), fee: money(fee), net: money(net) })}
        </p>
      )}
      {isHeld && (
        <p className={styles.line}>
          <ClockRing start={at} end={windowEndsAt} label={t('trail.window')} />
        </p>
      )}
      {dispute && (
        <p className={styles.line}>
          <Link to={`/disputes/${dispute.id}`}>
            {t('trail.dispute', { state: t(`common:disputeState.${dispute.state}`) })}
          </Link>
        </p>
      )}
      {!dispute && isOpen && may('OPEN_DISPUTES') && (
        <Button component={Link} to={`/disputes/new?call=${id}`} variant="default" size="xs" mt="xs">
          {t('trail.disputeIt')}
        </Button>
      )}
    </>
  );
}
