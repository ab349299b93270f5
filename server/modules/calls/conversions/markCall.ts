import { z } from 'zod';
import { type MarkCallConvertedInput, type TakeBackCallConversionInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { readInput } from '../../../platform/inputs';
import { type Call } from '../model';
import { forgetCallConversion, noteCallConversion } from './noteCallConversion';

const KIND = 'Name the kind by 1 to 40 letters, digits, dots, dashes or underscores.';
const schema = z.object({
  kind: z
    .string()
    .regex(/^[\w.-]{1,40}$/, KIND)
    .nullable(),
});

/** Somebody of the business says on its page that a call became a lead or a sale. Throws InvalidInput, NotFound, Conflict. */
export async function markCallConverted(viewer: Viewer, input: MarkCallConvertedInput): Promise<{ call: Call }> {
  const { kind } = readInput(schema, { kind: input.kind ?? null });
  const told = { kind, at: now(), saidBy: 'PERSON' as const, by: viewer.personId };
  const { call } = await noteCallConversion(input.callId, viewer.organisationId, told);
  return { call };
}

/** Takes back what was said of a call. Throws NotFound. */
export const takeBackCallConversion = async (
  viewer: Viewer,
  { callId }: TakeBackCallConversionInput,
): Promise<{ call: Call }> => ({ call: await forgetCallConversion(callId, viewer.organisationId) });
