import { useQuery } from '@apollo/client/react';
import { useNavigate } from 'react-router';
import { DisputesDocument } from '../../generated/disputes';
import { useSide } from './side';
import { useView } from './view';

/** The way from case to case for those who decide: through the list that the address bar names. */
export interface Cases {
  /** Place in the list from 1, and its length; null when the case is not in it. */
  place: { at: number; of: number } | null;
  /** Opens the case before or after in the list. */
  before: (() => void) | null;
  after: (() => void) | null;
  /** Opens the next case that waits for an adjudicator; null when there is none. */
  next: (() => void) | null;
  toList(): void;
}

/** Cases around one of them; for the other sides there are none. */
export function useCases(id: string): Cases {
  const navigate = useNavigate();
  const { variables, search } = useView();
  const { data } = useQuery(DisputesDocument, { variables, skip: useSide() !== 'PLATFORM' });
  const disputes = data?.disputes.nodes ?? [];
  const index = disputes.findIndex((dispute) => dispute.id === id);
  const opening = (dispute: { id: string } | undefined): (() => void) | null =>
    dispute ? () => void navigate(`/disputes/${dispute.id}${search}`) : null;
  const inOrder = [...disputes.slice(index + 1), ...disputes.slice(0, Math.max(index, 0))];
  return {
    place: index < 0 ? null : { at: index + 1, of: disputes.length },
    before: index < 0 ? null : opening(disputes[index - 1]),
    after: opening(disputes[index + 1]),
    next: opening(inOrder.find(({ clock }) => clock?.waitsFor === 'ADJUDICATOR')),
    toList: () => void navigate(`/disputes${search}`),
  };
}
