import { useFormats } from '../../app/format';

const ISO_MOMENT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

/** Writes the moments inside a sentence of the server as the viewer's clock shows them. */
export function useWords(): (sentence: string) => string {
  const { moment } = useFormats();
  return (sentence) => sentence.replaceAll(ISO_MOMENT, (iso) => moment(iso));
}
