import { isGivenName } from './commonNames';
import { latinWords, soundOf } from './latin';
import { type NamePart } from './person';

const UZBEK = `hasan husan temur timur bekzod behzod ilhom islom aziz azim nodir qodir sardor sarvar jasur jahongir akmal akram anvar akbar asror
   abror botir bahrom baxtiyor bobur davron davlat dilshod diyor doniyor elbek elyor eldor farhod farrux fazliddin firdavs furqat hamid hamza
   hikmat ibrohim ikrom ilyos iskandar ismoil jamol jamshid javlon javohir kamol komil kamron laziz maqsud mansur maruf mirzo murod muzaffar nizom nurali oktam otabek oybek ozod qahramon rahim rahmon rasul ravshan rustam said sanjar shavkat sherzod shohruh shuhrat
   sobir suhrob sulton tohir tolib tursun umid umar usmon xurshid yusuf zafar zohid zokir fatima zuhra gulnora gulnoza gulnoz
   gulbahor gulchehra dilnoza dilnora dilbar dilfuza dildora diyora feruza farida farangiz hilola iroda kamola komila lola laylo lobar
   madina malika mahliyo maftuna mohira mohinur munira nafisa nargiza nasiba nigora nilufar nodira nozima oydin oysha ozoda parvina rano
   rayhon robiya sabina saida sevara sevinch shahlo shahnoza shahzoda shoira surayyo umida xurshida yulduz zamira zarina zebo zilola ziyoda
   zulfiya zumrad`;

const KENYAN = `waceke wacuka wanjiku wanjiru wanjira wambui wangui wanjeri wangari wangeci wairimu waithira wamaitha nyambura nyokabi nyawira njeri njoki
   muthoni mumbi mukami wamuyu wanja wahu wacera kamau kariuki karanja kimani mwangi maina macharia muchiri njoroge njuguna gitau gathoni
   makena mwende mutheu mueni mumo nduku ndunge kanini mutua mutuku musyoka kioko achieng akinyi atieno anyango adhiambo akoth awuor apiyo
   adongo auma awino aoko akumu adoyo otieno ochieng odhiambo onyango omondi okoth opiyo odongo ouma owino owuor okumu oduor chebet
   chepkoech chepkemoi chepngeno cherono cherop jepchirchir jepkosgei jepkemboi chepkemboi jelagat chelagat jeruto cheruto jerop jebet kiprono kiprop
   kipchoge kipkemboi kipkoech kiplagat kibet cheruiyot chelangat cheptoo jeptoo chepchumba kipchumba jepchumba nekesa nafula naliaka nanjala
   nasimiyu nelima wekesa wafula simiyu`;

/**
 * Given names of the market's people that the lists of commonNames.json lack: a letter makes one of another, and brothers,
 * sisters and twins bear such pairs (Hasan and Husan, Salama and Salima, Waceke and Wacuka). They weigh no less for it.
 */
const FURTHER: readonly string[] = [
  UZBEK,
  // The Swahili coast and Tanzania
  `salama salima salim tatu tabu asteria astella sharifa sharif neema neemia kulwa doto halima hamisi hamisa hadija
   khadija mwajuma mwanaidi mwanahamisi mwanahawa mwanaharusi zaituni zubeda zulfa zawadi rehema rahma rahima rashida
   rajabu shabani shaibu saada sauda subira siwema siwatu pili mosi nasra nasri nuru nura amina amani
   asha aisha ashura athumani bakari bahati baraka chausiku faraja furaha fatuma fadhili fadhila habiba hawa hussein husna
   idi issa jamila juma jumanne kassimu latifa leila lulu maulidi mrisho musa mwinyi riziki tausi tumaini
   upendo vumilia yasini zakia zaina zena goodluck goodlove godlisten godliving happiness benedicto benedicta`,
  KENYAN,
  // Armenia
  `artak artash artem artur arman armen armine arsen aram ani anahit anush ara arevik ashot avet astghik davit gagik garik garegin gayane
   gohar gor gevorg grigor hasmik hayk hakob hovhannes hrant hrach heghine karen karine karo khachik lilit liana levon lusine luiza manvel
   manuk mane mariam marine marat mher mihran nare narek narine nune norayr naira nelli pargev rafael rafik razmik ruben rubik sargis satenik
   samvel seda seyran sona suren susanna shushan taron tatev tigran vahe vahan vahagn vardan varduhi vazgen vigen yeva yervand zara zaven zaruhi
   hripsime`,
];

const further: ReadonlySet<string> = new Set(
  FURTHER.flatMap((names) => latinWords(names))
    .map(soundOf)
    .filter((sound) => sound.length > 2),
);

/** What Uzbeks put behind a given name: Hasanboy, Gulnoraxon. */
const ENDINGS = /(?:boy|bek|jon|xon|khon|hon|gul|oy)$/;

/** Uzbeks write an o where Russian has an a: Gulnora and Gulnara are one name. */
const inRussian = (sound: string): string => sound.replaceAll('o', 'a');
const uzbek: ReadonlySet<string> = new Set(latinWords(UZBEK).map(soundOf).map(inRussian));
const kenyan: ReadonlySet<string> = new Set(latinWords(KENYAN).map(soundOf));

const isListed = (sound: string): boolean => isGivenName(sound) || further.has(sound);

/** Whether a word is somebody's given name, as far as is known, also with an ending behind it. */
export const isKnownGiven = ({ word, sound }: NamePart): boolean =>
  isListed(sound) || (ENDINGS.test(word) && isListed(soundOf(word.replace(ENDINGS, ''))));

/** Whether two words are given names, as far as is known, and not two spellings of one. */
export function areTwoGiven(one: NamePart, other: NamePart): boolean {
  if (inRussian(one.sound) === inRussian(other.sound) && uzbek.has(inRussian(one.sound))) return false;
  return isKnownGiven(one) && isKnownGiven(other);
}

/** Whether a word is a name of Kenya's peoples, given or after the father. */
export const isOfKenya = (sound: string): boolean => kenyan.has(sound);
