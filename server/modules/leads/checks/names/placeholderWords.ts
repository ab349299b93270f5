import { wordSet } from './wordSet';

/** Said in the place of a name, once or twice, that there is none: nobody is called so. Compared whole. */
export const NO_NAME: ReadonlySet<string> = wordSet(`
  name, your name, my name, full name, first name, last name, name surname, firstname, lastname, first name last name,
  firstname lastname, fname, lname, mname, f name, l name, f name l name, first last, last first, first middle last, first and last, given name, family name, middle name, second name, last name first name,
  surname name, forename, forename surname, givenname, familyname, other names, your name here, name here, enter name, enter your name, type your name, type name, firstname surname, mustername,
  введите имя, jaza jina, andika jina, ismingizni kiriting, ismingizni yozing,
  not my name, not my real name, not real, no name, noname, no name given, none given, undefined, unknown, unknown name, unknown caller, anonymous,
  anonym, nobody, no one, n/a, not given, not available, not applicable, not provided, not specified, not known, not sure,
  prefer not to say, rather not say, no comment, i dont know, dont know, same as above, see above, username, customer name,
  ονομα, ονοματεπωνυμο, επωνυμο, το ονομα μου, ανωνυμος, ανωνυμη, αγνωστος, αγνωστη, κανενας, κανεις, καμια, τιποτα, τιποτε,
  δεν εχω, δεν εχω ονομα, δεν υπαρχει, δεν ξερω, δεν λεω, δεν θελω, δεν απαντω, δεν δινω, χωρις ονομα, ουδεις, α αγνωστου,
  teljes nev, neved, a neved, nevem, nevtelen, nincs, nincs nev, nincsen nev, nincsen nevem, nincsen neve, nincs nevem, nincs neve, nem tudom, nem mondom, nem adom meg,
  nem adok meg, ismeretlen, имя, фамилия, имя фамилия, фио, ваше имя, мое имя, аноним, анонимно, неизвестно, неизвестный,
  неизвестная, никто, нет, нету, нет имени, без имени, не знаю, не скажу, не указано, не указан, отсутствует, անուն,
  անուն ազգանուն, անանուն, անհայտ, անուն չկա, անուն չունեմ, չկա, չունեմ, ոչ ոք, ոչինչ, չգիտեմ, չեմ ասի, ոչ մեկը, չի նշված,
  nomalum, ismsiz, hech kim, xech kim, hechkim, hech kimman, ism yoq, ismi yoq, ismim yoq, bilmayman, bilmadim, aytmayman, ism familiya,
  номаълум, исмсиз, хеч ким, исм йук, исми йук, билмайман, исм, hakuna jina, hana jina, sina jina, bila jina, sijui, haijulikani,
  jina langu, jina lako, jina kamili, majina kamili, majina yako, majina mawili, majina matatu, jina la kwanza, jina la pili, jina la mwisho, jina la kwanza jina la mwisho, jina la ukoo, imie,
  imie nazwisko, jina la familia,
  jina la kati, hakuna mtu, sio lazima, kein name, unbekannt, vorname, nachname, familienname, zuname, vor und nachname, vorname und nachname, ihr name, dein name, mein name, keine angabe, keine angaben,
  ohne angabe, nicht angegeben, ohne name, ohne namen, keinen namen, möchte ich nicht sagen, отчество, псевдоним, πατρωνυμο, ονομα και επωνυμο, το ονομα σας, keresztnev, keresztneve, vezeteknev, utonev, csaladnev,
  vezeteknev es keresztnev, az on neve, nincs megadva, ազգանուն, հայրանուն, անուն և ազգանուն, ձեր անունը, ismingiz, ismingiz familiyangiz, familiyangiz, ism sharif, ism sharifingiz, исм фамилия, исмингиз, исм шариф,
  фамилиянгиз, ваше фио, фамилия имя, имя и фамилия, prenom, nom prenom, apellido, apellidos, nombre apellido, nome cognome, cognome, sin nombre, desconocido, inconnu,
  ism familya, ism va familiya, ism va familya, familya ism, familiya ism, familiya ismi, ism familiyasi, familiyangiz ismingiz, familya, familyangiz, familiyasi, familyasi, otasining ismi,
  otangizning ismi, ismi sharifi, f i sh,  ф и ш, ф и о, исм фамилияси, фамилияси исми, отасининг исми,
  anun azganun, azganun, azganun anun, dzer anuny, անունը, ազգանունը, անուն հայրանուն, onoma, onomateponymo, onomateponimo, onoma eponymo, onoma epitheto, to onoma mou, to onoma sas, ονομα επιθετο,
  ονομα επωνυμο, επιθετο, ονομα σας, ονομα πατρωνυμο, imya, imya familiya, familiya imya, imia familiia, vashe imya, moe imya,
  vorname name, name vorname, vorname nachname, nachname vorname, ihr vorname, ihr nachname, vor nachname, vollstandiger name, vezetek nev, kereszt nev, vezeteknev keresztnev, csaladi nev,
  utonev csaladnev, jina na ukoo, jina la baba, andika jina lako, weka jina lako, weka jina, name and surname, name of customer, name of client, applicant name, contact name, legal name, insert name,
  insert name here, input name, your full name, write your name, name required, required, имя отчество, фамилия имя отчество, имя клиента, ваша фамилия, введите фамилию, введите ваше имя,
  not telling you, none of yours, nobody you know, no data, no information, no info, not recorded, not disclosed, undisclosed, redacted, name withheld, name unknown, unknown person, no body, nil name,
  нет данных, данных нет, не задано, не заполнено, не определено, пустой, без фамилии, безымянный, имярек, δεν διατιθεται, δεν εχει ονομα, δεν αναφερεται, μη διαθεσιμο, χωρις στοιχεια, nincs adat,
  nincs info, nem adott meg nevet, nem ismert, adat nelkul, adathiany, malumot yoq, malumotlar yoq, korsatilmagan, kiritilmagan, маълумот йўқ, кўрсатилмаган, տվյալ չկա, տվյալներ չկան, նշված չէ,
  անհայտ անձ, haijatajwa, haijajazwa, haipo, halipo, hakipo, jina halipo, jina tu, hakuna taarifa, hajulikani, asiyejulikana, nicht bekannt, nicht vorhanden, unbekannte person, name unbekannt, keine daten`);

