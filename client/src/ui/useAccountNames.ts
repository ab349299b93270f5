import { useTranslation } from 'react-i18next';

/** An account as the API tells it. */
interface NamedAccount {
  account: string;
  /** Null for an account of the platform. */
  owner: { name: string } | null;
}

/** Names an account for people: its kind and whose it is. */
export function useAccountNames(): (account: NamedAccount) => {
  kind: string;
  owner: string;
  /** Who pays or is paid by it: what a provider costs is paid by the platform. */
  party: string;
  both: string;
} {
  const { t } = useTranslation('accounts');
  return ({ account, owner: holder }) => {
    const [kindCode = '', ownerCode = ''] = account.split(':');
    const kind = t(`kinds.${kindCode.toUpperCase()}`, { defaultValue: kindCode });
    const owner = holder?.name ?? t(`owners.${ownerCode}`, { defaultValue: ownerCode });
    const party = kindCode === 'expense' ? t('owners.fees') : owner;
    return { kind, owner, party, both: t('named', { kind, owner }) };
  };
}
