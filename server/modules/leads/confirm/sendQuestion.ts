import { after, now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { hashOfCode, newCode } from '../../../platform/oneTimeCode';
import { inTransaction } from '../../../platform/transaction';
import { organisationsById } from '../../accounts';
import { nicheNameIn, nicheTree } from '../../catalog';
import { requestMessage } from '../../messages';
import { type Language } from '../languages';
import { type Lead } from '../model';
import { newLink } from './link';
import { type ConfirmationRow, Confirmations } from './model';
import { CONFIRM } from './rules';
import { letterOf, textOf } from './words';

/** Who is asked, and about what. */
export type Asked = Pick<ConfirmationRow, 'leadId' | 'agencyId' | 'channel' | 'contactHash' | 'standsFor' | 'about'> & {
  to: string;
  language: Language;
};

type Facts = Omit<AskedFacts, 'agencyId'>;

/**
 * Sends a question by a link that nobody else is told, and keeps what the answer needs; under a given id where `with` keeps
 * something beside it, in one transaction.
 */
export async function sendQuestion(
  { to, language, ...asked }: Asked,
  facts: Facts,
  beside: { _id: string; keep(until: Date): Promise<unknown> } = { _id: newId('confirm'), keep: async () => {} },
): Promise<void> {
  const askedAt = now();
  const { url, tokenHash } = newLink();
  const { _id } = beside;
  const code = asked.channel === 'PHONE' ? newCode() : null;
  const row: ConfirmationRow = {
    _id,
    ...asked,
    tokenHash,
    language,
    state: 'OPEN',
    code: code === null ? null : freshCode(_id, code),
    askedAt,
    expiresAt: after(askedAt, CONFIRM.linkMs),
    decidedAt: null,
  };
  const { agencyId } = asked;
  const question = { ...(await questionOf({ agencyId, ...facts }, language)), language, url, expiresAt: row.expiresAt };
  await inTransaction(async () => {
    await Confirmations.insertMany([row], { lean: true });
    await beside.keep(row.expiresAt);
    await requestMessage(
      code === null
        ? { channel: 'EMAIL', to, ...letterOf(question), expiresAt: row.expiresAt }
        : { channel: 'SMS', to, text: textOf(question, code), expiresAt: row.code!.expiresAt },
    );
  });
}

/** What is kept of a code that is sent now. */
export const freshCode = (forId: string, code: string): NonNullable<ConfirmationRow['code']> => ({
  hash: hashOfCode(forId, code),
  triesLeft: CONFIRM.codeTries,
  expiresAt: after(now(), CONFIRM.codeMs),
});

interface AskedFacts {
  agencyId: string;
  nicheId: string;
  askedFor: Date;
}

/** What a question about a lead is about: its own request, unless the question names another one. */
export const factsOfQuestion = (
  { capturedAt, submittedAt, nicheId }: Pick<Lead, 'capturedAt' | 'submittedAt' | 'nicheId'>,
  about: ConfirmationRow['about'],
): Facts => about ?? { nicheId, askedFor: capturedAt ?? submittedAt };

/** Who asks, and about what, in the language that the person is asked in. */
export async function questionOf({ agencyId, nicheId, askedFor }: AskedFacts, language: Language) {
  const agency = (await organisationsById([agencyId])).get(agencyId);
  const niche = nicheTree().byId(nicheId);
  return { agency: agency?.name ?? '', niche: niche ? nicheNameIn(niche, language) : '', askedFor };
}
