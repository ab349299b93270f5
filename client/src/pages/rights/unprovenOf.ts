import type { MyDataFieldsFragment } from '../../generated/rights';

type OwnRequest = MyDataFieldsFragment['requests'][number];

interface Request {
  contact: Pick<OwnRequest['contact'], 'phone' | 'email'>;
  keptOutOn?: OwnRequest['keptOutOn'];
}

const isMasked = (contact: string | null | undefined): contact is string => contact?.includes('•••') ?? false;

/**
 * The contacts of these requests that were not proven, each once, masked as the server gives them: those on which their
 * person has answered the market, which an erasure keeps out, and the others.
 */
export const unprovenOf = (requests: readonly Request[]): { answered: string[]; unanswered: string[] } => ({
  answered: [...new Set(requests.flatMap((request) => maskedOf(request, true)))],
  unanswered: [...new Set(requests.flatMap((request) => maskedOf(request, false)))],
});

const maskedOf = ({ contact: { phone, email }, keptOutOn = [] }: Request, isAnswered: boolean): string[] =>
  [
    ...(keptOutOn.includes('PHONE') === isAnswered ? [phone] : []),
    ...(keptOutOn.includes('EMAIL') === isAnswered ? [email] : []),
  ].filter(isMasked);
