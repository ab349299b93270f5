/**
 * Names of figures and celebrities, one a line or between commas, each as the languages of the market write it. A slash
 * parts spellings of one word. Any script does: they are compared by how they sound (jokes.ts).
 */

/** Nobody is called so: a further word beside them (Junior, a middle name) changes nothing. */
export const FIGURES = `
  mickey/micky/miki/mikey mouse/maus/maous, minnie/mini mouse/maus, donald duck/dak/dack/kacsa/ntak, daisy duck, daffy duck,
  scrooge mcduck, bugs bunny/bani, homer/homero simpson/szimpson/szimpszon, bart simpson/szimpson/szimpszon, darth/dart vader/veider/veyder,
  luke/luk skywalker/skaivoker/skayuoker, hermione/germiona/ermioni granger/greindzher, albus dumbledore/dambldor, lord voldemort,
  sherlock/serlok holmes/holms/xolms, spider/spaider/spayder man/men, iron man, captain america, super/wonder woman,
  santa/szanta claus/klaus/clause, father/baba/papa/pere christmas/xmas/krismasi/noel/noeli, ded moroz/maroz,
  easter bunny, tooth fairy, winnie/vinni/vini pooh/pukh/puh, spongebob/bob squarepants, gubka bob, frodo/bilbo baggins,
  obi wan kenobi, princess leia, katniss everdeen, eric cartman, bob builder, fred flintstone,
  scooby/skubi doo/du, wile coyote, popeye sailor, captain jack sparrow, humpty dumpty, snow white, osama laden,
  mark zuckerberg/zukerberg/cukerberg, adolf/adolph/adolfos hitler/gitler/xitler/chitler, cristiano/kristiano/krishtianu ronaldo/ronalnto/ronaldu,
  vasya/vasia pupkin, vasily/vasilii/vasiliy pupkin, ivan pupkin, max/erika mustermann,
  hugh jass, seymour butts, amanda hugginkiss, heywood jablome, i p freely, dixie normous, oliver clothesoff/klozoff,
  hugh janus, jack mehoff, testy mctestface, boaty mcboatface, test testsson/testson/testov/testerson/testovich/testopoulos,
  fulani bin fulani, fulani wa fulani, mtu fulani, falonchi/falonci pistonchi, falonchi falonchiyev/falonchi,
  tade tadopoulos/tadopulos, tade deinas/deina, anonymos anonymou, baba/papa stroumf, gipsz jakab/jakabne, teszt/minta elek/janos/peter/mari/maria/erzsebet/bela/anna/kata/katalin/istvan/jozsef/laszlo/ferenc,
  mekk elek, deda gedeon, senki alfonz, snezhnaya koroleva,
  peppa/svinka pig/peppa, master yoda/ioda, gandalf grey/gray, dora explorer, squidward tentacles, barney rubble,
  buzz lightyear, lightning mcqueen, molniya makvin, optimus prime, sonic hedgehog, princess peach, donkey kong, jabba hutt, anakin skywalker/skaivoker,
  severus/severous snape/sneip, draco malfoy/malfoi, rubeus hagrid, samwise gamgee, peregrin took, willy wonka,
  mary poppins/poppinz/popins, inspector gadget, tinker bell, pippi langstrumpf/longstocking, peppi dlinnyichulok,
  harisnyas pippi, pippi pholomaki, biene maja, pchelka maiia, bibi blocksberg, benjamin bluemchen/blumchen, rotkappchen wolf, otto normalverbraucher,
  krasnaya/krasnaia shapochka, baba yaga/iaga, koshchei/koschei bessmertnyi/bessmertny, zmei gorynych, mezga aladar/geza, ludas matyi,
  bob sfoungarakis, ksenia polemistria, kokkinoskoufitsa lykos, kaj/kadj/qaj nazar, sasuntsi/sasunci davit, abunuwasi mjanja,
  lieschen muller/mueller, otto normalo, hans wurst/mustermann, till/tyll eulenspiegel, baron munchhausen/muenchhausen, rauber hotzenplotz, knecht ruprecht, frau holle, hansel gretel,
  joe average/sixpack, average joe, john/jane/joe citizen, fred bloggs,
  guy incognito, rosy palms, karagiozis/karagkiozis/karankiozis chatziavatis, barmpa giorgos karagkiozis, ilia/ilya muromets, aliosha/alyosha popovich, dobrynia/dobrynya nikitich,
  ivan durak/tsarevich, vasilisa prekrasnaia/prekrasnaya, ostap bender, emelia/emelya durak, shtirlits isaev,
  hary janos vitez, kukorica jancsi, susu sarkany, kockasfulu nyul, lolka bolka, vizipok csodapok, tom dick harry, hinz kunz, lwanda magere, makmende amerudi,
  nasreddin/nasrudin/nasruddin/nasrettin hodja/hoca/hoja/khoja/khodja/xoja/xodja, molla/mulla nasreddin/nasrudin/nasruddin/nasriddin,
  tunder/tunderszep ilona, csizmas kandur, husveti nyul/nyuszi, babszem janko, huvelyk matyi, hupikek torp/torpikek, gomboc artur, fineas/phineas ferb,
  red riding hood, puss boots, sleeping beauty, captain hook, darth maul, hannibal lecter, daenerys targaryen, tyrion lannister, ebenezer scrooge,
  robinson crusoe/kruzo, elmer fudd, porky pig, tweety bird, yosemite sam, betty boop, yogi bear, lex luthor, ash ketchum, naruto uzumaki, son goku,
  crash bandicoot, paddington bear, wallace gromit, basil fawlty, borat sagdiyev, roger/jessica rabbit, potato head, bruce almighty,
  ντορα εξερευνητρια, πεππα γουρουνακι, παπουτσωμενος γατος, qizil shapkacha/qalpoqcha, spiashchaia krasavitsa, спящая красавица,
  genzel gretel, juha kalulu, jim knopf,
  cookie monster, kermit frog, miss piggy, fozzie bear, oscar grouch, garfield cat, timon pumbaa, shrek ogre, lord vader, okoska torp, piszkos fred,
  pottyos panni, chuck e cheese, karabas barabas, карабас барабас, почтальон печкин, василиса премудрая, layli/leyli/laylo majnun, лайли мажнун,
  alisa strane chudes, mario bros`;

