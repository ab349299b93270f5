import { z } from 'zod';
import { type CardFilter } from '../../generated/graphql';
import { badUserInput } from '../../platform/errors';
import { CARD_STATUSES } from './rules';

const id = z.string().min(1).optional();
const moment = z
  .string()
  .pipe(z.iso.datetime({ offset: true }))
  .transform((text) => new Date(text))
  .optional();

const Address = z.strictObject({
  statuses: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(CARD_STATUSES)))
    .optional(),
  nicheId: id,
  regionId: id,
  agencyId: id,
  assigneeId: id,
  isUnassigned: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional(),
  boughtFrom: moment,
  boughtTo: moment,
});

/**
 * A `CardFilter` as an address has it, by the names of its fields, statuses with commas between. What it does not know is
 * refused: passed over, it would give out contacts that were not asked for.
 */
export function filterOfAddress(query: unknown): CardFilter {
  const { data, error } = Address.safeParse(query);
  if (error) throw badUserInput('The address asks for cards by a filter that there is not.');
  return data;
}
