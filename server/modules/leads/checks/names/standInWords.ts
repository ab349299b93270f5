import { wordSet } from './wordSet';

/** Greetings of the languages of the market that stand in the place of a name, alone or beside each other. */
export const GREETINGS: ReadonlySet<string> = wordSet(`
  hello, hallo, hullo, heya, greetings, howdy,
  habari, habarini, jambo, hujambo, hamjambo, sijambo, shikamoo, shkamoo, karibuni,
  γεια, γειά, γειασου, γειασας, καλημέρα, καλησπέρα, καληνύχτα, χαίρετε, χαιρετώ, καλησπερίζω, geia, geiasou, yassou, kalimera, kalispera,
  բարև, բարեւ, բարևներ, ողջույն, ողջույններ, barev, barevdzez, voghjuyn,
  salom, salomlar, assalom, assalomu, assalamu, assalamualaykum, assalomualaykum, assalamualaikum, salomalaykum, alaykum, aleykum, alaikum, aleikum, alaykom, vaalaykum,
  салом, ассалом, ассалому, ассаламу, алайкум, алейкум, ваалайкум,
  привет, приветик, приветствую, здравствуйте, здравствуй, здрасте, здрасьте, zdravstvuyte, zdravstvuite, zdrastvuyte,
  szia, szevasz, sziasztok, szervusz, szervusztok, helló, hellosztok, üdv, üdvözlöm, üdvözlet, csókolom, csokolom, 
  hallöchen, hallihallo, guten, grüezi, moinsen,
  bonsoir, merhaba, namaste, buongiorno`);

/** Greetings of words that are names too, or say nothing alone; compared whole. */
export const GREETING_PHRASES: ReadonlySet<string> = wordSet(`
  hello world, hi there, hey there, hi all, hi everyone, hey you, hey guys, hi guys, dear sir, dear madam, dear sir or madam, dear sirs, dear team, dear friend, dear all, good morning, good day, good afternoon, good evening,
  good night, how are you, how do you do, welcome back, nice to meet you, mambo vipi, mambo poa, niaje, sasa vipi, karibu sana, habari leo, salama sana, uhali gani,
  καλό βράδυ, καλό απόγευμα, καλή μέρα, καλή σας μέρα, καλό μεσημέρι, բարի օր, բարի լույս, բարի երեկո, bari luys, xayrli kun, xayrli tong, xayrli kech, хайрли кун, хайрли тонг, хайрли кеч, salam aleykum,
  добрый день, доброе утро, добрый вечер, доброго дня, доброго времени суток, доброй ночи, dobry den, dobroe utro, dobryy den, jó napot, jó napot kívánok, jó reggelt, jó reggelt kívánok, jó estét, jó estét kívánok,
  szép napot, kellemes napot, moin moin, servus zusammen, grüß gott, grüss gott, gruss gott, grüß dich, guten tag, guten morgen, guten abend, schönen tag, hola amigo, buenos dias, buenas tardes, salut`);

/** What stands beside a greeting. */
export const BESIDE_GREETINGS: ReadonlySet<string> = wordSet(`
  there, all, everyone, everybody, sir, madam, team, dear, friend, friends, guys, folks, you, again, morning, afternoon, evening,
  za, ya, yako, yenu, zenu, zako, asubuhi, mchana, jioni, gani, nzuri, mzuri, njema, sana, wote, wakuu, bwana, mheshimiwa, mkuu, ndugu, rafiki, mambo, vipi,
  σας, σου, σε, όλους, παιδιά, φίλε, φίλοι, sas, sou, ձեզ, քեզ, բոլորին, dzez, jan, ջան,
  sizga, hammaga, hurmatli, xurmatli, aka, opa, va, rahmatulloh, сизга, ҳаммага, хаммага, ҳурматли, ака, ва, салам, салом, salom, salam,
  всем, вам, тебе, друзья, vam, vsem, kívánok, mindenkinek, neked, önöknek, hello, zusammen, alle, allen, liebe, euch, dir, tag, morgen, abend`);

/** Posts and boxes of a firm or a site: whole values only, since somebody's name may hold one of these words (Sales, Root). */
export const POSTS: ReadonlySet<string> = wordSet(`
  admin, admins, administrator, administrators, adminisztrátor, administrador, administrateur, webmaster, webadmin, sysadmin, superadmin, superuser, root, moderator,
  manager, managers, info, sales, support, helpdesk, hostmaster, postmaster, receptionist, cfo, cto, sysop, enquiries, inquiries, information, customer, customers, department, dept, office, secretary, director, operator, reception, marketing, accounts,
  meneja, mkurugenzi, mhasibu, msimamizi, mauzo,
  διαχειριστής, διαχειρίστρια, διευθυντής, διευθύντρια, πωλήσεις, γραμματεία, γραμματέας, υποστήριξη, λογιστήριο, diaxeiristis, dieuthintis,
  админ, офис, администратор, информация, отдел, администрация, модератор, менеджер, директор, бухгалтерия, бухгалтер, инфо, секретарь, техподдержка, поддержка, вебмастер,
  ադմին, ադմինիստրատոր, տնօրեն, մենեջեր, մենեջեր, հաշվապահ, վաճառքի,
  menejer, direktor, buxgalter, boshliq, менежер, админ, бошлиқ,
  rendszergazda, iroda, főnök, ügyintéző, igazgató, titkárság, értékesítés, értékesítő, ügyfélszolgálat, menedzser, ügyvezető, adminisztráció, recepció, könyvelés,
  geschäftsführer, geschäftsführerin, geschäftsleitung, sekretärin, geschäftsführung, verwaltung, vertrieb, verkauf, abteilung, informationen, kundenservice, kundendienst, sekretariat, buchhaltung, systemadministrator`);

