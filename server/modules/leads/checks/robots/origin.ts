import { HOUR, SECOND } from '../../../../platform/clock';
import { isInDataCentre } from '../../../../platform/visitor/dataCentres';
import { robotIn, type RobotKind } from '../../../../platform/visitor/userAgent';
import { type Origin } from '../../candidate';
import { finding, type Finding } from '../signals';

/** A name, a phone and a glance at what is agreed to take a person longer, also where the browser fills them in. */
const LEAST_FILL_MS = 3 * SECOND;

/** An open tab is left and found again the same day. */
const OLD_TOKEN_MS = 24 * HOUR;

const AGENT_WORDS: Readonly<Record<RobotKind, string>> = {
  EMPTY: 'it did not say what it is',
  PROGRAM: 'it has the name of none',
  ROBOT: 'it calls itself a robot',
};

/** What the server saw of the sending of one form, against what it sees of people. */
export function checkOrigin(origin: Origin): Finding[] {
  const robot = robotIn(origin.userAgent);
  return [
    ...(robot === null ? [] : [finding('ROBOT_AGENT', { what: AGENT_WORDS[robot] })]),
    ...(origin.ip !== null && isInDataCentre(origin.ip) ? [finding('NETWORK_DATA_CENTRE')] : []),
    ...(origin.isTrapFilled ? [finding('TRAP_FILLED')] : []),
    ...checkTimes(origin),
  ];
}

/** The page's own word for how long it took may be false; the age of the mark is the server's. The shorter one counts. */
function checkTimes({ fillMs, tokenAgeMs }: Origin): Finding[] {
  const tookMs = Math.min(fillMs ?? Infinity, tokenAgeMs ?? Infinity);
  const fast = tookMs < LEAST_FILL_MS ? [finding('FORM_TOO_FAST', { seconds: secondsInWords(tookMs) })] : [];
  if (tokenAgeMs === null) return [...fast, finding('FORM_TOKEN_MISSING')];
  if (tokenAgeMs <= OLD_TOKEN_MS) return fast;
  return [...fast, finding('FORM_TOKEN_OLD', { hours: String(OLD_TOKEN_MS / HOUR) })];
}

const secondsInWords = (ms: number): string => {
  const seconds = Math.max(1, Math.ceil(ms / SECOND));
  return seconds === 1 ? 'a second' : `${seconds} seconds`;
};