/**
 * Others bear these too, which an e-mail address shows that bears the name as well (inEmail.ts): only the name as it
 * stands, without titles and initials. Left out is whose name many have
 * (Michael Jordan, Peter Griffin, Kovács János, Islom Karimov): a person holds such a lead up for nothing.
 */
export const NAMESAKES = `
  harry/garry/hari/gari/xarri potter/poter, harry/garry james/dzheims potter,
  james/dzheims/dzeims/tzeims/jeyms bond/mpont, jason bourne, han solo, bruce wayne, clark kent,
  tony stark, robin hood/hud/gud, bart simpson, peter pan, ron weasley, jack sparrow, dzhek vorobei, lara croft/kroft,
  indiana jones, forrest gump, john rambo, colonel sanders, pinocchio/pinokio/pinokkio, elon/ilon musk/mask, elon reeve musk,
  donald/donalnt trump/tramp/trab, donald john trump/tramp, joe/dzho biden/baiden/mpainten,
  barack/barak/mparak obama/ompama, barack hussein obama, bill/bil gates/geits/geyts/gkeits, jeff bezos,
  steve/stiv/styv jobs/dzhobs, vladimir/vlantimir putin/putyin/poutin, vladimir vladimirovich putin,
  volodymyr/vladimir/wolodymyr zelensky/zelenskiy/zelenskyy/selensky/selenskyj/selenskij, joseph/iosif/jozsef stalin/sztalin, vladimir lenin, kim jong un,
  kim chen yn, xi jinping, osama bin laden, chuck/chak norris, justin bieber, taylor/teilor swift/svift,
  lionel/leo/leonel messi/mesi, hannah/hanna montana/montanna, miley/mailey cyrus, sirius black, bruce banner, barbie roberts, angela/ankela merkel, boris johnson/dzhonson,
  christiano ronaldo,
  arnold schwarzenegger, sylvester stallone, mike tyson, zinedine zidane, david beckham, kylian mbappe, usain bolt,
  lebron james, tom cruise/kruz, brad/bred pitt, angelina jolie/dzholi, johnny/dzhonni depp, leonardo dicaprio/dikaprio,
  leonardo di caprio, keanu reeves, kanye west, kim kardashian, oprah winfrey, rihanna fenty, kamala harris,
  narendra modi, emmanuel macron, rick astley, albert einstein, charlie chaplin, marilyn monroe, elvis presley,
  freddie mercury, william shakespeare, sigmund freud, nelson mandela, ali kiba, raila odinga,
  uhuru kenyatta, jomo kenyatta, samia suluhu, samia suluhu hassan, john magufuli, κυριακος μητσοτακης, αλεξης τσιπρας,
  γιαννης αντετοκουνμπο, σακης ρουβας, ελενα παπαριζου, μεγας αλεξανδρος, χαρι ποτερ, τζειμς μποντ, ντοναλντ τραμπ,
  giannis antetokounmpo, kyriakos mitsotakis, alexis tsipras, αριστοτελης ωνασης, гарри поттер, дональд трамп,
  джеймс бонд, илон маск, алла пугачева, филипп киркоров, հարի փոթեր, հարրի փոթթեր, նիկոլ փաշինյան, քիմ քարդաշյան,
  շառլ ազնավուր, դոնալդ թրամփ, դոնալդ տրամպ, ջեյմս բոնդ,
  վլադիմիր պուտին, իլոն մասկ, nikol pashinyan, shavkat mirziyoyev, alisher navoiy,
  шавкат мирзиёев, алишер навоий, orban viktor, petofi sandor, kossuth lajos, szoboszlai dominik,
  gyurcsany ferenc,
  queen elizabeth, king arthur, julius caesar, napoleon bonaparte, alexander the great, genghis khan, leonardo da vinci, tom jerry, marge simpson,
  ivan drago, hulk hogan, kylo ren, tyler durden, tony soprano, vito/michael/don corleone, huckleberry finn, oliver twist, arya stark, ned flanders,
  peter rabbit, nemecsek erno,
  bud spencer, bert ernie`;

