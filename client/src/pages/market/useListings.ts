import { useFragment } from '@apollo/client/react';
import { useMemo } from 'react';
import { type ListingRowFragment, ListingRowFragmentDoc } from '../../generated/market';

/** Listings that were read before, as they are now, whoever changed them. */
export function useListings(ids: readonly string[]): readonly ListingRowFragment[] {
  const from = useMemo(() => ids.map((id) => ({ __typename: 'Listing' as const, id })), [ids]);
  const { data } = useFragment({ fragment: ListingRowFragmentDoc, fragmentName: 'ListingRow', from });
  const read: readonly (object | null)[] = data;
  return useMemo(() => read.filter(isWhole), [read]);
}

const isWhole = (row: object | null): row is ListingRowFragment => row !== null && 'price' in row && 'sold' in row;
