import { z } from 'zod';
import { somebodyFor } from './fictionCallers';
import { type Play } from './script';

const E164 = /^\+\d{7,15}$/;
const isOn = z.union([z.literal('on'), z.literal('true'), z.literal(true)]).optional();

const whole = (fault: string, least: number, most: number) =>
  z.coerce.number(fault).int(fault).min(least, fault).max(most, fault);

const schema = z.object({
  number: z.string().trim().regex(E164, 'Name the number that is called, such as +441632960000.'),
  from: z
    .string()
    .trim()
    .default('')
    .refine((from) => from === '' || from === 'anonymous' || E164.test(from), 'Name who calls, such as +447700900123.'),
  caller: z.enum(['new', 'elsewhere', 'hidden'], 'Say new, elsewhere or hidden.').default('new'),
  seconds: whole('Give the length as whole seconds from 0 to 7200.', 0, 7200).default(120),
  answer: z.enum(['yes', 'no', 'busy', 'failed', 'hangup'], 'Say yes, no, busy, failed or hangup.').default('yes'),
  order: z.enum(['straight', 'backwards']).default('straight'),
  times: whole('Say how often: a whole number from 1 to 20.', 1, 20).default(1),
  silent: isOn,
  live: isOn,
});

/** A call as a form or a command wishes it; the first fault in words. */
export async function readPlay(
  wish: unknown,
): Promise<{ number: string; play: Play; isLive: boolean } | { fault: string }> {
  const read = schema.safeParse(wish ?? {});
  if (!read.success) return { fault: read.error.issues[0]?.message ?? 'This is no call.' };
  const { number, from, caller, silent, live, ...play } = read.data;
  const hidden = caller === 'hidden' ? 'anonymous' : null;
  return {
    number,
    play: {
      ...play,
      from: from || (hidden ?? (await somebodyFor(number, caller === 'elsewhere'))),
      isSilent: silent !== undefined,
    },
    isLive: live !== undefined,
  };
}
