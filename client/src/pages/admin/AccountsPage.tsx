import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { LedgerAccountsDocument, type LedgerAccountsQueryVariables } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Money } from '../../ui/Money';
import { Page, PageSkeleton } from '../../ui/Page';
import { RowKeys } from '../../ui/RowKeys';
import { Table } from '../../ui/Table';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { useAccountNames } from '../../ui/useAccountNames';
import styles from './admin.module.css';

type Kind = LedgerAccountsQueryVariables['kind'];

const KINDS: readonly Kind[] = [
  'WALLET',
  'RESERVED',
  'HOLD',
  'PAYABLE',
  'REVENUE',
  'CLEARING',
  'TRANSIT',
  'SUSPENSE',
  'EXPENSE',
  'RECEIVABLE',
  'ADJUSTMENT',
];

/** The accounts of one kind with what their entries sum to; each leads to its entries. */
export function AccountsPage() {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const kind = KINDS.find((known) => known === params.get('kind')) ?? 'WALLET';
  return (
    <Page
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={<RowKeys mark="[data-account]" canSelect={false} />}
    >
      <nav className={styles.choices} aria-label={t('accounts.kind')}>
        {KINDS.map((known) => (
          <Link key={known} to={`?kind=${known}`} aria-current={known === kind ? 'true' : undefined}>
            {t(`accounts:kinds.${known}`)}
          </Link>
        ))}
      </nav>
      <Text size="sm" c="dimmed">
        {t(`accounts.meanings.${kind}`)}
      </Text>
      <UnknownFilters filters={[{ name: 'kind', what: t('accounts.kind'), knows: isOneOf(KINDS) }]} />
      <Accounts kind={kind} />
    </Page>
  );
}

function Accounts({ kind }: { kind: Kind }) {
  const { t } = useTranslation('admin');
  const namesOf = useAccountNames();
  const { data, error, refetch, fetchMore } = useQuery(LedgerAccountsDocument, { variables: { kind } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.ledgerAccounts;
  if (nodes.length === 0) return <Empty title={t('accounts.none')} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { ledgerAccounts } }) => ({
        ledgerAccounts: { ...ledgerAccounts, nodes: [...before.ledgerAccounts.nodes, ...ledgerAccounts.nodes] },
      }),
    });
  return (
    <>
      <Table
        caption={t(`accounts:kinds.${kind}`)}
        columns={[
          t('accounts.whose'),
          { name: t('accounts.account'), className: styles.lesser },
          { name: t('accounts.balance'), isNumber: true },
        ]}
      >
        <tbody>
          {nodes.map(({ account, owner, balance }) => (
            <tr key={account}>
              <th scope="row">
                <Link
                  to={`entries?account=${encodeURIComponent(account)}`}
                  className={styles.open}
                  data-account={account}
                >
                  {namesOf({ account, owner }).owner}
                </Link>
              </th>
              <td className={`${styles.id} ${styles.lesser}`}>{account}</td>
              <td className="lb-number">
                <Money value={balance} />
              </td>
            </tr>
          ))}
        </tbody>
        {!pageInfo.hasNextPage && <Sum balances={nodes.map(({ balance }) => balance)} />}
      </Table>
      {pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}

/** What all accounts of the kind hold together, one line for each currency. */
function Sum({ balances }: { balances: readonly { minor: number | string; currency: string }[] }) {
  const { t } = useTranslation('admin');
  const sums = new Map<string, number>();
  for (const { minor, currency } of balances) sums.set(currency, (sums.get(currency) ?? 0) + Number(minor));
  return (
    <tfoot>
      {[...sums].map(([currency, minor]) => (
        <tr key={currency}>
          <th scope="row">{t('accounts.sum')}</th>
          <td className={styles.lesser} />
          <td className="lb-number">
            <strong>
              <Money value={{ minor, currency }} />
            </strong>
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