/** The same, but somebody bears it as a name too (Christopher Null, Mr Guest, Na Li, Sina, Siri): a doubt, never a refusal. */
export const NO_NAME_OR_NAME: ReadonlySet<string> = wordSet(`
  null, none, nil, nothing, nichts, geheim, privat, incognito, inkognito, pseudonym, yashirin, κρυφό, kein kommentar, nem publikus, sitaki kusema, wont say, i wont say, na, no, nan, void, guest, user,
  client, customer, noone, surname, private, secret, confidential, blank, empty,
  missing, hidden, withheld, same, string, anon, person, visitor, someone, nemo, tba, tbc, tbd, nev, senki, semmi, titok, titkos,
  x, xx, q, z, х, хх, χ, χχ, ism, yoq, anonim, familiya, noaniq, йук, jina, hakuna, sina, hamna, hapana, siri, sitaki, mtu, секрет, пусто,
  гость, κατι, κάποιος, գաղտնի, ինչ որ մեկը, keine, niemand, anonyme, personne, nadie, ninguno, anonimo, nessuno,
  nn, xy, xyz, qq, zz, zzz, нн, нд, бн, нету имени, jemand, irgendwer, irgendjemand, irgendeiner, keiner, soundso, dingsda, dingsbums,  so and so, such and such, whoever, whatever, whats his name,
  whats her name, whatshisname, whatsisname, thingy, thingummy, some guy, some body, some person, keine ahnung, weiß nicht, weiss nicht, ich weiß nicht, ich weiss nicht, sijui mimi, mimi sijui, nobody nowhere, no one nowhere, none ya business, none ya bizness, noneya business, noneya bizness, nunya bizness,
  random person, random guy, any body, any one, some one, anybody, anyone, everybody, a n other, another,
  τάδε, δείνα, ο τάδε, ο δείνα, η τάδε, τάδε δείνα, ο τάδε και ο δείνα, κάποια, όποιος, όποιος να ναι, οποιοσδήποτε, o tade, o deina, o kanenas, kanenas, kapoios, ανύπαρκτος, valaki, valakik, akarki,
  barki,   mittudomen, hogyishivjak, akarmi,
  имя рек, некто, кто то, кто нибудь, кто угодно, такой то, такая то, кое кто, неважно, не важно, без разницы, какая разница, nekto, kto to, kto nibud, takoy to,  falonchi, palonchi, falanchi,
  falon kishi, falonchi pistonchi, pistonchi, allakim, kimdir, kim bolsa ham, фалончи, палончи, фалон, аллаким, кимдир, այսինչ, այնինչ, այսինչյան, այսինչ այնինչ, ոմն, ոմն մեկը, մեկը, որևէ մեկը,
  aysinch, aysinchyan, vochvoq, voch mek, inch vor meky, ովքեր,
  fulani, fulani wa fulani, mtu fulani, mtu yeyote, yeyote, mtu tu, mwingine,  kadhalika, mtu asiyejulikana,
  fio, anun, nem kell, no name here, to be advised, private individual, i d rather not say, id rather not say, prefer not to tell, i prefer not to say, top secret, guess my name, what is in a name, whats in a name, who wants to know, who wants to know that, who is asking, whos asking,
  why do you ask, take a guess, try again, nice try, somebody else, someone else, other person, another person, не важно кто, неважно кто, секретно, инкогнито, угадайте кто, угадай кто, не ваше дело, не твое дело, δεν το λεω, δεν σας αφορα, δεν σε αφορα, μυστικο, καποιος καποιου, μαντεψε, μαντεψτε, οποιος θελεις,
  nem arulom el, talald ki, talald ki ki vagyok, talalja ki, egy ember, kozod, semmi kozod hozza, semmi kozod, aytgim kelmaydi, top kimligimni, topchi, kimligimni top, գաղտնիք, գուշակիր, գուշակեք, քո գործը չէ, sitaki kutaja jina, sitaki kutaja, siwezi kusema, siwezi kutaja jina, jina langu ni siri, ni siri, siri yangu, bahatisha, mtu mmoja, niite tu, hujui jina,
  unataka jina, unataka jina gani, ya nini, sag ich nicht, sage ich nicht, geht dich nichts an, geht sie nichts an, geht euch nichts an, rate mal, raten sie mal, irgendein name`);

