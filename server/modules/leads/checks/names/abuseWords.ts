import { wordSet } from './wordSet';

/**
 * Words of abuse in the languages of the market, compared whole and in their own script: nobody is called so. A lead is held
 * for them, not refused. Left out is what somewhere is a name: Dick, Fanny, Cock, Pula, Huy, Mavi, Papara, Fala, Ficken.
 */
export const ABUSE: ReadonlySet<string> = wordSet(`
  fuck, fuuck, fuckk, phuck, fucks, fucking, fucked, fuckyou, fucku, fuckoff, fuckface, fuckwit, fck, motherfucker, motherfucking, asshole, assholes,
  arsehole, dickhead, shithead, shitface, bullshit, cunt, cunts, wanker, bollocks, bitches, nigger, faggot, cocksucker, blowjob, dumbass, jackass, buggeroff, bellend, knobhead, arsehead,
  arsewipe, asswipe, butthole, butthead, douchebag, scumbag, shitbag, shitstain, crapface, motherfuckers, cumshot, nigga, niggers, faggots, retarded, pedophile, paedophile, rapist,
  wankers, wanking, clusterfuck, fucktard, fuckhead, fucken, dildo, penis, vagina, titties, boobs, turd, turds, numbnuts, dipshit, horseshit, batshit, fatass, smartass, dickwad, dickface, cockhead,
  ballsack, pissoff, eatshit, suckmydick, kissmyass, kissmyarse,
  kumamako, kumamamako, kumanyoko, kumanina, kumayako, mkundu, mikundu, msenge, wasenge, mpumbavu, pumbavu, mshenzi, matakoyako, kumamake, kumakoyako, kumazenu, kumayamama, kumalako, mfiraji,
  fuckin, mavimavi, wapumbavu, washenzi, malayawewe,
  πουτσα, πουτσες, πουτσος, πουτσοι, πουτσαρα, ψωλη, ψωλες, ψωλαρα, ψωλαρας, poutsa, poutses, poutsos, psoli,
  μαλακας, μαλακα, μαλακες, μαλακια, μαλακιες, μαλακισμενε, μαλακισμενος, γαμησου, γαμιεσαι, γαμω, γαμωτο, γαμημενε, γαμημενος, γαμημενο, πουστης,
  πουστη, πουστηδες, πουσταρα, πουστρα, μουνι, μουνια, μουνοπανο, καριολη, καριολης, καριολα, καργιολη, πουτανα, πουτανες, αρχιδι, αρχιδια, σκατα,
  κωλοτρυπιδα, κωλοπαιδο, μπασταρδε, μπασταρδος, ηλιθιε, gamisou, gamiesai, gamimene, gamimeno, gamimenos, gamhsou, gamiese, poutana, poutanes, putanes, poustides, pousths, poustara,
  poustra, malakismenos, malakismeno, mounopano, mouniza, karioles, kargioli, kargiola, kargiolis, archidi, archidia, arxidi, arhidia, kolotripida, kolotrypida, kwlotripida,
  kolopaido, kwlopaido,
  psolara, psolaras, poutsara, xeskismeno, mpastarde, ilithie, γαμιολα, γαμιολη, γαμιολης, γαμησε, γαμωσου, ξεκωλο, ξεκωλιαρα, ξεσκισμενη,
  βρωμοπουστη, σκατοφατσα, σκατοπαιδο, σκατουλα, καυλι, χεστηκα, χεσε, μαλακοκαυλη, poustis, mouni, arxidia, malakismene,
  kurvak, kurvaanyad, anyad, bazdmeg, bazmeg, baszdmeg, baszd, basszameg, faszfej, faszkalap, faszom, faszt, picsaba, picsafej, geciszaju, gecis, kocsog, kutyafasza, kutyafaszat, lofasz, lofasza,
  lofaszt, lofaszjoska, faszopo, fasszopo, faszszopo, fasznyalo, faszsag, faszagyerek, faszkivan, bekaphatod, kapdbe, szopjatok, szopjad, baszki, baszod, baszatok,
  baszdki, baszomalassan, bmeg, nyaldki, seggnyalo, seggdugasz, pinanyalo, ribanc, kurvapecer,
  fosadek, szarfej, szarrago, szarevo, szarjankok, buzerans, buzeralj, anyadpicsaja, anyadat, faszba, picsat, rohadj, dogolj,
  idiota, senkihazi, fogyatekos,
  buzi, buzik, seggfej, segged, seggem, rohadek, szarhazi, balfasz, szopd, szopjal, nyomorek, mocskos,
  քունեմ, քունած, քունեցի, բոզ, բոզի, բոզիտղա, բոզերի, պոռնիկ, շանտղա, քաք, քաքլան, գյոթվերան, գյոթ, ապուշ, դեբիլ, տականք, կլիր, քաքեմ, քաքես, քաքեց, qunem, qunac, qunvac, bozitxa, qaqem, qaqes,
  bozitgha, bozer, qunats, kunats, qunel, qunvir, qunvi, qaqlan, gyotveran, gyotveren, shantgha,
  lirb, լիրբ, պոռնիկի, քունվի, քունվիր, քունել,
  жалаб, жалап, онангни, онанни, онангди, сикай, сиким, сиктир, кутак, кутогим, харомзода, итвачча, далбаёб, onangni, onanni, sikay, sikaman, qotoq, qotogim, qotaq,
  haromi, haromzoda, iflos, onagar, onangniskay, padarlanat, sikasan, sikdir, qoʻtogʻim, kotingni, amingni, amjalab, jalapka, fohisha, gandonlar, jinnivoy,
  tentakvoy, онагар, падарлаънат, падарлаьнат, жалабхона, фоҳиша, фохиша, кутингни, кўтингни, амингни, сикасан, итвачча, ифлос,
  itvachcha, dalbayob, jalablar, ahmoq, axmoq,
  курва, еб, сука, суки, сучка, блядь, блять, бляди, бля, блядина, хуй, хуи, хуйло, хуила, хуесос, хуета, хуйня, нахуй, похуй, пизда, пизды, пиздец, пиздюк,
  пидор, пидоры, пидорас, пидарас, пидар, ебать, ебаный, ебаная, ебаныи, ебан, ебучий, заебал, заебали, уебок, уебан, долбоеб, далбаеб, мудак, мудила, гандон, гондон,
  говно, говнюк, жопа, залупа, шлюха, мразь, чмо, ублюдок, мудило, нахер, похер, хреновина, сучара, сучки, суканах, блядский, выблядок, ебло, еблан,
  ебанько, ебанат, ебанутый, выебу, уебище, заебись, пиздабол, пиздобол, распиздяй, хуйлан, отсоси, отсосите, дрочер, дрочила, пидрила, пидорасы, педики, петушара, жополиз, жопашник,
  какашка, гавно, дерьмо, дерьмовый, шалава, проститутка, проститутки, путана,
  blyadi, bliat, bliadi, suchka, huylo, huilo, khuilo, khuylo, khuesos, huynya, huinya, hujnja, nahui, nahuj, pohuy, pohui, pizdets, pizdyuk, pizdabol, pidory,
  pidaras, pidarasy, ebat, yebat, ebanyi, yebaniy, ebanat, eblan, zaebali, uebok, uyebok, ueban, uebishe, dolbaeb, dolboyob, govno, gavno, govnyuk, zhopa, zalupa, shlyuha, shluha,
  shlyukha, ublyudok, otsosi, mudilo, sukablyat,
  blyad, blyat, nahuy, nahui, pizdec, pizda, pidor, pidoras, pidaras, mudak, huesos, xuy, zaebal, dolboeb,
  leckmich, leckmicham, arschgeige, arschgesicht, arschkriecher, arschlocher, fickdich, fickmich, gefickt, verpiss, verpissdich, verpisst, scheisskerl, scheißkerl,
  scheissegal, scheißegal, dreckssau, drecksau, drecksack, dreckssack, mistkerl, miststück, schlampe, schlampen, missgeburt, schwuchtel, schwanzlutscher, hackfresse, wixer, wixxer, wichse, fotzen,
  hurenkind, spasti, spast, vollidiot, vollpfosten, kackbratze, arschlecken,
  hijodeputa, cabron, maricon, pendejos, chingada, enculé, vaffanculo, siktirgit,
  orospu, götveren, arschloch, hurensohn, wichser, fotze, vaffanculo, stronzo, putain, salope, connard, gilipollas, pendejo, chinga, stupid, idiot, идиот, дебил, урод,
  тварь`);

