import { spokenMoment } from '../../platform/clock';

export const codeLetter = (code: string) => ({
  subject: 'Your code to see what we hold of you',
  text: [
    `${code} is your code. It is good for 10 minutes.`,
    'Somebody, probably you, asked to see what Leadbourse holds under this address. If it was not you, nothing has to be done.',
  ].join('\n\n'),
});

export const codeText = (code: string): string =>
  `${code} is your code to see what Leadbourse holds of you. If you did not ask, nothing has to be done.`;

/** Of a landline no code proves whose it is, so people have to be written to by who left nothing else. */
export const landlineWords = (address: string | null): string =>
  `This phone takes no text messages: it is a landline, so no code reaches it. Give the e-mail address or the mobile phone that you left with it; what was left with this phone is shown with it. ${
    address === null
      ? 'If you left this phone alone, turn to the firm whose form you filled: what it holds of you, it must tell and erase.'
      : `If you left this phone alone, write to ${address} and name it: there people answer.`
  }`;

export const receiptLetter = (receipt: string, at: Date) => ({
  subject: `Your data is erased: receipt ${receipt}`,
  text: [
    `What Leadbourse held under this address was erased on ${spokenMoment(at)}. The number of the receipt is ${receipt}.`,
    'Whoever had received it was told to erase it too, and no request with this address will be taken in again.',
  ].join('\n\n'),
});

export const receiptText = (receipt: string): string =>
  `Leadbourse has erased your data. Receipt ${receipt}. Whoever had received it was told to erase it too.`;

/** What an agency has to do that brought a person who was erased; `what` names which of its leads or repeats it was. */
export const agencyLetter = (niche: string, what: readonly string[]) => ({
  subject: `A person had their data erased (${niche})`,
  text: [
    'A person whom you brought had their data erased. Erase what you hold of them in your own systems, and do not send them again, by any phone or address.',
    'What they have proven to be theirs is refused here from now on. A phone or an address that they have not proven is no longer known here and would not be refused: that it is not sent again is up to you.',
    ...what,
  ].join('\n\n'),
});

export const leadNamed = (niche: string, at: Date, link: string): string =>
  `It is your lead for ${niche} of ${spokenMoment(at)}:\n${link}`;

/** A repeat has no page: it is no lead, or is part of the agency's own. */
export const repeatNamed = (niche: string, at: Date): string =>
  `It is the repeated request for ${niche} that you sent on ${spokenMoment(at)}; it is no lead of yours.`;

export const repeatOfOwnNamed = (niche: string, at: Date): string =>
  `The repeated request for ${niche} that you sent on ${spokenMoment(at)} was noted with it, and is erased as well.`;