/** Of these some bear a few and none with a title or an uncle's before or behind it: Herr Niemand, Senki Bácsi. */
export const NOBODY: ReadonlySet<string> = wordSet(`
  niemand, jemand, keiner, soundso, irgendwer, dings, dingsda, unbekannt, anonym, anon, anonymous, incognito, inkognito, nobody, somebody, someone, anybody, whoever, so and so, nadie, ninguno,
  personne, nessuno, senki, valaki, akarki, barki, nemtudom, ismeretlen, nevtelen,
  ταδε, δεινα, κανενασ, κανεισ, καποιοσ, ουτισ, αγνωστοσ,  deina, kanenas, некто, никто, никтошкин, неизвестный, аноним, инкогнито, имярек, nikto, hech kim, hechkim, kimdir, falonchi, palonchi,
  аллаким, хеч ким, ոչ ոք, անհայտ, այսինչ, այսինչյան, անանուն, fulani, hakuna, asiyejulikana`);

/** Said to people of any name; bare titles stand in messageWords.ts. */
export const ADDRESSES: ReadonlySet<string> = wordSet(`
  bacsi, neni, ur, kisasszony, holgy, urfi, nagyur, uncle, aunt, auntie, aunty, onkel, tante, opa, oma, bay, sayin, bwana, mzee, mama, baba, bibi, ndugu, mheshimiwa, mpendwa, дядя, тетя, баба, дед,
  товарищ, дядюшка, dyadya, tyotya, aka, amaki, togʻa, xola, domla, ака, опа, амаки,
  μπαρμπα, θειοσ, θεια, θειε, κυρ, κυρα, ο, η, ձյաձյա, տատիկ, պապիկ, ընկեր, el senor, senor, senora, don, monsieur, mme, the, a, der, die`);