/** The same, but somebody bears it as a name (Arben Geci, Mr Bastard): abuse where nothing but words of these lists stands. */
export const ABUSE_OR_NAME: ReadonlySet<string> = wordSet(`
  shit, bitch, bastard, slut, whore, pussy, twat, moron, prick, sucker, mjinga, mboro, mboo, shoga,
  malaka, malakas, gamo, jalap, kunem, βλακας, βλακα, χαζος, κωλος, παπαρας, putana, skata, gamoto, kurva, geci, fasz, picsa, segg, szar, hulye, barom, kibaszott,
  հիմար, էշ, jalab, eshak, tentak, siktir, эшак, тентак, ахмок, козел, дурак, лох, дура, suka, bliad, durak, debil,
  bugger, crap, arse, arsch, fart, farts, slag, tits,  poo, poop, hure, muschi, bunko, ribi, bwege, punda, jinga, shenzi, βλακεια, σκυλα, μουλικο, хер, хрен,
   осел, свинья, puta, puto, merde, cazzo, mierda, scheisse, scheiss, scheiß, tosser, tossers, pillock, shite, kahaba, mpuuzi, hanithi, umbwa, vlakas, vlaka, malakia, malakies, karioli, kariola, kariolis, apush, nutte, nutten, pimmel, kacke, pisser, gandon, gondon,
  jopa, chmo, mudila, pidar, huila, hueta, cyka, τσουλα, τσουλι, καυλα, καβλα, tetves`);

