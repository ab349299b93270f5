import { OwnListingChangedDocument } from '../../generated/listings';
import { useLive } from '../../app/useLive';

/** So many can be listened to by one subscription. */
const MOST = 100;

/** Listens to the listings that are shown: a place that is taken shows at once. Draws nothing. */
export function LiveListings({ ids }: { ids: readonly string[] }) {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST) }, (_, part) =>
    ids.slice(part * MOST, (part + 1) * MOST),
  );
  return parts.map((part) => <Ear key={part[0]} ids={part} />);
}

function Ear({ ids }: { ids: readonly string[] }) {
  useLive(OwnListingChangedDocument, { ids: [...ids] });
  return null;
}