/** Compared like namesakes, but made for a laugh, or to give no name: nothing shows that it is one. */
export const JESTS = `
  john/jane/jon doe, joe bloggs/blow/shmoe/schmoe/public, john q public, fake name,
  fake person, spiderman/spajdermen, batman/betmen/mpatman, superman/supermen/souperman, ironman, king kong, super mario,
  mr bean, hulk, the hulk, incredible hulk, wonderwoman, pokemon, pikachu, shrek/srek, cinderella, hofeherke, micimacko,
  pokember, karacsony apo, telapo, mikulas, mikulas bacsi, jezuska, joulupukki, qorbobo, qor bobo, ayoz bobo, korbobo,
  snegurochka, cheburashka, chelovek pauk,
  jesus/jezus/iisus/isus/iisous christ/krisztus/khristos/christos, yesu kristo, hisus kristos, mother teresa,
  lady gaga,
  mr nobody, mrs nobody, john nobody,
  mister x, mr x, mrs x, somebody, someone, sungura mjanja, diamond platnumz, harmonize konde boy, nameless mtu,
  rais wa kenya, rais ruto, αλεξανδρος ο μεγας, ταδε ταδε, δεινα ταδε, ανωνυμος ανωνυμου, μικυ μαους, ντοναλντ ντακ,
  αγιος/αη/αι/αης βασιλης, ναπολεων βοναπαρτης, μαυρος πανθηρας, ιησους χριστος, ο κανενας, μεγαλεξανδρος, вася пупкин,
  василий пупкин, иван пупкин, микки маус, мики маус, дональд дак, дед мороз, человек паук, неизвестный солдат,
  иисус христос, кот леопольд, винни пух, железный человек, միկի մաուս, ձմեռ պապ, ձմեռ պապիկ, պողոս պետրոս, մարդ սարդ,
  հիսուս քրիստոս, poghos petros, pismadonchi, xoja nasriddin, nasriddin afandi, falonchi, falonchi opa, фалончи пистончи,
  хужа насриддин, насриддин афанди, қорбобо, donald kacsa, valaki valaki, miki eger, mintapeter, tesztelek,
  voldemort/voldemor/volntemort, gandalf/gendalf/gkantalf, sauron/saouron, dumbledore/dambldor, chewbacca/chubakka, godzilla/gotzila/godzila, cruella de vil, mufasa simba, obelix, asterix obelix,
  deadpool, catwoman, aquaman, rapunzel, rumpelstilzchen/rumpelstiltskin, pumuckl, struwwelpeter, spongebob, squidward, gargamel, smurfette, papa smurf,
  barbie ken, hello kitty, teletubbies, legolas, saruman, obi wan, asterix/asteriks, obeliks, αστερίξ, οβελίξ, tintin, tom and jerry, paw patrol, masha i medved/medved,
  masha medved/medvedi, маша и медведь, nu pogodi, krokodil gena, kot matroskin, thomas the tank engine, thor odinson, elsa frozen, pom pom, buratino, cheburator, neznaika, kolobok, chipollino,
  barmaley, doktor aibolit, kokkinoskoufitsa, stachtopouta,
  alpomish botir, kenja botir, guliqahqah, zeus olympios, captain nemo, james t kirk, darth vader,
  karagiozis/karagkiozis/karagkiozi/karankiozis/karagiozi, chatziavatis/hatziavatis, chionati, weihnachtsmann, osterhase, christkind, schneewittchen, dornroschen, sandmannchen, kasperle,
  makmende, abunuwasi/abunuasi, vovochka, shtirlits/stirlitz/stierlitz, moidodyr, szent istvan, xuja nasriddin,
  mr beast, snoop dogg, amir temur bobo, alpomish barchin, zumrad qimmat, herr x, frau x, kyrios x, kyria x, mister y, mr y,
  kamu bela, kamu janos, hulye gyerek, eshmat/eshmatov toshmat/toshmatov, eshmat toshmatovich, pistonchi pistonchiyev/pistonchiev, valaki mas,
  mungu yesu, yesu mungu, sponge bob,
  ταδες δεινας, tades deinas,
  jancsi juliska, piroska es a farkas, mazsola tade, hamupipoke, csipkerozsika, kisvakond, kis herceg, tv maci, tv macko, feherlofia, torpapa,
  hokuszpok, krampusz, grincs, fogtunder, dr bubo, doktor bubo, bob a mester, sam a tuzolto, alice in wonderland, beauty and the beast,
  romeo juliet/julia/juliette/julieta, ρωμαιος ιουλιετα, ромео джульетта, ռոմեո ջուլիետ, bonnie clyde, dr who, doctor who, don quixote/quijote/kikhot,
  δον κιχωτης, дон кихот, long john silver, sailor moon, solid snake, postman pat, fireman sam, black panther, black widow, green lantern,
  captain marvel, dr evil, pwagu pwaguzi, λουκυ λουκ, ποπαυ, κακος λυκος, ο κακος λυκος, μικρος πριγκιπας, ο μικρος πριγκιπας, τρια γουρουνακια,
  ωραια κοιμωμενη, կարմիր գլխարկ/գլխարկը, մոխրոտիկ, սպիտակաձյունիկ, փոքրիկ իշխան/իշխանը, չախ չախ թագավոր, shum bola, шум бола, oltin baliq, qorqiz,
  kichkina shahzoda, золушка, белоснежка, мойдодыр, дядя степа, дядя федор, кот в сапогах, маленький принц, три поросенка, царевна лягушка,
  конек горбунок, сам самыч,
  bert and ernie, lion king, bud spencer es terence hill, gyalog galopp, kapitany kockas, kockas kapitany, maya the bee, rubber duck, captain obvious,
  captain planet, master chief, master splinter, big bird, mr clean, mystery man, mister mystery, secret agent, titkos ugynok, geheimagent,
  секретный агент, μυστικος πρακτορας, unknown soldier, ismeretlen katona, αγνωστος στρατιωτης, snoopy, pumbaa, dumbo, tarzan, ταρζαν, тарзан,
  terminator, терминатор, robocop, μικρη γοργονα, γκρινιαρης, στρουμφακι, μπαμπαστρουμφ, αλικη χωρα των θαυματων, αλικη στη χωρα των θαυματων, пятачок,
  дядька черномор, кикимора, водяной, susambil, ur toqmoq, սասնա ծռեր, խաթաբալա, karlsson vom dach, karlsson on the roof, satan, szatan, σατανας,
  διαβολος, сатана, дьявол, shayton, шайтон, սատանա, shetani, ibilisi, lucifer, the devil, devil, god, god almighty, бог, աստված, xudo, худо,
  mwenyezi mungu, isten, jezus, virgin mary, szuz maria`;

