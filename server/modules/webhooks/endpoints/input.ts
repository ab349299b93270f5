import { z } from 'zod';
import { line } from '../../../platform/inputs';
import { WEBHOOK_TYPES } from '../model';

export const name = line(1, 60, 'Give a name of 1 to 60 characters.');

export const types = z
  .array(z.enum(WEBHOOK_TYPES))
  .min(1, 'Choose at least one thing that it is told of.')
  .transform((given) => WEBHOOK_TYPES.filter((type) => given.includes(type)));
