import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { useNow } from '../../ui/ClockRing';
import { ofMinor, sharesAfter } from './shares';
import { aboutOf } from './subject';
import styles from './disputes.module.css';

interface Leg {
  account: string;
  amount: MoneyValue;
}

interface Posting {
  title: string;
  legs: Leg[];
}

/** The entries that a decision makes, each with its legs, before it is made; they sum to zero. */
export function LedgerEffect({ dispute, refund }: { dispute: DisputeFieldsFragment; refund: number }) {
  const { t } = useTranslation('disputes');
  const postings = usePostings(dispute, refund);
  return (
    <div className="lb-scroll" role="group" aria-label={t('ledger.title')} tabIndex={0}>
      <table className="lb-table">
        <caption className={styles.small}>{t('ledger.title')}</caption>
        {postings.map(({ title, legs }) => (
          <tbody key={title}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {title}
              </th>
            </tr>
            {legs.map(({ account, amount }) => (
              <tr key={account}>
                <td>{account}</td>
                <td className="lb-number">
                  <Money value={amount} sign />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function usePostings(dispute: DisputeFieldsFragment, refund: number): Posting[] {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const { windowEndsAt, feeBps } = aboutOf(dispute);
  const { paid } = dispute.amounts;
  const now = useNow(windowEndsAt);
  const { agency, fee } = sharesAfter(paid, refund, feeBps);
  const kept = Number(agency.minor) + Number(fee.minor);
  const isWindowOver = new Date(windowEndsAt).getTime() <= now;
  const names = { agency: dispute.agency.name, buyer: dispute.buyer.name };
  const held = t('ledger.held', names);
  const back: Posting = {
    title: t('ledger.refund'),
    legs: [
      { account: held, amount: ofMinor(-refund, paid) },
      { account: t('ledger.wallet', names), amount: ofMinor(refund, paid) },
    ],
  };
  const release: Posting = {
    title: isWindowOver ? t('ledger.releaseNow') : t('ledger.releaseLater', { moment: moment(windowEndsAt) }),
    legs: [
      { account: held, amount: ofMinor(-kept, paid) },
      { account: t('ledger.earned', names), amount: agency },
      { account: t('ledger.fees'), amount: fee },
    ],
  };
  return [...(refund > 0 ? [back] : []), ...(kept > 0 ? [release] : [])];
}