/** Trial entries, alone or twice. */
export const TRIAL: ReadonlySet<string> = wordSet(`
  test, tests, testing, lead test, dummy, τεστ, δοκιμη, δοκιμαστικο, δοκιμαστικος, δοκιμαστικη, teszt, teszteles, тест,
  тестовый, тестовая, тестирование, проверка, թեստ, փորձարկում, փորձնական, ստուգում, jaribio, majaribio`);

/** Trial entries that are somebody's name too: a doubt where they stand alone. */
export const TRIAL_OR_NAME: ReadonlySet<string> = wordSet(`
  just a test, only a test, its just a test, it is just a test, this is just a test, first test, qa test, qa tester, nur ein test, nur test, das ist ein test, das ist nur ein test, bu test, bu shunchaki test, shunchaki test, test tu, ni test tu, jaribio tu, najaribu, najaribu tu, ninajaribu, hili ni jaribio, kiprobalom, csak kiprobalom, csak egy teszt, просто тест, это просто тест, проверка связи, απλα τεστ, αυτο ειναι τεστ, ενα τεστ, պարզապես թեստ, սա թեստ է,
  foo bar, foo bar baz, foobar, foobarbaz, foo foo, foo baz, bar baz, baz qux, bar foo, baz bar, lorem ipsum, loremipsum, фу бар,
  demo, sample, tester, teste, example, trial, tesztelo, proba, проба, փորձ, sinov, sinash, tekshirish, синов, kujaribu`);

/** Words that stand beside a trial's and make no name of it: "test user", "demo account". */
export const BESIDE_TRIAL: ReadonlySet<string> = wordSet(`
  user, name, lead, account, person, customer, client, entry, data, contact, only, please, ignore, this, is, a, the, one, two, three,
  form, request, record, mail, email, phone, number, surname, firstname, lastname, kunde, applicant, do, not, call, delete,
  ονομα, χρηστης, πελατης, ugyfel, felhasznalo, имя, пользователь, клиент, заявка, лид, анкета, անուն, օգտատեր, mijoz,
  foydalanuvchi, mtumiaji, mteja`);

/** Trial words that are nobody's name, whatever stands beside them: Próba Péter. */
export const SURE_TRIAL: ReadonlySet<string> = wordSet(`
  teszt, proba, jaribio, majaribio, τεστ, тест, тестовый, тестовая, թեստ, փորձնական, δοκιμαστικος, δοκιμαστικη, testing, mustermann, musterfrau, musterkind, testperson, testuser, testname, tesztelek, tesztuser`);

/** Numbers in words, of the languages of the market and some more: two of them and nothing else is no name. */
export const NUMBERS: readonly ReadonlySet<string>[] = [
  'zero, one, two, three, four, five, six, seven, eight, nine, ten, first, second, third',
  'sifuri, moja, mbili, tatu, nne, tano, sita, saba, nane, tisa, kumi, kwanza, pili',
  'μηδεν, ενα, ενας, μια, δυο, τρια, τρεις, τεσσερα, τεσσερις, πεντε, εξι, επτα, εφτα, οκτω, οχτω, εννεα, εννια, δεκα, πρωτος, δευτερος, τριτος',
  'ena, dio, dyo, duo, tria, tessera, pente, eksi, exi, epta, efta, okto, ennia, deka',
  'nulla, egy, ketto, ket, harom, negy, ot, hat, het, nyolc, kilenc, tiz, elso, masodik, harmadik',
  'զրո, մեկ, երկու, երեք, չորս, հինգ, վեց, յոթ, ութ, ինը, ինն, տաս, տասը, առաջին, երկրորդ',
  'mek, yerku, erku, yerek, erek, chors, hing, vets, yot, ut, iny, tas',
  'nol, bir, ikki, uch, tort, besh, olti, yetti, sakkiz, toqqiz, birinchi, ikkinchi, uchinchi',
  'нол, бир, икки, уч, турт, беш, олти, етти, саккиз, туккиз, ун',
  'ноль, нуль, один, одна, два, две, три, четыре, пять, шесть, семь, восемь, девять, десять, раз, первый, второй, третий',
  'odin, dva, tri, chetyre, pyat, shest, sem, vosem, devyat, desyat, raz',
  'eins, zwei, drei, vier, funf, sechs, sieben, acht, neun, zehn',
  'un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix',
  'uno, due, tre, quattro, cinque, sei, sette, otto, nove, dieci',
  'uno, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez',
  'sifir, bir, iki, uc, dort, bes, alti, yedi, sekiz, dokuz',
].map(wordSet);

