import { type Caller } from '../api/marketClient';

const dollars = (whole: number): object => ({ minor: whole * 100, currency: 'USD' });

/** What businesses of the demo buy by themselves, when an agency asks for bids. */
const WISHES: Readonly<Record<string, readonly { terms: object; agreedPerDay: object }[]>> = {
  business: [
    {
      terms: {
        name: 'Car insurance in Kenya, at once',
        filter: { nicheIds: ['niche_motor-insurance'], regionIds: ['region_KE'] },
        maxPrice: dollars(40),
        dailyCount: 5,
        dailyBudget: dollars(120),
        isNamed: true,
      },
      agreedPerDay: dollars(120),
    },
  ],
};

/** Makes the buying wishes of the business with this login. */
export async function makeWishes(owner: Caller, login: string): Promise<void> {
  for (const wish of WISHES[login] ?? []) await owner.mutate('makeBuyingWish', wish);
}
