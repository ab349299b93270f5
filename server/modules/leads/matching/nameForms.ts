import { soundOf } from './latin';

/** Given names that people write in several forms: the one in the papers and those that they are called by. */
const FORMS: readonly string[] = [
  'john jon johnny jack',
  'robert rob bob bobby robbie',
  'william will bill billy willie',
  'elizabeth elisabeth liz lizzie beth betty eliza',
  'margaret maggie peggy meg',
  'katherine katharine catharine kate katie kathy kathryn',
  'james jim jimmy jamie',
  'michael mike mick mickey',
  'richard rick dick rich richie',
  'thomas tom tommy',
  'edward ed eddie ted',
  'anthony antony tony',
  'david dave davey',
  'daniel dan danny',
  'joseph joe joey',
  'benjamin ben benny',
  'nicholas nick',
  'christopher topher',
  'andrew andy drew',
  'matthew matt',
  'stephen steven steve',
  'peter pete',
  'ronald ron ronnie',
  'donald don donnie',
  'kenneth ken kenny',
  'timothy tim',
  'gregory greg',
  'susan sue susie',
  'deborah debra debbie',
  'jennifer jenny jen',
  'rebecca becky becca',
  'jacqueline jackie',
  'barbara barb',
  'georgios giorgos yiorgos yorgos giwrgos',
  'ioannis giannis yiannis yannis giannhs',
  'dimitrios dimitris mitsos',
  'konstantinos kostas costas kwstas',
  'nikolaos nikos',
  'vasileios vasilios vasilis',
  'athanasios thanasis nasos sakis',
  'panagiotis panayiotis panos takis',
  'spyridon spyros',
  'emmanouil manolis manos',
  'evangelos vangelis',
  'aikaterini ekaterini katerina katina',
  'ioanna gianna yianna',
  'konstantina ntina dina',
  'panagiota panayiota giota yiota',
  'vasiliki vaso vicky',
  'georgia gogo',
  'eirini irini rena rinio',
  'paraskevi evi voula',
  'anastasia natasa',
  'efthymios efthimios thymios',
  'eleftherios lefteris',
  'stylianos stelios',
  'theodoros thodoris',
  'grigorios grigoris',
  'charalampos charalambos babis charis',
  'michail michalis',
  'antonios antonis',
  'alexandros alekos',
  'evgenia eugenia',
  'laszlo laci',
  'istvan pista pisti',
  'jozsef jozsi',
  'ferenc feri',
  'sandor sanyi',
  'katalin kati kata',
  'erzsebet erzsi bozsi',
  'zsuzsanna zsuzsa zsuzsi',
  'sergey sergei serezha',
  'dmitry dmitri dima',
  'aleksey alexei lesha alyosha',
  'ivan vanya',
  'nikolay nikolai kolya',
  'mikhail misha',
  'vladimir vova volodya',
  'ekaterina katya',
  'elena lena',
  'natalya nataliya natasha',
  'anna anya',
  'tatyana tatiana tanya',
  'olga olya',
  'yuliya yulia julia',
];

const groups = new Map<string, Set<number>>();
FORMS.forEach((forms, group) =>
  forms.split(' ').forEach((form) => {
    const sound = soundOf(form);
    groups.set(sound, (groups.get(sound) ?? new Set()).add(group));
  }),
);

const written: ReadonlySet<string> = new Set(FORMS.flatMap((forms) => forms.split(' ')));

/** Whether a word is written as a form of a given name is: John and Jon are, Jonh is not. */
export const isWrittenForm = (word: string): boolean => written.has(word);

/** Whether two sounds are forms of one given name. */
export function areForms(a: string, b: string): boolean {
  const others = groups.get(b);
  return others !== undefined && [...(groups.get(a) ?? [])].some((group) => others.has(group));
}
