import { useFormats } from '../../app/format';

/** A moment as the server says it in a sentence: 4 Dec 2026, 20:47 UTC. */
const MOMENT = /(\d{1,2} [A-Z][a-z]{2} \d{4}), (\d\d:\d\d UTC)/g;

/** A sentence of the server with its moments written by `moment`. */
export const withMoments = (sentence: string, moment: (iso: string) => string): string =>
  sentence.replaceAll(MOMENT, (_whole, day: string, time: string) => moment(new Date(`${day} ${time}`).toISOString()));

/** Writes the moments inside a sentence of the server as the viewer's clock shows them. */
export function useWords(): (sentence: string) => string {
  const { moment } = useFormats();
  return (sentence) => withMoments(sentence, moment);
}
