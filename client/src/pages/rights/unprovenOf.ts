import type { MyDataFieldsFragment } from '../../generated/rights';

interface Request {
  contact: Pick<MyDataFieldsFragment['requests'][number]['contact'], 'phone' | 'email'>;
}

const isMasked = (contact: string | null | undefined): contact is string => contact?.includes('•••') ?? false;

/** The contacts of these requests that were not proven, each once, masked as the server gives them. */
export const unprovenOf = (requests: readonly Request[]): string[] => [
  ...new Set(requests.flatMap(({ contact: { phone, email } }) => [phone, email].filter(isMasked))),
];
