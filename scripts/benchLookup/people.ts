import { type Contact } from '../../server/modules/leads/judgeRow';
import { type DemoCountry, NAMES } from '../demoData/names';
import { type Chance } from '../demoData/random';

const COUNTRIES = Object.keys(NAMES) as DemoCountry[];
const TOWNS = ['Nairobi', 'Mombasa', 'Athens', 'Thessaloniki', 'Yerevan', 'Tashkent', 'Budapest', 'London', 'Berlin'];
const MAIL = ['gmail.com', 'yahoo.com', 'outlook.com', 'mail.ru', 'freemail.hu'];
const SYLLABLES = 'ba che do fe gu ha ji ko la mi na o pe qua ri sho ta u ve wa xi ya zo'.split(' ');

/**
 * Somebody made up. Half of the family names are common ones, so that their keys fill up as they do in life; the others
 * are of one family each, more or less.
 */
export function somebody(chance: Chance): Contact {
  const { women, men, families } = NAMES[chance.pick(COUNTRIES)];
  const given = chance.pick(chance.happens(0.5) ? women : men);
  const family = chance.happens(0.5) ? chance.pick(families).man : rareName(chance);
  const digits = String(chance.whole(0, 99_999_999)).padStart(8, '0');
  const box = `${rareName(chance)}${chance.whole(1, 999)}`.toLowerCase();
  return {
    name: `${given} ${family}`,
    phone: `+2547${digits}`,
    email: chance.happens(0.7) ? `${box}@${chance.pick(MAIL)}` : null,
    details: [{ label: 'City', value: chance.pick(TOWNS) }],
  };
}

function rareName(chance: Chance): string {
  const name = Array.from({ length: chance.whole(3, 5) }, () => chance.pick(SYLLABLES)).join('');
  return name[0]!.toUpperCase() + name.slice(1);
}

/** The same person with two neighbouring digits of the phone exchanged, and without the address. */
export function withASlip(contact: Contact): Contact {
  const digits = [...contact.phone!];
  const place = digits.findLastIndex((digit, i) => digit !== digits[i - 1]);
  [digits[place - 1], digits[place]] = [digits[place]!, digits[place - 1]!];
  return { ...contact, phone: digits.join(''), email: null };
}