/** Syllables of laughter and of talk that says nothing: "bla bla", "lol lol", "ha ha ha". */
export const CHATTER: ReadonlySet<string> = wordSet(`
  hmm, hmmm, hmmmm, nope, yup, ugh, argh, pff, pfff, хм, хмм, хммм, χμ, χμμ, χμμμ, հմմ, bla, blah, blabla, lol, lmao, rofl, haha, hahaha, hehe, hihi, ha, he, hi, hey, hello, yada, xaxa, kek, lul, topkek, ololo, azaza, blablabla, ok,
  okay, yes, yo, wtf, omg,
  μπλα, χα, χαχα, χαχαχα, χε, xa, бла, ха, хаха, хахаха, хе, хехе, хи, хихи, лол, кек, ололо, азаза, ага, привет, հա, հահա, բլա, kkk, jaja, jajaja, tralala`);

/** Said as a whole it is mockery or a call, though its words may be names (La La, Kuku, Joe). */
export const CHATTER_PHRASES: ReadonlySet<string> = wordSet(`
  your mom, your mum, your mama, your momma, your mother, your dad, ur mom, ur mum, yourmom, yo mama, yo momma, yomama, joe mama, joemama, deez nuts, deeznuts, nunya business, none of your business, mind your business,
  hakuna matata, akuna matata, hakuna matatizo, хакуна матата, χακουνα ματατα, հակունա մատատա, carpe diem, memento mori, c est la vie, cest la vie, que sera sera, que sera, abracadabra, abra cadabra, abrakadabra, абракадабра, αμπρα καταμπρα, hocus pocus, hokus pokus, hokuszpokusz,
  csiribu csiriba, csiribi csiriba, open sesame, hasta la vista, hasta la vista baby, tik tok, hip hop, coca cola, pepsi cola, burger king, star wars, game over, not found, page not found, file not found, no signal, yin yang,
  haraka haraka, pole pole, boda boda, mama mboga, bwana mkubwa, mtoto wa mama, mwana mpotevu, mganga wa kienyeji, mtu mzima, mtu mwema, mtu wa watu, raia mwema, jini kabula, matatu driver, bora uzima, yabba dabba doo, bibbidi bobbidi boo, hakuna shida, hakuna noma, sim sala bim, simsalabim, крибле крабле бумс, сим сала бим, ахалай махалай, сезам откройся, на деревню дедушке, κουτσα στραβα, αμπε μπα μπλομ, rock and roll, rock n roll, status quo,
  na und, cash now, scheiß egal, scheiss egal, scheißegal, scheissegal, hu de jo, mjinga sana, mjinga wewe,
  твоя мама, твоя мать, мама твоя, мать твоя, mama yako, deine mutter, deine mudda, deine mama, η μάνα σου, η μαμά σου, i mana sou, քո մաման, az anyád, sening onang,
  la la, la la la, la la la la, kuku kuku, ku ku ku, ку ку, ку ку ку, tra la la, тра ля ля, ля ля, ля ля ля, τρα λα λα, λα λα λα`);

/** What answers when it is called, as nobody else of two such names does; and what it is called by. */
export const ASSISTANTS: ReadonlySet<string> = wordSet(`siri, alexa, cortana, bixby, google, сири, алекса, гугл`);
export const CALLS: ReadonlySet<string> = wordSet(`hey, ok, okay, hi, hello, эй, окей, привет`);

/** Said alone, these are chatter too; of the others one may be somebody's name (Ha, Hi, Bla). */
export const CHATTER_ALONE: ReadonlySet<string> = wordSet(`
  hmm, hmmm, hmmmm, nope, yup, ugh, argh, pff, pfff, хм, хмм, хммм, χμ, χμμ, χμμμ, հմմ, bla, blah, blabla, lol, lmao, rofl, haha, hahaha, hehe, blablabla, ok, okay, yes, wtf, omg, hello, χαχα, χαχαχα,
  μπλα, бла, хаха, хахаха, лол, привет, tralala`);