/** Names of people, and abuse only beside a further word of these lists: Kuma mamako. */
export const ABUSE_IN_PHRASES: ReadonlySet<string> = wordSet(`
  kuma, fucker, fuckers, mavi, malaya, matako, fala, mbwa, mshamba, nyoko, pina, boz, qaq, merd, kot, ebat, ass, suck, hell, մերդ, մորդ, շան, հոր, fick, мать, anyam, baszo`);

/** What stands beside abuse and is none. */
export const BESIDE_ABUSE: ReadonlySet<string> = wordSet(`
  you, off, him, eat, my, your, mother, mom, piece, of, it, go, to, kiss, mamako, mamake, mamayako, make, mako, yako, yenu, ya, la, wewe, kuku, nenda,
  sou, eisai, fas, fae, sas, to, ti, ton, spiti, mana, mou, σπιτι, σας,
  re, σου, μου, το, ρε, εισαι, φας, να, τη, την, στα, αντε, μανα, a, az, te, allat, menj, be, meg, hulye, արա, տղա, մամադ, txa, mamad,
  твою, иди, пошел, на, в, ты, тебя, tvoyu, mat, idi, na, hijo, de, dich, fils`);

/** Abuse in two words of which each may be a name; compared whole. */
export const ABUSE_PHRASES: ReadonlySet<string> = wordSet(`
  fuk you, fuk u, fuk off, fak you, fak u, fuc you, fuc u, fack you, fack u, fock you, foc u, phuk you, dick head, dick face, dick wad, cock sucker, cock head, ass hole, ass hat, arse hole, shit head,
  shit face, bull shit, piss off, fuck face,
  mother fucker, son of bitch, jerk off, suck it, up yours, screw you,
  sod off, bog off, naff off, feck off, eff off, f off,  toss off, fack off, phuck off, bugger you, bugger me, blow me, bite me, eat me, damn you, get stuffed, get fucked, go to hell, drop dead,
  shove it, eat shit, you suck, u suck, bell end, knob head, nob head, butt head, douche bag, arse face, arse wipe,
  kiss my ass, kiss my arse, kiss my butt, kiss my bum, lick my ass, lick my arse, lick my balls, suck my dick, suck my cock, suck my balls, suck my ass, eat my ass, eat my shorts, my ass, my arse,
  heil hitler, sieg heil,
  leck mich, leck mi, leckt mich, leck mich am arsch, leckt mich am arsch, leck mich doch, fick dich, fick dich selbst, verpiss dich, fick euch, ficken sie sich,  arsch loch, halt fresse,
  halt deine fresse, friss scheisse, du arsch, du idiot, du depp, blöde kuh, dumme sau, blöde sau, dummer idiot,
  lo fasz, lo fasza, kutya fasza, fasz kivan, mit erdekel teged, kuss oda, kusss, menj anyadba, anyad picsaja, baszd meg, bassza meg, szopd le, szopj ki, nyald seggem, nyald ki seggem, hulye gyerek,
  hulye vagy, hulyegyerek,
  μαλακα εισαι,  πηγαινε γαμησου, φατε σκατα, φαε σκατα, αντε γεια μαλακα, αι παρατα μας, παρατα μας, αντε γαμησου, ante gamisou, ai gamisou, fae skata,
  mbwa wewe, punda wewe, nguruwe wewe, ngombe wewe, fala wewe, malaya wewe, mjinga wewe, kuma lako, kuma yako,  kuma ya mama,  mama yako kuma, nenda kuzimu, potelea mbali, kula mavi, kula kuma,
  иди к черту, иди в жопу, иди лесом, пошел в жопу, пошел к черту, иди в баню, соси, сосите, козел вонючий, осел тупой, тупой баран, лох педальный, сам дурак, хер тебе, хрен тебе, фиг тебе, фиг вам,
  idi v zhopu, poshel nahuy, poshel na huy, idi na huy, idi nahuy,
  գնա քաքի, գրողի ծոց, գնա գրողի ծոցը, էշ ես, հիմար ես, դու էշ ես, qaq ker,  esh es, eshak bola, ahmoq odam, it bola, it emgan, 
  bugger off, poutana gios, malakas eisai, poutses mple, ai gamisou, ai sto diaolo, αι γαμησου, πιπα μου, kapd be, szopj le, dugj meg, nyald ki, anyad picsaja, kurva anyad, menj a picsaba, menj a faszba, dogolj meg, bozi tgha, bozi txa, shan tgha, shan txa, mert qunem, mers qunem, merd qunem, mamad qunem,
  vor qunem, մերդ քունեմ, մամադ քունեմ, գյոթ ես, քաքլան ես, բոզի տղա, շան տղա, onangni ami, padaringga lanat, kot bosh, пошел нахуй, пошла нахуй, хер вам, хрен вам, соси хуй, жопа с ручкой, huy vam, na huy, na hui, sosi huy, arsch lecken, fickt euch, halt die fresse, halts maul, halt maul, hijo de puta, puta madre, fils de pute, nique ta mere, va te faire foutre, figlio di puttana, testa di cazzo, siktir git, amina koyayim, halt maul, halt dein maul, kuma la mama yako, kuma ya mama yako`);

/** By its accents alone it is no name: Pócs, and the place Máriapócs, are. */
export const ABUSE_AS_SPELT: ReadonlySet<string> = new Set('pöcs pöcse pöcsöm pöcsök pöcsfej'.split(' '));

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
