import { z } from 'zod';
import { Problem } from '../../../http/problems';
import { exponentOf } from '../../../platform/money';
import { line } from '../../../platform/inputs';
import { CONVERSION } from './rules';

const KIND = 'Name the kind by 1 to 40 letters, digits, dots, dashes or underscores.';
const ORDER = 'Give an order reference of 1 to 100 characters in one line.';
const AMOUNT = 'Give the value in whole minor units (cents), from 0 to 1,000,000,000,000.';
const MOMENT = 'Give the moment as ISO 8601 with its offset, such as 2026-11-28T12:00:00Z.';
const SUBJECT =
  'Name the click or the call, one of the two: "click" is what your page got in "lbclick", "call" the id of a call.';
const OF_CALL = 'Of a call only "kind" and "at" are noted. Leave this out.';
const CONTACT = 'Give a phone or an e-mail address of the person, beside the name.';

const isCurrency = (code: string): boolean => {
  try {
    exponentOf(code);
    return true;
  } catch {
    return false;
  }
};

const optionalLine = (most: number, rule: string) => line(1, most, rule).nullish();

const id = (rule: string) => z.string(rule).min(1, rule).max(80, rule).nullish();

const BODY = 'Send the conversion as a JSON object.';

const fields = z.strictObject(
  {
    click: id('Give the id of the click, as your page got it in "lbclick".'),
    call: id('Give the id of the call, as it stands on its page and in "calls".'),
    kind: z
      .string(KIND)
      .regex(/^[\w.-]{1,40}$/, KIND)
      .nullish(),
    order: optionalLine(100, ORDER),
    value: z
      .strictObject({
        minor: z.int(AMOUNT).min(0, AMOUNT).max(CONVERSION.mostValueMinor, AMOUNT),
        currency: z.string().refine(isCurrency, 'The market does not know this currency.'),
      })
      .nullish(),
    at: z
      .string(MOMENT)
      .pipe(z.iso.datetime({ offset: true, error: MOMENT }))
      .transform((text) => new Date(text))
      .nullish(),
    contact: z
      .strictObject({
        name: optionalLine(200, 'Give a name of 1 to 200 characters.'),
        phone: optionalLine(60, 'Give a phone of 1 to 60 characters.'),
        email: optionalLine(320, 'Give an e-mail address of 1 to 320 characters.'),
      })
      .refine(({ phone, email }) => Boolean(phone ?? email), CONTACT)
      .nullish(),
  },
  { error: ({ code }) => (code === 'invalid_type' ? BODY : undefined) },
);

const schema = fields.superRefine(({ click, call, order, value, contact }, { addIssue }) => {
  if (Boolean(click) === Boolean(call)) addIssue({ code: 'custom', message: SUBJECT, path: ['click'] });
  else if (call)
    for (const [name, given] of Object.entries({ order, value, contact }))
      if (given) addIssue({ code: 'custom', message: OF_CALL, path: [name] });
});

/** What a business's server says of a call that converted. */
export interface CallSaid {
  call: string;
  kind: string | null;
  at: Date | null;
}

/** What it says of a click that did. */
export interface ClickSaid {
  click: string;
  kind: string | null;
  order: string | null;
  value: { minor: bigint; currency: string } | null;
  at: Date | null;
  contact: { name: string; phone: string | null; email: string | null } | null;
}

export const wrongFields = (problems: readonly { message: string; path: readonly string[] }[]): Problem =>
  new Problem('input-invalid', problems[0]!.message, { fields: { problems } });

/** Checks a body; every wrong field is told at once. */
export function readConversionBody(body: unknown): CallSaid | ClickSaid {
  const { data, error } = schema.safeParse(body);
  if (error) throw wrongFields(error.issues.map(({ message, path }) => ({ message, path: path.map(String) })));
  const { click, call, kind, order, value, at, contact } = data;
  if (call) return { call, kind: kind ?? null, at: at ?? null };
  return {
    click: click ?? '',
    kind: kind ?? null,
    order: order ?? null,
    value: value ? { minor: BigInt(value.minor), currency: value.currency } : null,
    at: at ?? null,
    contact: contact ? { name: contact.name ?? '', phone: contact.phone ?? null, email: contact.email ?? null } : null,
  };
}
