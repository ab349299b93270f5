import { type Chance } from '../demoData/random';
import { burstOf, OTHERS, personOf, type Visitor } from '../demoData/visitors';

/** Networks of people's lines, by country, of which only the first two numbers are told. */
export const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  KE: ['41.90', '105.160', '197.136', '154.122'],
  GR: ['195.251', '94.64', '2.84', '79.103'],
};

/** Of a hundred that come, without bursts: how many are what. */
const SHARES = {
  ...{ person: 65, repeat: 10, robot: 9, prefetch: 4, look: 4, server: 4, nameless: 2, abroad: 1, nowhere: 1 },
} as const;
/** The first twenty of a network in a minute may be people; of a burst as large as this most are not billed. */
const BURST = 60;
/** How many come before the first burst, and between two of them. */
const BEFORE_BURSTS = 60;
const BETWEEN_BURSTS = 400;
const MOST_REMEMBERED = 500;
/** A network kept for trials: of no country, so nobody's line. */
const KINDS: typeof OTHERS = { ...OTHERS, nowhere: () => ({ address: '198.18.4.9' }) };

/**
 * Visitors of a country without end, in a believable mixture: people of several networks, some again, and all the others;
 * by so many sources, since more of one in a minute than people make are a burst.
 */
export function* mixtureOf(chance: Chance, country: string, sources: number): Generator<Visitor, never> {
  const networks = NETWORKS[country]!;
  const source = (): string => `source-${chance.whole(1, sources)}`;
  const people: Visitor[] = [];
  for (let place = 1; ; place++) {
    if (place % BETWEEN_BURSTS === BEFORE_BURSTS) yield* burstOf(chance, chance.pick(networks), BURST);
    const kind = chance.weighted(SHARES);
    const person = { ...personOf(chance, chance.pick(networks)), subId: source() };
    if (kind === 'repeat' && people.length > 0) {
      yield { ...chance.pick(people.filter(Boolean)), kind, subId: source() };
    } else if (kind === 'person' || kind === 'repeat') {
      people[place % MOST_REMEMBERED] ??= person;
      yield person;
    } else yield { ...person, ...KINDS[kind]!(person, chance), kind };
  }
}
