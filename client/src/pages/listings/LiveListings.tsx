import { OwnListingChangedDocument } from '../../generated/listings';
import { useLive } from '../../app/useLive';

/** So many can be listened to by one subscription. */
const MOST = 100;

interface Properties {
  ids: readonly string[];
  /** One of them changed. */
  onHeard(): void;
}

/** Listens to the listings that are shown: a place that is taken shows at once. Draws nothing. */
export function LiveListings({ ids, onHeard }: Properties) {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) =>
    ids.slice(part * MOST, (part + 1) * MOST),
  );
  return parts.map((part) => <Ear key={part[0]} ids={part} onHeard={onHeard} />);
}

function Ear({ ids, onHeard }: Properties) {
  useLive(OwnListingChangedDocument, { ids: [...ids] }, { heard: onHeard });
  return null;
}
