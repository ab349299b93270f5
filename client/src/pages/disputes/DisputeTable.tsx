import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { DisputeRowFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { When } from '../../ui/When';
import { useKeys } from '../../ui/useKeys';
import { type Side, useSide } from './side';
import { useUnder } from './subject';
import { StateChip } from './StateChip';
import { Turn } from './Turn';
import shared from './disputes.module.css';
import styles from './DisputeTable.module.css';

/** Disputes as rows, as cards where it is narrow. `j` `k` and the arrows move, Enter opens. */
export function DisputeTable({ disputes, search }: { disputes: readonly DisputeRowFieldsFragment[]; search: string }) {
  const { t } = useTranslation('disputes');
  const side = useSide();
  const table = useRef<HTMLTableElement>(null);
  const navigate = useNavigate();
  useRowKeys(table, (link, act) => {
    if (side === 'PLATFORM') void navigate(link.pathname + link.search, { state: { act } });
  });
  return (
    <table className={styles.table} ref={table}>
      <caption className="lb-visually-hidden">{t(`list.title.${side}`)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.subject')}</th>
          <th scope="col">{t('column.reason')}</th>
          <th scope="col">{t(`column.others.${side}`)}</th>
          <th scope="col">{t('column.state')}</th>
          <th scope="col">{t('column.turn')}</th>
          <th scope="col" className={styles.figure}>
            {t('column.amount')}
          </th>
          <th scope="col" className={styles.figure}>
            {t('column.opened')}
          </th>
        </tr>
      </thead>
      <tbody>
        {disputes.map((dispute) => (
          <Row key={dispute.id} dispute={dispute} side={side} search={search} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ dispute, side, search }: { dispute: DisputeRowFieldsFragment; side: Side; search: string }) {
  const { t } = useTranslation('disputes');
  const { id, reason, state, niche, buyer, agency, amounts, openedAt } = dispute;
  const under = useUnder(dispute);
  const isPart = Number(amounts.refunded.minor) > 0 && amounts.refunded.minor !== amounts.claimed.minor;
  return (
    <tr>
      <th scope="row">
        <Link to={`/disputes/${id}${search}`} className={styles.rowLink}>
          {niche.name}
        </Link>
        <span className={shared.sub}>{under}</span>
      </th>
      <td>{t(`common:disputeReason.${reason}`)}</td>
      <td>
        <Others side={side} buyer={buyer.name} agency={agency.name} />
      </td>
      <td>
        <StateChip state={state} />
      </td>
      <td data-over={dispute.clock === null}>
        <Turn dispute={dispute} />
      </td>
      <td className={styles.figure}>
        <Money value={amounts.claimed} />
        {isPart && (
          <span className={shared.sub}>
            {t('column.back')} <Money value={amounts.refunded} />
          </span>
        )}
      </td>
      <td className={styles.figure}>
        <When at={openedAt} />
      </td>
    </tr>
  );
}

/** Who else is in it: for the platform both sides, buyer first. */
function Others({ side, buyer, agency }: { side: Side; buyer: string; agency: string }) {
  if (side !== 'PLATFORM') return side === 'BUYER' ? agency : buyer;
  return (
    <>
      {buyer}
      <span className={shared.sub}>{agency}</span>
    </>
  );
}

type Act = 'ACCEPTED' | 'REJECTED';

/** Keys that move the focus from row to row, and `a` and `r` that open the row to decide it. */
function useRowKeys(
  table: RefObject<HTMLTableElement | null>,
  onAct: (link: HTMLAnchorElement, act: Act) => void,
): void {
  const links = (): HTMLAnchorElement[] => [...(table.current?.querySelectorAll('a') ?? [])];
  const here = (): number => links().findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const move = (step: 1 | -1) => (): void => {
    const all = links();
    const next = all[Math.min(Math.max(here() + step, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const act = (decision: Act) => (): void => {
    const link = links()[here()];
    if (link) onAct(link, decision);
  };
  const [down, up] = [move(1), move(-1)];
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up, a: act('ACCEPTED'), r: act('REJECTED') });
}
