/**
 * The best known people of the market's nine countries and of the world: who governs and governed, sport, song, screen,
 * letters. Added to the lists of jokeWords.ts and read as they are; compared by sound, so each stands in Latin letters once.
 */

/** Hardly anybody else is called so: held unless the e-mail address bears the name. */
export const FAMOUS = `
  rigathi gachagua, kithure kindiki, musalia mudavadi, kalonzo musyoka, martha karua, mwai kibaki, daniel arap moi, wangari maathai, mike sonko, babu owino, johnson sakaja, anne waiguru,
  lupita nyongo, david rudisha, faith kipyegon, ferdinand omanyala,
  ngugi wa thiongo, mekatilili wa menza, divock origi, mcdonald mariga, uhuru muigai kenyatta, raila amolo odinga, william samoei ruto, catherine ndereba,   julius nyerere, julius kambarage nyerere, jakaya kikwete, john pombe magufuli, benjamin mkapa, ali hassan mwinyi, freeman mbowe, tundu lissu, paul makonda, mbwana samatta, mbwana ally samatta,
  wema sepetu, zitto kabwe, mizengo pinda, edward lowassa, diamond platnumz,
  andreas papandreou, eleftherios venizelos, evangelos venizelos, konstantinos/kostas karamanlis, konstantinos tasoulas, stefanos kasselakis, kyriakos velopoulos, zoi/zoe konstantopoulou,
  gianis/yanis/giannis varoufakis, kostas simitis, adonis georgiadis, nikos galis, stefanos tsitsipas, maria sakkari/sakari,
  antonis remos, despoina/despina vandi, anna vissi, mikis theodorakis, nana mouskouri/mouschouri, manos chatzidakis/hatzidakis/xatzidakis, melina merkouri, ntemis/demis roussos,
  miltiadis tentoglou, katerina stefanidi, theodoros kolokotronis, nikos kazantzakis,
  levon ter petrosyan/petrosian, robert kocharyan, karen demirchyan, charles/sharl/sarl aznavour/aznavur, aram ilich khachaturyan, arno babajanyan, sergei/sergey/sargis parajanov, andranik ozanyan,
  garegin nzhdeh, monte melkonyan, komitas vardapet, serj tankian, gagik tsarukyan,
  garri/garry kasparov, kirk kerkorian, levon aronyan, vahan teryan, mesrop mashtots, hrant matevosyan, djivan/jivan gasparyan,
  yulduz usmonova/usmanova, sherali jorayev/jurayev/dzhuraev/djuraev, ozoda nursaidova, abdulla qodiriy/kadiri, eldor shomurodov, abdukodir husanov/khusanov/xusanov, saida mirziyoyeva,
  oksana chusovitina, rustam qosimjonov/kasimdzhanov, mirzo ulugbek, zahiriddin bobur, zahiriddin muhammad bobur,
  abu rayhon beruniy, gafur gulom, hamza hakimzoda niyoziy, ibn sino, abu ali ibn sino, amir temur sohibqiron, nosirjon yusupov, hamid olimjon,
  karacsony gergely, dobrev klara, ader janos, szijjarto peter, rogan antal, toroczkai laszlo, szel bernadett, hosszu katinka, egerszegi krisztina, hofi geza, liszt ferenc, bartok bela, kodaly zoltan,
  ady endre, radnoti miklos, jokai mor, mikszath kalman,
  rubik erno, szent-gyorgyi albert, semmelweis ignac, szechenyi istvan, horthy miklos, rakosi matyas,   gobbi hilda, koos janos, zambo jimmy, puzser robert, hadhazy akos, ruszin szendi romulusz,
  bill clinton, hillary clinton, jd vance, j d vance, mike pence, ronald reagan, richard nixon, bernie sanders, nancy pelosi, mitch mcconnell, ron desantis, gavin newsom,
  anthony fauci, robert kennedy jr, ivanka trump, melania trump, michelle obama, beyonce knowles,
  kylie jenner, ariana grande, mariah carey, billie eilish, britney spears, tom hanks, george clooney, denzel washington, al pacino, meryl streep, jennifer aniston, scarlett johansson, margot robbie,
  clint eastwood, bruce willis, tiger woods, simone biles, kobe bryant,
  shaquille oneal, patrick mahomes, travis kelce, ellen degeneres, joe rogan, warren buffett, sam altman, sundar pichai, satya nadella, walt disney, martin luther king,
  martin luther king jr, steven spielberg, dolly parton, stevie wonder, robert de niro, steve wozniak,
  
  keir/kir starmer, rishi sunak, liz truss, margaret thatcher, winston churchill, nigel farage, kemi badenoch, jeremy corbyn, king charles, queen camilla, prince harry, prince william,
  queen victoria, princess diana, kate middleton, meghan markle, david attenborough, stephen hawking,
  gordon ramsay, ed sheeran, harry styles, paul mccartney, john lennon, ringo starr, mick jagger, david bowie, dua lipa, daniel radcliffe, benedict cumberbatch, idris elba,
  rowan atkinson, simon cowell, wayne rooney, marcus rashford, jude bellingham, emma raducanu,
  guy fawkes, charles dickens, jane austen, charles darwin, agatha christie, alfred hitchcock, sean connery, joanne rowling, jk rowling, j k rowling,
  friedrich/fridrikh merz, frank walter steinmeier, robert habeck, annalena baerbock, markus soder/soeder, lars klingbeil, alice weidel, bjorn/bjoern hocke/hoecke, sahra wagenknecht, boris pistorius,
  karl lauterbach, jens spahn, ursula von der leyen, konrad adenauer, helmut kohl, erich honecker, walter ulbricht, otto von bismarck,
  joachim low/loew, jogi low/loew, manuel neuer, bastian schweinsteiger, lukas podolski, toni kroos, jurgen/juergen klopp, franz beckenbauer, sebastian vettel, boris becker, steffi graf, heidi klum,
  dieter bohlen, thomas gottschalk, gunther/guenther jauch, til schweiger, herbert gronemeyer/groenemeyer, udo lindenberg,
  johann wolfgang von goethe, johann wolfgang goethe, friedrich schiller, ludwig van beethoven, johann sebastian bach, immanuel kant, dirk nowitzki, claudia schiffer, florian silbereisen,
  karl lagerfeld,
  pope francis, pope leo, pope benedict, pope john paul, papst franziskus, papst leo, papst benedikt, papa francesco, ferenc papa, papa fransisko, papas fragkiskos, dalai lama, greta thunberg,
  recep erdogan, recep tayyip erdogan, benjamin netanyahu, bashar assad, bashar al assad, ali khamenei, fidel castro, che guevara, ernesto guevara, mao zedong, mao tse tung,
  mahatma gandhi, mohandas gandhi, shah rukh khan, amitabh bachchan, virat kohli, sachin tendulkar, erling haaland, robert lewandowski, luka modric, roger federer, novak djokovic, rafael nadal,
  diego maradona, bob marley, kofi annan, desmond tutu, jacob zuma, cyril ramaphosa, robert mugabe, paul kagame, yoweri museveni,
  haile selassie, muammar gaddafi, saddam hussein, pablo picasso, vincent van gogh, galileo galilei, marie curie, coco chanel, bruno mars, wolfgang amadeus mozart, salvador dali, julian assange,
  edward snowden, benito mussolini, joseph goebbels, heinrich himmler,   sergei/sergey lavrov, sergei/sergey shoigu, ramzan kadyrov, evgenii/evgeny/yevgeny prigozhin, aleksei/alexei/alexey navalny/navalnyi, mikhail gorbachev, mikhail gorbachyov, boris yeltsin/eltsin,
  nikita khrushchev, leonid brezhnev, yuri/yurii gagarin, aleksandr/alexander pushkin, lev tolstoy/tolstoi, leo tolstoy,
  anton chekhov, fyodor/fedor/fiodor dostoevsky/dostoevskii/dostoyevsky, kseniya/ksenia sobchak, vladimir vysotskii/vysotsky, aleksandr/alexander lukashenko, vladimir zhirinovskii/zhirinovsky,
  maksim galkin, grigorii leps, sergei/sergey lazarev, maria/mariya/mariia sharapova
`;

