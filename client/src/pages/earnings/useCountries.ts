import type { ExtendedFeature } from 'd3-geo';
import { useEffect, useState } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';

type Atlas = Topology<{ countries: GeometryCollection }>;

/** The shapes of the countries; null until they are there. Without them the bubbles are shown alone. */
export function useCountries(): readonly ExtendedFeature[] | null {
  const [countries, setCountries] = useState<readonly ExtendedFeature[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    fetch(address)
      .then(async (response) => (await response.json()) as Atlas)
      .then((atlas) => isWanted && setCountries(feature(atlas, atlas.objects.countries).features))
      .catch(() => isWanted && setCountries([]));
    return () => {
      isWanted = false;
    };
  }, []);
  return countries;
}
