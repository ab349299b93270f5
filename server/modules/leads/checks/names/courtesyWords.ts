import { wordSet } from './wordSet';

/**
 * What people say at the end of a letter, for thanks, at feasts, and what they ask for a price by, in the languages of the
 * market: nobody is called so. Compared as words that stand together. Left out is what somebody is called alone: Merci,
 * Asante, Rahmat, Shukrani, Omad, Kösz, Ramadan Mubarak.
 */
export const COURTESIES: ReadonlySet<string> = wordSet(`
  thank you, thankyou, thanx, thx, thanks a lot, thanks so much, thanks in advance, thanks again, many thanks, with thanks, best regards, kind regards, kindest regards,
  warm regards, warmest regards, regards, yours sincerely, sincerely yours, yours faithfully, yours truly, sincerely, best wishes, all the best, merry christmas, merry xmas,
  happy christmas, happy xmas, happy new year, happy newyear, happy easter, happy birthday, happy holidays, happy holiday, happy anniversary, happy diwali, happy eid, happy ramadan,
  happy valentines, happy thanksgiving, happy halloween, happy weekend, happy hanukkah, seasons greetings, season greetings, seasonal greetings, compliments of the season, eid mubarak, god bless, good luck,
  good bye, goodbye, bye bye, byebye, see you, see ya, take care, have a nice day, have a good day, have a great day, have a nice weekend, nice day, congratulations, congrats, well done,
  cheers mate, stay safe, stay blessed, much appreciated, what price, whats the price, what s the price, price please, the price, your price, any price, last price, price list, cost please, how expensive, what cost, how many,
  asante sana, ahsante, asanteni, ahsanteni, shukrani sana, shukrani nyingi, shukrani za dhati, nashukuru, tunashukuru, nakushukuru, kwaheri, kwa heri, kwaherini, tutaonana, mungu akubariki, mungu awabariki,
  mungu ibariki, ubarikiwe, mubarikiwe, krismasi njema, heri ya krismasi, heri ya christmas, noeli njema, heri ya noeli, mwaka mpya, heri ya mwaka, heri za mwaka, heri ya pasaka, pasaka njema, eid njema, idi njema, idd njema, heri ya kuzaliwa,
  siku njema, usiku mwema, lala salama, jioni njema, mchana mwema, wikendi njema, karibu tena, hongera, hongereni, shilingi ngapi, kiasi gani, bei yake, bei ni ngapi, bei ngapi, ngapi, pesa ngapi, shingapi, sh ngapi,
  bei tafadhali, gharama gani, inagharimu,
  ευχαριστώ, ευχαριστούμε, ευχαριστίες, χρόνια πολλά, καλά χριστούγεννα, καλές γιορτές, καλή χρονιά, καλό πάσχα, καλή ανάσταση, χριστός ανέστη, αληθώς ανέστη, ευτυχισμένο το νέο έτος, ευτυχισμένος ο καινούργιος χρόνος, καλό μήνα,
  καλή εβδομάδα, καλό σαββατοκύριακο, με εκτίμηση, με σεβασμό, φιλικά, χαιρετισμούς, χαιρετίσματα, αντίο, τα λέμε, εις το επανιδείν, συγχαρητήρια, καλή τύχη, καλή επιτυχία, να είστε καλά, να σαι καλά, τι κάνεις, τι κάνετε, πόσο, πόσα λεφτά,
  πόσα θέλει, τι τιμή, τι κοστίζει, ποια τιμή, ποια η τιμή, ποια είναι η τιμή, τιμή παρακαλώ, efxaristo, efharisto, euxaristo, eucharisto, efcharisto, xronia polla, hronia polla, chronia polla, kala xristougenna, kala hristougenna, kali xronia, kalo pasxa, kalo pascha,
  xristos anesti, poso kanei, poso exei, poso kostizei, ti timi, ti kaneis, ti kanete, me ektimisi, filika,
  շնորհակալություն, շնորհակալ, մերսի, շնորհավոր, շնորհավորում, սուրբ ծնունդ, նոր տարի, քրիստոս հարյավ, քրիստոս ծնավ, հարգանքներով, հարգանքով, ցտեսություն, հաջողություն, հաջող, բարի գիշեր, կտեսնվենք, ինչքան, ինչքա, ինչ գին, գինը, գինն,
  ինչ արժի, որքան, shnorhakalutyun, shnorhakalutun, shnorhakal, merci shat, shat merci, shnorhavor, snorhavor, inch arje, inch arji, inchqan, tstesutyun,
  katta rahmat, katta raxmat, rahmat sizga, raxmat sizga, rahmat kattakon, raxmat kattakon, tashakkur, hurmat bilan, xayr, korishguncha, xayrli tun, yangi yil, yangi yilingiz, hayit muborak, hayitingiz muborak, ramazon muborak, navroz muborak, navruz muborak,
  bayramingiz bilan, bayram muborak, bayramingiz muborak, tugilgan kun, tugilgan kuningiz, tabriklayman, tabriklaymiz, omad tilayman, sog boling, salomat boling, necha pul, nechi pul, necha som, nechpul, nechapul, narxi, narxini, narxlari,
  рахмат сизга, катта рахмат, ташаккур, ҳурмат билан, хурмат билан, хайр, янги йил, янги йилингиз, ҳайит муборак, хайит муборак, наврўз муборак, навруз муборак, байрамингиз билан, байрам муборак, байрамингиз муборак, табриклайман, неча пул, нархи, нархини,
  köszönöm, köszönjük, köszi, köszike, üdvözlettel, tisztelettel, viszlát, viszontlátásra, viszont látásra, boldog karácsonyt, kellemes karácsonyt, áldott karácsonyt, békés karácsonyt, kellemes ünnepeket, boldog ünnepeket, áldott ünnepeket, boldog új évet, boldog újévet,
  kellemes húsvétot, kellemes húsvéti, boldog húsvétot, boldog születésnapot, boldog névnapot, boldog szülinapot, minden jót, további szép napot, szép estét, jó éjszakát, gratulálok, sok sikert, mi az ára, az ára, mennyi az, hány forint, mibe kerül, mennyiért,
  спасибо, благодарю, благодарим, с уважением, с наилучшими, до свидания, до встречи, всего доброго, всего хорошего, всего наилучшего, пока пока, с новым годом, с наступающим, с рождеством, с праздником, с праздниками, с пасхой, христос воскресе, воистину воскресе,
  с днем рождения, поздравляю, поздравляем, счастливого нового года, спокойной ночи, какая цена, цена, цену, почем, по чем, стоимость, прайс, spasibo, skolko stoit, skolko, kakaya cena, kakaya tsena, pochem, s uvazheniem, s uvajeniem, s novym godom, s novim godom,
  s rozhdestvom, do svidaniya, do svidania, blagodaryu,
  danke, dankeschön, dankesehr, vielen dank, besten dank, herzlichen dank, schönen dank, frohe weihnachten, fröhliche weihnachten, frohes fest, frohes neues, gutes neues jahr, frohe ostern, frohe festtage, schöne feiertage, guten rutsch, alles gute, alles liebe, herzlichen glückwunsch, glückwunsch,
  zum geburtstag, mit freundlichen grüßen, mit freundlichen grüssen, mit freundlichen gruessen, freundliche grüße, freundliche grüsse, viele grüße, viele grüsse, liebe grüße, liebe grüsse, beste grüße, beste grüsse, herzliche grüße, herzliche grüsse, schöne grüße, hochachtungsvoll, tschüss, tschüß,
  auf wiedersehen, auf wiederhören, bis bald, bis später, gute nacht, schönes wochenende, was kostet, wie viel, wieviel, wie teuer, welcher preis, preis bitte, wie hoch,
  merci beaucoup, joyeux noel, bonne annee, bonne journee, muchas gracias, feliz navidad, feliz año nuevo, grazie mille, buon natale, mutlu yıllar, iyi bayramlar, teşekkürler, teşekkür ederim`);

