import type { MyDataFieldsFragment } from '../../generated/rights';

type Request = MyDataFieldsFragment['requests'][number];

/** In which words a request stands: what is sold up is not said to be for sale. */
export function standingOf({
  state,
  soldTo: count,
  soldAtMost: most,
}: Pick<Request, 'state' | 'soldTo' | 'soldAtMost'>) {
  if (state !== 'ACCEPTED' || !most) return { key: `states.${state}` };
  return { key: count >= most ? 'soldUp' : 'soldOf', count, most };
}
