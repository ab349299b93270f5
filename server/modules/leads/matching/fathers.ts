import { isKnownGiven, isOfKenya } from './givenNames';
import { latinWords, soundOf } from './latin';
import { type NamePart } from './person';

/** Men's names that stand behind one's own as the father's and the grandfather's, where people have no family names. */
const FATHERS = `abbas abdallah abdalla abdullah abdi abdul abdulrahman abdurahman abubakar abubakari adam adan ahmed ahmad ali aly ally amir amour athuman athumani
  ayub aziz bakari bashir dawood daud daudi faki faraji farah fuad habib haji hajj hamad hamadi hamid hamisi hamza haroun haruna hashim hassan hasan hussein husein
  husseini ibrahim iddi idi idris idrisa ismail issa jabir jafari jaffar jamal juma jumanne kassim kassimu khalfan khalid khalifa khamis kombo maalim machano
  mahmoud makame mansour masoud masudi maulid maulidi mbarak mbaraka mbwana mohamed mohammed mohamud muhammad muhammed muhidin musa mussa mustafa mwinyi nassor nasser nassoro
  nuhu nurdin omar omari osman othman rajab rajabu ramadhan ramadhani ramadan rashid rashidi sadiki said saidi salah saleh salehe salim salimu salum seif selemani
  shaban shabani shaaban shaibu sharif sheikh simai suleiman suleimani sultan swaleh swalehe talib twaha umar uthman usman vuai yahya yasin yunus yusuf yusufu zaidi
  zuberi zubeir warsame guled barre nur hersi jama yonis
  abel abraham adam alex alfred amos andrew anthony antony augustino benedict benjamin bernard boniface charles christopher daniel david deogratias dominic edward
  elias elijah emanuel emmanuel erasto ernest ezekiel felix francis frank fredrick gabriel george gerald godfrey henry herman isaac isaya jackson jacob james
  jeremia john jonas joseph joshua julius justin kennedy laurent lawrence leonard lucas luka mark martin mathias mathew matthew michael moses nelson nicholas patrick paul
  paulo peter petro philip philipo raphael raymond richard robert samson samuel samwel sebastian simon sospeter stanley stephen stefano thomas timothy vincent william
  yohana yona zacharia
  akmal akram alisher anvar aziz bahodir bobur botir davron dilshod erkin farhod hamid hasan husan ibrohim ilhom islom jamshid jasur kamol mansur murod nodir odil
  olim otabek qodir rahim rahmon ravshan rustam said sardor sherzod shuhrat sobir tohir ulugbek umid usmon yusuf zafar
  kamau karanja kariuki kimani macharia maina muchiri mwangi njoroge njuguna gitau mutua mutuku musyoka odhiambo onyango otieno ochieng okoth omondi ouma owino owuor
  okumu kiprono kiprop kipchoge kipkemboi kipkoech kiplagat kibet wekesa wafula simiyu`;

const fathers: ReadonlySet<string> = new Set(latinWords(FATHERS).map(soundOf));

/** Titles, and what stands between one's own name and the father's. */
const BESIDE: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof bwana bibi bi mzee ndugu ustadh alhaj bin ibn ben bint binti wa'.split(' '),
);

export const withoutTitles = (names: readonly NamePart[]): NamePart[] => names.filter(({ word }) => !BESIDE.has(word));

const OF_MEN: ReadonlySet<string> = new Set(
  'mr mister sir herr bwana mzee kyrios kos gospodin paron janob monsieur'.split(' '),
);
const OF_WOMEN: ReadonlySet<string> = new Set(
  'mrs ms miss madam madame frau bibi bi kyria ka gospozha tikin xonim missis'.split(' '),
);

/** Whether one is a man by the title before the name and the other a woman: Mr and Mrs Robinson. */
export function areTitledApart([one]: readonly NamePart[], [other]: readonly NamePart[]): boolean {
  const [a, b] = [one?.word ?? '', other?.word ?? ''];
  return (OF_MEN.has(a) && OF_WOMEN.has(b)) || (OF_WOMEN.has(a) && OF_MEN.has(b));
}

/**
 * Whether a name is one's own before the father's, as Juma Said, so that the first part tells whose it is. Not a foreign
 * one beside one of Kenya (Peter Kamau): there either is written first.
 */
export function isOfFathers(names: readonly NamePart[]): boolean {
  const [own, ...others] = names;
  if (!own || names.some(({ role, word }) => role !== null || word.length === 1)) return false;
  if (!(isKnownGiven(own) || fathers.has(own.sound)) || !others.every(({ sound }) => fathers.has(sound))) return false;
  const ofKenya = names.filter(({ sound }) => isOfKenya(sound)).length;
  return ofKenya === 0 || ofKenya === names.length;
}