/** What stands beside them. */
export const BESIDE_COURTESIES: ReadonlySet<string> = wordSet(`
  you, very, much, so, a, lot, and, to, all, your, yours, the, of, family, everyone, friends, friend, dear, sir, madam, for, in, advance, happy, prosperous, new, year, us, we, wish, i, is, it, does, this, later, soon, with, from, god,
  sana, nyingi, na, kwa, ya, za, wote, nyote, mpya, mwema, njema, heri, mwaka, ni, hii, krismasi, baadaye, wewe, wako, yenu, mungu,
  πολύ, σας, σου, και, σε, όλους, το, νέο, έτος, για, την, τον, μου, κάνει, έχει, κοστίζει, στοιχίζει, πάει, αυτό, poly, poli, sas, sou,
  շատ, եմ, ենք, ձեզ, և, նոր, տարի, սուրբ, ծնունդ, է, արժե, արժի, ձեր, ջան, ինչքան, գինը, shat, nor, tari, arje,
  katta, sizga, bilan, muborak, bolsin, kattakon, va, yil, sizni, qancha, turadi, ayting, salomat, bu, катта, сизга, билан, муборак, бўлсин, булсин, қанча, канча, туради, ва,
  szépen, nagyon, önöknek, és, kívánok, mindenkinek, új, évet, ünnepeket, karácsonyt, kerül, ez, a, az, hu,
  вам, тебе, всем, за, и, вас, большое, огромное, очень, нового, года, годом, рождеством, наступающим, новым, это, у, стоит, какая, сколько, bolshoe, vam, eto,
  sehr, schön, ihnen, dir, euch, und, ein, gutes, neues, jahr, für, das, alle, im, voraus, wünsche, ich, bitte, es, kostet, mit, lieben, zum, geburtstag`);

/** Thanks that somebody is called by: noted where they stand alone. */
export const THANKS_OR_NAME: ReadonlySet<string> = wordSet(`
  asante, merci, mersi, мерси, rahmat, raxmat, рахмат, shukran, shukrani, шукран, kösz, gracias, grazie, obrigado, obrigada, arigato, teşekkür, sağol, efcharisto, spasiba, sagol`);