/** What makes a post of a further word: Office Manager, Sales Team. */
export const BESIDE_POSTS: ReadonlySet<string> = wordSet(`
  super, team, staff, agent, boss, director, owner, operator, secretary, service, services, desk, department, dept, company, business, account, accounts,
  system, systems, site, web, website, general, head, customer, customers, care, marketing, finance, assistant, executive, reception, representative, rep, user, of, the, and, for, hr, it, page, ceo,
  ofisi, huduma, kwa, wateja, ya, wa, mkuu, kampuni, γραφείο, τμήμα, εξυπηρέτηση, πελατών, πωλήσεων, γενικός, εταιρεία, օֆիս, գրասենյակ, բաժին, գլխավոր, ընկերություն,
  ofis, bolim, bosh, офис, бўлим, бош, отдел, продаж, центр, главный, генеральный, компания, служба, системный, сайта, продажи, iroda, osztály, cég, weboldal, rendszer, büro, abteilung, leiter, chef, leitung, firma, der, die`);

/** What one says of oneself, or to whom one speaks; compared whole, since its words are names too (Mimi, Ego, Men). */
export const ONESELF: ReadonlySet<string> = wordSet(`
  me, myself, yourself, himself, herself, me myself, me myself and i, me myself i, myself and i, just me, only me, only myself, me again, me only, who me, me and only me, i am me, i am who i am, you know who, you know me, nobody important, nobody special,
  whoever you are, whoever i am, who am i, someone special, some one, mimi mwenyewe, mimi ni mimi, mimi hapa, mimi tu, ni mimi, mwenyewe, mimi na wewe, wewe mwenyewe, wewe ni nani, mimi ni nani,
  en magam, sajat magam, magam, onmagam, te magad, csak en, en vagyok en, senki sem, akarki aki, ki mas, ki vagyok, mindegy ki, εγω, εγω ο ιδιος, εγω η ιδια, εγω ειμαι, ο εαυτος μου, μονο εγω, εγω παλι, εσυ ποιος, ποιος ειμαι,
  ego o idios, ego i idia, o eaftos mou, ես, ես ինքս, ես եմ, միայն ես, ինքս ես, դու ինքդ, yes inqs, es inqs, men ozim, mening ozim, ozim, ozimman, men menman, menman, hech kim emas, sen kimsan, мен узим, мен ўзим, ўзим,
  я сам, я сама, это я, сам себе, сама себе, сам себя, сам по себе, просто я, только я, все тот же, кто я, ya sam, eto ya, sam sebe, ich selbst, ich bin ich, ich bin es, ich bins, nur ich, du selbst, wer sonst, meine wenigkeit`);

/** Words for what is not true, which nobody is called by. */
export const FALSE_WORDS: ReadonlySet<string> = wordSet(`
  fake, fakename, falsename, wrongname, fictitious, notmyname, notreal, uongo, uwongo, ψεύτικο, ψεύτικη, ψευδώνυμο, ψεύτικος, ψευδές, psefdonymo,
  фейк, фейковый, фейковое, фейковая, ложное, вымышленное, вымышленный, ненастоящее, псевдоним, выдуманное, feyk, soxta, yolgon, toqima, сохта, ёлғон, ёлгон, уйдирма,
  կեղծ, հորինված, սուտ, álnév, kitalált, falscher, erfundener, erfunden, falsche, ausgedacht`);

/** The same, but somebody is called so, or it says much else: beside a word for a name. */
export const FALSE_OR_NAME: ReadonlySet<string> = wordSet(`
  false, wrong, bogus, phony, dummy, made, up, invented, random, not, any, some, real, λάθος, δεν, είναι, неверное, неправильное, чужое, другое, boshqa, бошқа, ուրիշ, rossz, nem, valódi, hamis, kamu, feki, bandia,
  falsch, nicht, kein, richtiger, echter, anderer, sio, si, lingine`);

/** Words for a name, or for who would bear it. */
export const NAME_WORDS: ReadonlySet<string> = wordSet(`
  name, names, person, user, account, lead, profile, identity, data, jina, majina, mtu, όνομα, ονοματεπώνυμο, имя, имени, фамилия, человек, аккаунт,
  ism, ismi, исм, исми, անուն, անունը, nev, nevem, személy, konto`);

export const BESIDE_NAME_WORDS: ReadonlySet<string> = wordSet(
  `my, the, a, an, is, la, langu, το, μου, мое, az, mein, ein, a`,
);
