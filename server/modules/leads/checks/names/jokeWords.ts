/**
 * Names of figures and celebrities, one a line or between commas, each as the languages of the market write it. A slash
 * parts spellings of one word. Any script does: they are compared by how they sound (jokes.ts).
 */

/** Nobody is called so: a further word beside them (Junior, a middle name) changes nothing. */
export const FIGURES = `
  mickey/micky/miki/mikey mouse/maus/maous, minnie/mini mouse/maus, donald duck/dak/dack/kacsa/ntak, daisy duck, daffy duck,
  scrooge mcduck, bugs bunny/bani, homer/homero simpson/szimpson/szimpszon, bart/marge simpson/szimpson/szimpszon, darth/dart vader/veider/veyder,
  luke/luk skywalker/skaivoker/skayuoker, hermione/germiona/ermioni granger/greindzher, albus dumbledore/dambldor, lord voldemort,
  sherlock/serlok holmes/holms/xolms, spider/spaider/spayder man/men, iron man, captain america, super/wonder woman,
  santa/szanta claus/klaus/clause, father/baba/papa/pere christmas/xmas/krismasi/noel/noeli, ded moroz/maroz,
  easter bunny, tooth fairy, winnie/vinni/vini pooh/pukh/puh, spongebob/bob squarepants, gubka bob, frodo/bilbo baggins,
  obi wan kenobi, princess leia, katniss everdeen, eric cartman, bob builder, fred flintstone,
  scooby/skubi doo/du, wile coyote, popeye sailor, captain jack sparrow, humpty dumpty, snow white, osama laden,
  mark zuckerberg/zukerberg/cukerberg, adolf/adolph/adolfos hitler/gitler/xitler/chitler, cristiano/kristiano/krishtianu ronaldo/ronalnto/ronaldu,
  vasya/vasia pupkin, vasily/vasilii/vasiliy pupkin, ivan pupkin, max/erika mustermann,
  hugh jass, seymour butts, amanda hugginkiss, heywood jablome, i p freely, dixie normous, oliver clothesoff/klozoff,
  hugh janus, jack mehoff, phil mccracken, testy mctestface, boaty mcboatface, test testsson/testson/testov/testerson/testovich/testopoulos,
  fulani bin fulani, fulani wa fulani, mtu fulani, falonchi/falonci pistonchi, falonchi falonchiyev/falonchi,
  tade tadopoulos/tadopulos, tade deinas/deina, anonymos anonymou, baba/papa stroumf, gipsz jakab/jakabne, teszt/minta elek/janos/peter/mari/maria/erzsebet/bela/anna/kata/katalin/istvan/jozsef/laszlo/ferenc,
  mekk elek, deda gedeon, senki alfonz, snezhnaya koroleva,
  peppa/svinka pig/peppa, master yoda/ioda, gandalf grey/gray, dora explorer, squidward tentacles, barney rubble,
  buzz lightyear, lightning mcqueen, molniya makvin, optimus prime, sonic hedgehog, princess peach, donkey kong, jabba hutt, anakin skywalker/skaivoker,
  severus/severous snape/sneip, draco malfoy/malfoi, rubeus hagrid, samwise gamgee, peregrin took, willy wonka,
  mary poppins/poppinz/popins, inspector gadget, tinker bell, pippi langstrumpf/longstocking, peppi dlinnyichulok,
  harisnyas pippi, pippi pholomaki, biene maja, pchelka maiia, bibi blocksberg, benjamin bluemchen/blumchen, rotkappchen wolf, otto normalverbraucher,
  krasnaya/krasnaia shapochka, baba yaga/iaga, koshchei/koschei bessmertnyi/bessmertny, zmei gorynych, piroska farkas, mezga aladar/geza, ludas matyi,
  bob sfoungarakis, ksenia polemistria, kokkinoskoufitsa lykos, kaj/kadj/qaj nazar, sasuntsi/sasunci davit, abunuwasi mjanja,
  lieschen muller/mueller, otto normalo, hans wurst/mustermann, till/tyll eulenspiegel, baron munchhausen/muenchhausen, rauber hotzenplotz, knecht ruprecht, frau holle, hansel gretel,
  joe average/sixpack, average joe, john/jane/joe citizen, fred bloggs,
  guy incognito, rosy palms, karagiozis/karagkiozis/karankiozis chatziavatis, barmpa giorgos karagkiozis, ilia/ilya muromets, aliosha/alyosha popovich, dobrynia/dobrynya nikitich,
  ivan durak/tsarevich/drago, vasilisa prekrasnaia/prekrasnaya, ostap bender, emelia/emelya durak, shtirlits isaev,
  hary janos vitez, kukorica jancsi, susu sarkany, kockasfulu nyul, lolka bolka, vizipok csodapok, tom dick harry, hinz kunz, lwanda magere, makmende amerudi,
  nasreddin/nasrudin/nasruddin/nasrettin hodja/hoca/hoja/khoja/khodja/xoja/xodja, molla/mulla nasreddin/nasrudin/nasruddin/nasriddin`;

