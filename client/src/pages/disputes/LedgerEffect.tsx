import { useTranslation } from 'react-i18next';
import { type MoneyValue, useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { Money } from '../../ui/Money';
import { useNow } from '../../ui/ClockRing';
import { ofMinor, sharesAfter } from './shares';
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
export function LedgerEffect({ sale, refund }: { sale: DisputeFieldsFragment['sale']; refund: number }) {
  const { t } = useTranslation('disputes');
  const postings = usePostings(sale, refund);
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

function usePostings(sale: DisputeFieldsFragment['sale'], refund: number): Posting[] {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const now = useNow(sale.windowEndsAt);
  const { agency, fee } = sharesAfter(sale.gross, refund, sale.feeBps ?? 0);
  const kept = Number(agency.minor) + Number(fee.minor);
  const isWindowOver = new Date(sale.windowEndsAt).getTime() <= now;
  const names = { agency: sale.agency.name, buyer: sale.buyer.name };
  const held = t('ledger.held', names);
  const back: Posting = {
    title: t('ledger.refund'),
    legs: [
      { account: held, amount: ofMinor(-refund, sale.gross) },
      { account: t('ledger.wallet', names), amount: ofMinor(refund, sale.gross) },
    ],
  };
  const release: Posting = {
    title: isWindowOver ? t('ledger.releaseNow') : t('ledger.releaseLater', { moment: moment(sale.windowEndsAt) }),
    legs: [
      { account: held, amount: ofMinor(-kept, sale.gross) },
      { account: t('ledger.earned', names), amount: agency },
      { account: t('ledger.fees'), amount: fee },
    ],
  };
  return [...(refund > 0 ? [back] : []), ...(kept > 0 ? [release] : [])];
}
