import { countryOf } from './countries';
import { isInDataCentre } from './dataCentres';

/** Unpacks the lists of addresses, which takes a tenth of a second: before anybody comes, so that no visitor waits for it. */
export function unpackLists(): void {
  const anybody = '192.0.2.1';
  countryOf(anybody);
  isInDataCentre(anybody);
}
