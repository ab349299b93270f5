import { Group, Text, UnstyledButton } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type MoneyValue, useFormats } from '../../app/format';
import { Dotted } from '../../ui/Dotted';
import { Money } from '../../ui/Money';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { When } from '../../ui/When';
import { useBilledFacts } from '../campaigns/usage/billed';
import { BilledTrail } from '../campaigns/usage/BilledTrail';
import styles from './Earnings.module.css';
import type { Entry } from './reads';

/** A movement, and under it on demand the sale, the visits or the call: where the money is now, and the ways to it and to its dispute. */
export function EntryRows({ entry }: { entry: Entry }) {
  const { t } = useTranslation('earnings');
  const { relative } = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const { id, kind, at, held, available, fee, sale, campaign } = entry;
  const usage = useBilledFacts('business')(entry);
  const facts = sale ? [`${sale.niche.name}, ${sale.region.name}`, sale.buyer.name] : usage;
  return (
    <>
      <tr>
        <td>
          {sale || campaign ? (
            <UnstyledButton
              className={styles.toggle}
              data-entry={id}
              aria-expanded={isOpen}
              aria-controls={`trail-${id}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              <ChevronRight size={14} aria-hidden />
              <span>
                {t(`kind.${kind}`, t(`common:entryKind.${kind}`))}
                <Text span display="block" size="sm" c="dimmed">
                  <Dotted>{facts}</Dotted>
                </Text>
                <Text span size="xs" c="dimmed" className={styles.whenNarrow}>
                  {relative(at)}
                </Text>
              </span>
            </UnstyledButton>
          ) : (
            <>
              {t(`kind.${kind}`, t(`common:entryKind.${kind}`))}
              <Text span size="xs" c="dimmed" className={styles.whenNarrow}>
                {relative(at)}
              </Text>
            </>
          )}
        </td>
        <td className={styles.when}>
          <When at={at} />
        </td>
        <Amount value={held} />
        <Amount value={available} />
        {/* What the platform gets is taken from the agency. */}
        <Amount value={{ ...fee, minor: -Number(fee.minor) }} className={styles.fee} />
      </tr>
      {isOpen && (
        <tr id={`trail-${id}`}>
          <td colSpan={5}>
            {sale ? (
              <Trail sale={sale} />
            ) : (
              <div className={styles.trail}>
                <BilledTrail entry={entry} side="AGENCY" />
              </div>
            )}
          </td>
        </tr>
      )}
    </>
  );
}

function Amount({ value, className = '' }: { value: MoneyValue; className?: string }) {
  return (
    <td className={`lb-number ${className}`}>{Number(value.minor) === 0 ? null : <Money value={value} sign />}</td>
  );
}

function Trail({ sale }: { sale: NonNullable<Entry['sale']> }) {
  const { t } = useTranslation('earnings');
  const { money, moment } = useFormats();
  const { state, windowEndsAt, net, leadId, dispute } = sale;
  return (
    <div className={styles.trail}>
      <MoneyTrail amounts={stationsOf(sale)} />
      <Group gap="md" mt="sm">
        <Text size="sm" c="dimmed">
          {state === 'HELD' ? t('trail.heldUntil', { moment: moment(windowEndsAt) }) : t(`common:saleState.${state}`)}
          {net && state !== 'REFUNDED' && ` · ${t('trail.yours', { net: money(net) })}`}
        </Text>
        <Link to={`/leads/${leadId}`}>{t('trail.lead')}</Link>
        {dispute && (
          <Link to={`/disputes/${dispute.id}`}>
            {t('trail.dispute', { state: t(`common:disputeState.${dispute.state}`) })}
          </Link>
        )}
      </Group>
    </div>
  );
}
