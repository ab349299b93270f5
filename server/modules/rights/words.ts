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

export const receiptLetter = (receipt: string, at: Date) => ({
  subject: `Your data is erased: receipt ${receipt}`,
  text: [
    `What Leadbourse held under this address was erased on ${spokenMoment(at)}. The number of the receipt is ${receipt}.`,
    'Whoever had received it was told to erase it too, and it will not be taken in again.',
  ].join('\n\n'),
});

export const receiptText = (receipt: string): string =>
  `Leadbourse has erased your data. Receipt ${receipt}. Whoever had received it was told to erase it too.`;

/** What an agency has to do of whose lead a person was erased. */
export const agencyLetter = (count: number) => ({
  subject: 'A person had their data erased',
  text: `A person had their data erased, and with it ${count === 1 ? 'a lead' : 'leads'} that you brought. Erase what you hold of them in your own systems, and do not send them again: they would be refused. Your list of leads shows which.`,
});
