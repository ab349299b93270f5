import { UnstyledButton } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Dotted } from '../../ui/Dotted';
import { Money } from '../../ui/Money';
import { When } from '../../ui/When';
import { useBilledFacts } from '../campaigns/usage/billed';
import { EntryTrail } from './EntryTrail';
import type { Entry } from './useEntries';
import styles from './wallet.module.css';

/** A movement of the wallet as a row, and under it, when it is opened, what explains it. */
export function EntryRow({ entry, isOpen, onToggle }: { entry: Entry; isOpen: boolean; onToggle(): void }) {
  const { t } = useTranslation('wallet');
  const id = useId();
  const { kind, amount, at, sale } = entry;
  const facts = useBilledFacts('agency')(entry);
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <tr className={isOpen ? styles.opened : undefined}>
        <td>
          <UnstyledButton
            data-entry
            className={styles.toggle}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={onToggle}
          >
            <Chevron size={16} aria-hidden />
            <span>
              <span className={styles.kind}>
                {kind === 'PURCHASE' ? t('entries.purchase') : t(`common:entryKind.${kind}`)}
              </span>
              {facts.length > 0 && (
                <span className={styles.about}>
                  <Dotted>{facts}</Dotted>
                </span>
              )}
              {sale && (
                <span className={styles.about}>
                  <Dotted>
                    {sale.niche.name}
                    {sale.region.name}
                    {kind === 'PURCHASE' && t(`common:saleState.${sale.state}`)}
                  </Dotted>
                </span>
              )}
            </span>
          </UnstyledButton>
          <span className={styles.whenBelow}>
            <When at={at} isStop={false} />
          </span>
        </td>
        <td className={styles.when}>
          <When at={at} isStop={false} />
        </td>
        <td className={`lb-number ${Number(amount.minor) > 0 ? styles.in : ''}`}>
          <Money value={amount} sign />
        </td>
      </tr>
      {isOpen && (
        <tr className={styles.detail} id={id}>
          <td colSpan={3}>
            <EntryTrail entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