/**
 * Others bear these too, which an e-mail address shows that bears the name as well (inEmail.ts): only the name as it
 * stands, without titles and initials. Left out is whose name many have
 * (Michael Jordan, Peter Griffin, Kovács János, Islom Karimov): a person holds such a lead up for nothing.
 */
export const NAMESAKES = `
  harry/garry/hari/gari/xarri potter/poter, harry/garry james/dzheims potter,
  james/dzheims/dzeims/tzeims/jeyms bond/mpont, jason bourne, han solo, bruce wayne, peter parker/paker, clark kent,
  tony stark, robin hood/hud/gud, bart simpson, peter pan, ron weasley, jack sparrow, dzhek vorobei, lara croft/kroft,
  indiana jones, forrest gump, john rambo, colonel sanders, pinocchio, elon/ilon musk/mask, elon reeve musk,
  donald/donalnt trump/tramp/trab, donald john trump/tramp, joe/dzho biden/baiden/mpainten,
  barack/barak/mparak obama/ompama, barack hussein obama, bill/bil gates/geits/geyts/gkeits, jeff bezos,
  steve/stiv/styv jobs/dzhobs, vladimir/vlantimir putin/putyin/poutin, vladimir vladimirovich putin,
  volodymyr/vladimir/wolodymyr zelensky/zelenskiy/zelenskyy/selensky/selenskyj/selenskij, joseph/iosif/jozsef stalin/sztalin, vladimir lenin, kim jong un,
  kim chen yn, xi jinping, osama bin laden, chuck/chak norris, justin bieber, taylor/teilor swift/svift,
  lionel/leo/leonel messi/mesi, hannah/hanna montana/montanna, miley/mailey cyrus, sirius black, bruce banner, diana prince, barbie roberts, angela/ankela merkel, boris johnson/dzhonson,
  christiano ronaldo, jackie/dzheki chan,
  arnold schwarzenegger, sylvester stallone, mike tyson, zinedine zidane, david beckham, kylian mbappe, usain bolt,
  lebron james, tom cruise/kruz, brad/bred pitt, angelina jolie/dzholi, johnny/dzhonni depp, leonardo dicaprio/dikaprio,
  leonardo di caprio, keanu reeves, kanye west, kim kardashian, oprah winfrey, rihanna fenty, kamala harris,
  narendra modi, emmanuel macron, rick astley, albert einstein, charlie chaplin, marilyn monroe, elvis presley,
  freddie mercury, william shakespeare, isaac newton, sigmund freud, karl marx, nelson mandela, ali kiba, raila odinga,
  uhuru kenyatta, jomo kenyatta, samia suluhu, samia suluhu hassan, john magufuli, κυριακος μητσοτακης, αλεξης τσιπρας,
  γιαννης αντετοκουνμπο, σακης ρουβας, ελενα παπαριζου, μεγας αλεξανδρος, χαρι ποτερ, τζειμς μποντ, ντοναλντ τραμπ,
  giannis antetokounmpo, kyriakos mitsotakis, alexis tsipras, αριστοτελης ωνασης, гарри поттер, дональд трамп,
  джеймс бонд, илон маск, алла пугачева, филипп киркоров, հարի փոթեր, հարրի փոթթեր, նիկոլ փաշինյան, քիմ քարդաշյան,
  շառլ ազնավուր, հենրիխ մխիթարյան, դոնալդ թրամփ, դոնալդ տրամպ, պողոս պետրոսյան, ջեյմս բոնդ, սերժ սարգսյան,
  վլադիմիր պուտին, իլոն մասկ, nikol pashinyan, henrikh mkhitaryan, serzh sargsyan, shavkat mirziyoyev, alisher navoiy,
  шавкат мирзиёев, алишер навоий, orban viktor, puskas ferenc, petofi sandor, kossuth lajos, szoboszlai dominik,
  gyurcsany ferenc`;

