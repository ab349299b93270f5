const GIVEN =
  'Amina Brian Cynthia David Esther Felix Grace Hassan Irene John Kevin Lucy Mary Naomi Oscar Peter Ruth Samuel Tabitha Victor';
const FAMILY =
  'Odhiambo Otieno Wanjiru Kamau Mwangi Achieng Chebet Kiptoo Mutua Njoroge Wafula Kariuki Ochieng Nyambura Kimani Omondi Wambui Maina Akinyi Njeri Barasa';

const [given, family] = [GIVEN.split(' '), FAMILY.split(' ')];

/** Names of people who come together: 420 of them, for a file in which all are called the same is no file of people. */
export const nameOfPerson = (n: number): string => `${given[n % given.length]!} ${family[n % family.length]!}`;
