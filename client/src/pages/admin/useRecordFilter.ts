import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { filterOfAddress } from './recordFilter';

/** Who acts where no person does. */
export const SYSTEM = 'system';

/** What of the record is shown, as the address says. */
export function useRecordFilter() {
  const [params] = useSearchParams();
  return useMemo(() => ({ subject: params.get('subject'), filter: filterOfAddress(params) }), [params]);
}
