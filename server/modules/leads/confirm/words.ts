import { spokenMoment } from '../../../platform/clock';

interface Question {
  agency: string;
  niche: string;
  askedFor: Date;
  url: string;
  expiresAt: Date;
}

/** What a person reads who is asked by e-mail. Nothing in it was written by whoever left the address. */
export const letterOf = ({ agency, niche, askedFor, url, expiresAt }: Question) => ({
  subject: `Did you ask for ${niche}?`,
  text: [
    `${agency} tells us that somebody left this address on ${spokenMoment(askedFor)} to be contacted about ${niche}.`,
    'If that was you, confirm it on this page. If it was not, or you have changed your mind, say so there:',
    url,
    `Opening the page changes nothing yet. The link is good until ${spokenMoment(expiresAt)}.`,
  ].join('\n\n'),
});

/** The same as a text message, with the code. */
export const textOf = ({ agency, niche, url }: Question, code: string): string =>
  `${code} is your code to confirm your request for ${niche} (${agency}). Not you? Say so: ${url}`;
