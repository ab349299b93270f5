/** Answers to the provider in its own language (TwiML). */

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

const attributes = (given: Readonly<Record<string, string>>): string =>
  Object.entries(given)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

const response = (...verbs: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${verbs.join('')}</Response>`;

/** What is said, and the language that it is in. */
export interface Said {
  language: string;
  text: string;
}

const say = ({ language, text }: Said): string => `<Say${attributes({ language })}>${escaped(text)}</Say>`;

/** Says something and hangs up. */
export const sayAndEnd = (said: Said): string => response(say(said), '<Hangup/>');

/** Nothing more is to be done. */
export const END = response('<Hangup/>');

/** The line is busy for whoever calls; nobody answers and nothing is said. */
export const BUSY_LINE = response('<Reject reason="busy"/>');

/** Rings on for a moment and asks the same once more. */
export const askAgain = (address: string): string =>
  response('<Pause length="1"/>', `<Redirect method="POST">${escaped(address)}</Redirect>`);

export interface Dialling {
  phone: string;
  /** The number that the business sees: the caller's; undefined for a hidden one, where the tracked number is seen. */
  callerId?: string;
  ringSeconds: number;
  longestSeconds: number;
  /** What the caller is told first; with it the call is recorded. */
  recording: { announcement: Said; callback: string } | null;
  /** Where the provider tells of the leg to the business, and that it is over. */
  legCallback: string;
  action: string;
}

/** Puts a caller through to one phone. */
export function dial(given: Dialling): string {
  const { phone, callerId, recording } = given;
  const verb = attributes({
    answerOnBridge: 'true',
    timeout: String(given.ringSeconds),
    timeLimit: String(given.longestSeconds),
    ...(callerId ? { callerId } : {}),
    action: given.action,
    method: 'POST',
    ...(recording
      ? {
          record: 'record-from-answer-dual',
          recordingStatusCallback: recording.callback,
          recordingStatusCallbackMethod: 'POST',
          recordingStatusCallbackEvent: 'completed absent',
        }
      : {}),
  });
  const number = attributes({
    statusCallback: given.legCallback,
    statusCallbackMethod: 'POST',
    statusCallbackEvent: 'initiated ringing answered completed',
  });
  const first = recording ? say(recording.announcement) : '';
  return response(`${first}<Dial${verb}><Number${number}>${escaped(phone)}</Number></Dial>`);
}
