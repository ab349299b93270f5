/**
 * `npm run households -- FILE [HOUSEHOLDS]`: writes a file of people who live together for `bench:dedupe`: couples, parents
 * and children of six countries who share a phone (6 of 10 households) or an e-mail box (2 of 10), some of them a father
 * and a son of one name (1 of 100), and of whom every third asks again: in another script, by another form of the name,
 * with the family name first, with a slip, with another phone or e-mail or without. The same file at each run.
 */
import { writeFileSync } from 'node:fs';
import { damaged, Dice } from './households/dice';
import { PLACES, type Place, type Spelling } from './households/places';

interface Member {
  id: number;
  given: Spelling;
  family: Spelling;
  phone: string;
  email: string;
  birth: string;
  place: Place;
}

const HEADINGS = 'id,name,phone,email,birth,city';
const USUAL_HOUSEHOLDS = 1500;

const dice = new Dice(20_261_127);
let people = 0;

const phoneOf = ({ prefix, digits }: Place): string =>
  prefix + Array.from({ length: digits }, () => dice.below(10)).join('');

const birthIn = (year: number): string =>
  [year, 1 + dice.below(12), 1 + dice.below(28)].map((part) => String(part).padStart(2, '0')).join('-');

const plain = ([, latin]: Spelling): string => latin.toLowerCase().replace(/[^a-z]/g, '');

function household(): Member[] {
  const place = dice.of(PLACES);
  const [man, woman] = dice.of(place.families);
  const size = dice.of([1, 1, 1, 2, 2, 3, 4]);
  const phone = dice.chance(0.6) ? phoneOf(place) : null;
  const box = dice.chance(0.2) ? `${plain(man)}.house${people}@mail.example` : null;
  const taken = new Set<string>();
  const isOneName = size > 2 && dice.chance(0.03);
  let father: Spelling | null = null;
  return Array.from({ length: size }, (_, at): Member => {
    const isMan = at === 0 || (at !== 1 && dice.chance(0.5));
    let given = dice.of(isMan ? place.men : place.women);
    while (taken.has(given[1])) given = dice.of(isMan ? place.men : place.women);
    if (at === 0) father = given;
    else if (at === 2 && isOneName) given = father!;
    taken.add(given[1]);
    const family = isMan || (at === 2 && isOneName) ? man : woman;
    people += 1;
    const own = `${plain(given)}.${plain(family)}${people}@post.example`;
    return {
      id: people,
      given,
      family,
      phone: phone ?? phoneOf(place),
      email: box ?? (dice.chance(0.7) ? own : ''),
      birth: dice.chance(0.6) ? birthIn(at < 2 ? 1945 + dice.below(40) : 1975 + dice.below(30)) : '',
      place,
    };
  });
}

/** What somebody writes: the first time as it is, later with what people change and get wrong. */
function rowOf({ id, given, family, phone, email, birth, place }: Member, isAgain: boolean): string {
  const may = (share: number): boolean => isAgain && dice.chance(share);
  const script = may(0.3) ? 0 : 1;
  const called = may(0.1) ? (given[2] ?? given[script]) : given[script];
  const parts = [called, family[script]];
  const slip = may(0.12) ? dice.below(2) : null;
  if (slip !== null) parts[slip] = damaged(parts[slip]!, dice);
  if (place.isFamilyFirst !== may(0.15)) parts.reverse();
  const other = may(0.1) ? phoneOf(place) : may(0.08) ? damaged(phone, dice) : phone;
  return [id, parts.join(' '), other, may(0.3) ? '' : email, may(0.3) ? '' : birth, place.city].join(',');
}

function write(file: string | undefined, count: number): void {
  if (!file) throw new Error('Name the file to be written.');
  const members = Array.from({ length: count }, household).flat();
  const again = members.filter(() => dice.chance(1 / 3));
  const rows = [...members.map((member) => rowOf(member, false)), ...again.map((member) => rowOf(member, true))];
  writeFileSync(file, [HEADINGS, ...dice.shuffled(rows), ''].join('\n'));
  console.log(`${rows.length} rows of ${members.length} people in ${count} households in ${file}`);
}

write(process.argv[2], Number(process.argv[3] ?? USUAL_HOUSEHOLDS));