/**
 * Plays on words, whole and letter by letter: a name that only sounds so (Emma Dill, Monika Haar, Rika Papp) is somebody's.
 * Left out is what many are called (COMMON_NAMESAKES: Mike Hunt, Kasza Blanka).
 */
export const PUNS = `
  ben dover, ivana tinkle, al coholic, chris p bacon, moe lester, jack ass, mike oxlong, kukor ica, kukori ca, beviz elek, citad ella, dil emma,
  eszet lenke, feles elek, fej elek, futy imre, gaz ella, git aron, har monika, hat izsak, hot elek, kandisz nora, ker ede, lapos elemer, meg gyozo,
  para zita, pap rika, riz otto, techno kolos, tok odon, trab antal, vicc elek, vak cina, zuz mara, am erika, bac ilus, heu reka, koaxk abel,
  mikorka kalman, tank aranka, teflon terike, ultra viola, hu nyadi, elektrom agnes, ebed elek, kala pal, kalap al, mike litoris, connie lingus,
  yuri tarded, sum ting wong, szalmon ella, pofa zoltan, heinz ketchup, wincs eszter, mike rotch, mike hock, hugh mungus, willie stroker, dick hertz,
  jenny talia, eileen dover, ivana humpalot, amanda huggenkiss/hugnkiss/hugenkiss/huginkiss, anna conda, sue flay, pete ofile, peter ofile, stu pidd,
  tess tickle/tickles, phil mypockets/mccrevis/mccrevice/atio, craven moorehead/morehead, haywood jablowme/jablome, ho lee fuk/fook/phuk, wi tu lo,
  bang ding ow, hu flung dung/poo, ligma/sugma balls/nuts/johnson, hugh jarse, hugh g rection, ima pigg, iva biggin/biggun, bea oproblem, gabe itch,
  holden mcgroin, pat mcgroin, master bates/bater, barry mckockiner/mccaulkiner, maya normousbutt, ura snotball, sal monella, norma stitz,
  betty humpter, yuri nator, harry balls/baals, rainer zufall, peter silie, axel schweiss, anna bolika, claire grube, rosa schluepfer/schlupfer,
  marta pfahl, mario nette, jim panse, phil harmonie, theo retisch, polly zist, knut schfleck, wilma ruhe, kai pirinha`;

/**
 * Whole names that many bear, and pranksters too: only noted. Those of two words in this order: the other way round the
 * second is the family name of somebody famous.
 */
export const COMMON_NAMESAKES = `
  william ruto, bruce/bryus lee/li, ivanov ivan ivanovich, ivanova mariya/mariia ivanovna, alexandros/aleksandros megas, swift taylor,
  arthur king, elizabeth queen, kiraly matyas, vitez janos, farkas piroska, kasza blanka, cserep virag, anita bath,
  alexis/alex zorbas, αλεξης ζορμπας, phil mccracken, mike hunt, mike hawk, wayne kerr, drew peacock, justin case, robin banks, jack goff, barb dwyer,
  jon/john snow, charlie brown, walter white, ali baba, austin powers, freddy/freddie krueger/kruger, toldi miklos,
  terence hill`;