/** Many are called so too: only noted. Those of two words in this order, where the other is of somebody famous. */
export const FAMOUS_COMMON = `
  eliud kipchoge, kelvin kiptum, victor wanyama, eric omondi, hussein mwinyi, kassim majaliwa, philip mpango, giorgos papandreou, antonis samaras, nikos androulakis, katerina sakellaropoulou,
  giorgos karagkounis, armen sarkisyan/sargsyan/sarkissian, vahagn khachaturyan, vazgen sargsyan, aram khachaturyan,
  tigran petrosyan, hovhannes tumanyan, samvel karapetyan, karen karapetyan, ruben vardanyan, alisher usmonov/usmanov, gulnora/gulnara karimova, amir temur/timur, bobur mirzo, abdulla oripov/aripov, bahodir jalolov,
  odil ahmedov, magyar/madyar peter, jamie oliver, thomas jefferson, tony blair, morgan freeman, michael phelps, martin luther, oliver kahn, george washington, benjamin franklin, harrison ford, piers morgan, rosa parks, neil armstrong, whitney houston, abraham lincoln, elton john, maria kallas/callas, sulyok tamas, novak katalin, schmitt pal, gulyas gergely, meszaros lorinc, arany janos, deak ferenc, rakoczi ferenc, hunyadi janos, kadar janos, neumann janos, korda gyorgy, jozsef attila,
  george bush, john kennedy, jimmy carter, marco rubio, ted cruz, selena gomez, michael jackson, dwayne johnson, julia roberts, jennifer lopez, serena williams, stephen curry, tom brady,
  tim cook, muhammad ali, stephen king, theresa may, david cameron, gordon brown, rachel reeves, sadiq khan, emma watson, tom holland,
  harry kane, lewis hamilton, andy murray, mo farah, olaf scholz, gerhard schroder/schroeder, helmut schmidt, christian lindner, willy brandt, michael schumacher, helene fischer, indira gandhi,
  imran khan, mohamed salah, dmitrii/dmitriy medvedev, viktor tsoi/tsoy, idi amin, dedan kimathi,
  charles king, francis pope, leo pope, benedict pope, harry prince, william prince, victoria queen`;
