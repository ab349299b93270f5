import { z } from 'zod';
import { config } from '../../../config';
import { type SignUpInput } from '../../../generated/graphql';
import { after, HOUR, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { newSecret, sealFields, sha256 } from '../../../platform/seal';
import { inTransaction } from '../../../platform/transaction';
import { country, email, line, read, tradeName } from '../input';
import { hadOne, takeOne } from '../limits';
import { linkInPlaceOfMail, requestMail } from '../mail';
import { type SignUpRow, SignUps } from '../model';
import { LIFETIME, LIMIT } from '../rules';

const schema = z.object({
  person: z.object({ name: line(1, 100), email }),
  organisation: z.object({ kind: z.enum(['AGENCY', 'BUSINESS']), name: tradeName, country }),
});

type Wish = z.infer<typeof schema>;

/**
 * Keeps what is wished and mails a link to the address; `confirmSignUp` makes it true. The address is not looked up and
 * no password is hashed, so that neither answer nor time tells whether it has a login (S24). No more than a few mails go
 * to one address in an hour, whoever asks; past that the answer is the same and nothing is mailed.
 */
export async function signUp(input: SignUpInput, ip: string): Promise<{ hours: number; link: string | null }> {
  const wish = read(schema, input);
  await takeOne(LIMIT.signUpPerIp, ip);
  const to = wish.person.email;
  const isMailed = await hadOne(LIMIT.signUpPerAddress, to);
  const token = newSecret();
  const row = rowOf(wish, token);
  const link = `${config.publicUrl}/confirm#token=${token}`;
  await inTransaction(async () => {
    await SignUps.insertMany([row]);
    if (isMailed) await requestMail('signUp', { to, link, personId: null, expiresAt: row.expiresAt });
  });
  return { hours: LIFETIME.signUpMs / HOUR, link: linkInPlaceOfMail(link) };
}

function rowOf({ person, organisation }: Wish, token: string): SignUpRow {
  const at = now();
  const _id = newId('signup');
  return {
    _id,
    sealed: sealFields('sign_ups', _id, { ...person, organisation: organisation.name }),
    kind: organisation.kind,
    country: organisation.country,
    tokenHash: sha256(token),
    createdAt: at,
    expiresAt: after(at, LIFETIME.signUpMs),
    usedAt: null,
  };
}
