import { wordSet } from './wordSet';

/**
 * Words of abuse in the languages of the market, compared whole and in their own script: nobody is called so. A lead is held
 * for them, not refused. Left out is what somewhere is a name: Dick, Fanny, Cock, Pula, Huy, Mavi, Papara, Fala, Ficken.
 */
export const ABUSE: ReadonlySet<string> = wordSet(`
  fuck, fuuck, fuckk, phuck, fucks, fucking, fuckin, fucked, fuckyou, fucku, fuckoff, fuckface, fuckwit, fck, motherfucker, motherfucking, asshole, assholes,
  arsehole, dickhead, shithead, shitface, bullshit, cunt, cunts, wanker, bollocks, bitches, nigger, faggot, cocksucker, blowjob, dumbass, jackass,
  kumamako, kumamamako, kumanyoko, kumanina, kumayako, mkundu, mikundu, msenge, wasenge, mpumbavu, pumbavu, mshenzi, matakoyako,
  πουτσα, πουτσες, πουτσος, πουτσοι, πουτσαρα, ψωλη, ψωλες, ψωλαρα, ψωλαρας, poutsa, poutses, poutsos, psoli,
  μαλακας, μαλακα, μαλακες, μαλακια, μαλακιες, μαλακισμενε, μαλακισμενος, γαμησου, γαμιεσαι, γαμω, γαμωτο, γαμημενε, γαμημενος, γαμημενο, πουστης,
  πουστη, πουστηδες, πουσταρα, πουστρα, μουνι, μουνια, μουνοπανο, καριολη, καριολης, καριολα, καργιολη, πουτανα, πουτανες, αρχιδι, αρχιδια, σκατα,
  κωλοτρυπιδα, κωλοπαιδο, μπασταρδε, μπασταρδος, ηλιθιε, gamisou, gamiesai, gamimene, poustis, mouni, arxidia, malakismene,
  kurvak, kurvaanyad, anyad, bazdmeg, bazmeg, baszdmeg, baszd, basszameg, faszfej, faszkalap, faszom, faszt, picsaba, picsafej, geciszaju, gecis, kocsog,
  buzi, buzik, seggfej, segged, seggem, rohadek, szarhazi, balfasz, szopd, szopjal, nyomorek, mocskos,
  քունեմ, քունած, քունեցի, բոզ, բոզի, բոզիտղա, բոզերի, պոռնիկ, շանտղա, քաք, քաքլան, գյոթվերան, գյոթ, ապուշ, դեբիլ, տականք, կլիր, քաքեմ, քաքես, քաքեց, qunem, qunac, qunvac, bozitxa, qaqem, qaqes,
  жалаб, жалап, онангни, онанни, онангди, сикай, сиким, сиктир, кутак, кутогим, харомзода, итвачча, далбаёб, onangni, onanni, sikay, sikaman, qotoq, qotogim, qotaq,
  haromi, itvachcha, dalbayob, jalablar, ahmoq, axmoq,
  курва, еб, сука, суки, сучка, блядь, блять, бляди, бля, блядина, хуй, хуи, хуйло, хуила, хуесос, хуета, хуйня, нахуй, похуй, пизда, пизды, пиздец, пиздюк,
  пидор, пидоры, пидорас, пидарас, пидар, ебать, ебаный, ебаная, ебаныи, ебан, ебучий, заебал, заебали, уебок, уебан, долбоеб, далбаеб, мудак, мудила, гандон, гондон,
  говно, говнюк, жопа, залупа, шлюха, мразь, чмо, ублюдок, blyad, blyat, nahuy, nahui, pizdec, pizda, pidor, pidoras, pidaras, mudak, huesos, xuy, zaebal, dolboeb,
  arschloch, hurensohn, wichser, fotze, vaffanculo, stronzo, putain, salope, connard, gilipollas, pendejo, chinga, stupid, idiot, идиот, дебил, урод, тварь`);

/** The same, but somebody bears it as a name (Arben Geci, Mr Bastard): abuse where nothing but words of these lists stands. */
export const ABUSE_OR_NAME: ReadonlySet<string> = wordSet(`
  shit, bitch, bastard, slut, whore, pussy, twat, moron, prick, sucker, mjinga, mboro, mboo, shoga,
  malaka, malakas, gamo, jalap, kunem, βλακας, βλακα, χαζος, κωλος, παπαρας, putana, skata, gamoto, kurva, geci, fasz, picsa, segg, szar, hulye, barom, kibaszott,
  հիմար, էշ, jalab, eshak, tentak, siktir, эшак, тентак, ахмок, козел, дурак, лох, дура, suka, bliad, durak, debil,
  puta, puto, merde, cazzo, mierda, scheisse, scheiss, scheiß`);

/** Names of people, and abuse only beside a further word of these lists: Kuma mamako. */
export const ABUSE_IN_PHRASES: ReadonlySet<string> = wordSet(`
  kuma, fucker, fuckers, mavi, malaya, matako, fala, mbwa, mshamba, nyoko, pina, boz, qaq, merd, kot, ebat, ass, suck, hell, մերդ, մորդ, շան, հոր, fick, мать, anyam, baszo`);

/** What stands beside abuse and is none. */
export const BESIDE_ABUSE: ReadonlySet<string> = wordSet(`
  you, off, him, eat, my, your, mother, mom, piece, of, it, go, to, kiss, mamako, mamake, mamayako, make, mako, yako, yenu, ya, la, wewe, kuku, nenda,
  sou, sas, to, ti, ton, spiti, mana, mou, σπιτι, σας,
  re, σου, μου, το, ρε, τη, την, στα, αντε, μανα, a, az, te, allat, menj, be, meg, hulye, արա, տղա, մամադ, txa, mamad,
  твою, иди, пошел, на, в, ты, тебя, tvoyu, mat, idi, na, hijo, de, dich, fils`);

/** Abuse in two words of which each may be a name; compared whole. */
export const ABUSE_PHRASES: ReadonlySet<string> = wordSet(`
  fuk you, fuk u, fuk off, fak you, fak u, fuc you, fuc u, fack you, fack u, fock you, foc u, phuk you, dick head, dick face, dick wad, cock sucker, cock head, ass hole, ass hat, arse hole, shit head, shit face, bull shit, piss off, fuck face,
  mother fucker, son of bitch, jerk off, suck it, up yours, screw you`);

/** Abuse that Hungarians put in the place of the family name, and that nobody is called where given names are theirs. */
export const ABUSE_AS_FAMILY_NAME: ReadonlySet<string> = wordSet(`fasz, szar, picsa, segg, hulye, barom, kibaszott`);

/** The same, but families elsewhere are called so (Geci in Albania, Piña in Spain): beside names of Hungarian spelling only. */
export const ABUSE_OR_FOREIGN_NAME: ReadonlySet<string> = new Set(['geci', 'pina']);

export const HUNGARIAN_GIVEN_NAMES: readonly string[] =
  `ádám ágnes ákos andrás árpád attila balázs béla bence boglárka csaba csilla dániel dávid dezső emese endre enikő erika ernő erzsébet eszter éva
   ferenc gábor gergely gergő géza gizella györgy gyula ildikó ilona imre istván jános jenő józsef judit kálmán károly katalin kinga klára
   krisztina krisztián lajos lászló levente mária márk márta máté mátyás mihály miklós nikolett nóra orsolya pál péter piroska réka rozália
   sándor szabolcs szilvia tamás tibor tünde vilmos zoltán zoltan zsófia zsolt zsuzsa zsuzsanna norbert róbert roland richárd viktor`.split(
    /\s+/,
  );
