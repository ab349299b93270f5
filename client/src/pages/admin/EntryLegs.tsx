import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { JournalEntryFieldsFragment } from '../../generated/admin';
import { Money } from '../../ui/Money';
import { useAccountNames } from '../../ui/useAccountNames';

/** The legs of an entry and what they sum to, counted here: it has to be zero. */
export function EntryLegs({ legs }: { legs: JournalEntryFieldsFragment['legs'] }) {
  const { t } = useTranslation('admin');
  const namesOf = useAccountNames();
  const minor = legs.reduce((sum, { amount }) => sum + Number(amount.minor), 0);
  const currency = legs[0]?.amount.currency ?? 'USD';
  return (
    <table className="lb-table">
      <caption className="lb-visually-hidden">{t('entries.legs')}</caption>
      <tbody>
        {legs.map((leg) => {
          const { account, amount } = leg;
          return (
            <tr key={account}>
              <th scope="row">
                <Link to={`/admin/ledger/entries?account=${encodeURIComponent(account)}`}>{namesOf(leg).both}</Link>
              </th>
              <td className="lb-number">
                <Money value={amount} sign />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(minor === 0 ? 'entries.balanced' : 'entries.unbalanced')}</th>
          <td className="lb-number">
            <strong>
              <Money value={{ minor, currency }} />
            </strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