/** Compared like namesakes, but made for a laugh, or to give no name: nothing shows that it is one. */
export const JESTS = `
  john/jane/jon doe, joe bloggs/blow/shmoe/schmoe/public, john q public, fake name,
  fake person, spiderman/spajdermen, batman/betmen/mpatman, superman/supermen/souperman, ironman, king kong, super mario,
  mr bean, hulk, the hulk, incredible hulk, wonderwoman, pokemon, pikachu, shrek/srek, cinderella, hofeherke, micimacko,
  pokember, karacsony apo, telapo, mikulas, mikulas bacsi, jezuska, joulupukki, qorbobo, qor bobo, ayoz bobo, korbobo,
  snegurochka, cheburashka, chelovek pauk, queen elizabeth,
  jesus/jezus/iisus/isus/iisous christ/krisztus/khristos/christos, yesu kristo, hisus kristos, mother teresa,
  napoleon bonaparte, julius caesar, lady gaga, leonardo da vinci, alexander the great, genghis khan, ben dover,
  ivana tinkle, al coholic, chris p bacon, moe lester,
  anita bath, jack ass, mike oxlong, mr nobody, mrs nobody, john nobody,
  mister x, mr x, mrs x, somebody, someone, sungura mjanja, diamond platnumz, harmonize konde boy, nameless mtu,
  rais wa kenya, rais ruto, αλεξανδρος ο μεγας, ταδε ταδε, δεινα ταδε, ανωνυμος ανωνυμου, μικυ μαους, ντοναλντ ντακ,
  αγιος/αη/αι/αης βασιλης, ναπολεων βοναπαρτης, μαυρος πανθηρας, ιησους χριστος, ο κανενας, μεγαλεξανδρος, вася пупкин,
  василий пупкин, иван пупкин, микки маус, мики маус, дональд дак, дед мороз, человек паук, неизвестный солдат,
  иисус христос, кот леопольд, винни пух, железный человек, միկի մաուս, ձմեռ պապ, ձմեռ պապիկ, պողոս պետրոս, մարդ սարդ,
  հիսուս քրիստոս, poghos petros, pismadonchi, xoja nasriddin, nasriddin afandi, falonchi, falonchi opa, фалончи пистончи,
  хужа насриддин, насриддин афанди, қорбобо, donald kacsa, janos vitez, valaki valaki, miki eger, mintapeter, tesztelek,
  kasza blanka, lo pal, par zoltan, kukor ica, kukori ca, beviz elek, beko toni, citad ella, dil emma, eszet lenke,
  feles elek, fej elek, futy imre, gaz ella, git aron, har monika, hat izsak, hot elek, kandisz nora, ker ede,
  lapos elemer, lev elek, meg gyozo, minden aron, nagy kata lin, para zita, pap rika, riz otto, techno kolos, tok odon,
  voldemort/voldemor/volntemort, gandalf/gendalf/gkantalf, sauron/saouron, dumbledore/dambldor, chewbacca/chubakka, godzilla/gotzila/godzila, cruella de vil, mufasa simba, obelix, asterix obelix,
  deadpool, catwoman, aquaman, rapunzel, rumpelstilzchen/rumpelstiltskin, pumuckl, struwwelpeter, spongebob, squidward, gargamel, smurfette, papa smurf,
  barbie ken, hello kitty, teletubbies, legolas, saruman, obi wan, asterix/asteriks, obeliks, αστερίξ, οβελίξ, tintin, tom and jerry, tom jerry, paw patrol, masha i medved/medved,
  masha medved/medvedi, маша и медведь, nu pogodi, krokodil gena, kot matroskin, thomas the tank engine, thor odinson, elsa frozen, pom pom, buratino, cheburator, neznaika, kolobok, chipollino,
  barmaley, doktor aibolit, kokkinoskoufitsa, stachtopouta,
  alpomish botir, kenja botir, guliqahqah, king arthur, zeus olympios, captain nemo, james t kirk, darth vader,
  trab antal, vicc elek, vak cina, wincs eszter, winch eszter, zuz mara, am erika, bac ilus, heu reka, jo aron,
  koaxk abel, mikorka kalman, tank aranka, teflon terike, ultra viola, hu nyadi, elektrom agnes, ebed elek, kala pal,
  kalap al, karagiozis/karagkiozis/karagkiozi/karankiozis/karagiozi, chatziavatis/hatziavatis, chionati, weihnachtsmann, osterhase, christkind, schneewittchen, dornroschen, sandmannchen, kasperle,
  makmende, abunuwasi/abunuasi, vovochka, shtirlits/stirlitz/stierlitz, moidodyr, szent istvan, matyas kiraly, xuja nasriddin,
  mr beast, snoop dogg, heinz ketchup, amir temur bobo, alpomish barchin, zumrad qimmat, herr x, frau x, kyrios x, kyria x, mister y, mr y, szalmon ella, pofa zoltan, cserep virag,
  kamu bela, kamu janos, hulye gyerek, eshmat/eshmatov toshmat/toshmatov, eshmat toshmatovich, pistonchi pistonchiyev/pistonchiev, valaki mas,
  αλεξης ζορμπας, alexis zorbas, mungu yesu, yesu mungu, sponge bob, mike litoris, connie lingus, yuri tarded, sum ting wong,
  ταδες δεινας, tades deinas`;

/**
 * Whole names that many bear, and pranksters too: only noted. Those of two words in this order: the other way round the
 * second is the family name of somebody famous.
 */
export const COMMON_NAMESAKES = `
  william ruto, bruce/bryus lee/li, ivanov ivan ivanovich, ivanova mariya/mariia ivanovna, alexandros/aleksandros megas, swift taylor`;
