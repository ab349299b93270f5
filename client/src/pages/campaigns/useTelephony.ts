import { useQuery } from '@apollo/client/react';
import { TelephonyDocument, type TelephonyQuery } from '../../generated/campaigns';

/** Whether calls can be sold here; null until it is known. */
export function useTelephony(): TelephonyQuery['telephony'] | null {
  const { data } = useQuery(TelephonyDocument, { fetchPolicy: 'cache-first' });
  return data?.telephony ?? null;
}
