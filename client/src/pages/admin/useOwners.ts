import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AccountOwnersDocument } from '../../generated/admin';

/**
 * Names an account for people: its kind and, where it is an organisation's, whose it is. Organisations beyond the first
 * hundred, and accounts of the platform, keep the name that the ledger gives them.
 */
export function useOwners(): (account: string) => { kind: string; owner: string } {
  const { t } = useTranslation('admin');
  const { data } = useQuery(AccountOwnersDocument);
  const names = new Map(data?.organisations.nodes.map(({ id, name }) => [id, name]));
  return (account) => {
    const [kind = '', owner = ''] = account.split(':');
    return {
      kind: t(`accounts.kinds.${kind.toUpperCase()}.name`),
      owner: names.get(owner) ?? t(`accounts.owners.${owner}`, { defaultValue: owner }),
    };
  };
}
