/** Names, places and remarks as people of a language write them, and the single-byte encodings they still send. */
export interface LanguageSample {
  language: string;
  pages: string[];
  rows: string[][];
}

const sample = (language: string, pages: string, text: string): LanguageSample => ({
  language,
  pages: pages.split(' '),
  rows: text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' / ')),
});

export const languageSamples: LanguageSample[] = [
  sample(
    'Greek',
    'windows-1253 iso-8859-7 cp737 cp869 mac-greek',
    `Άννα Παπαδοπούλου / Αθήνα / θέλω προσφορά
     Γιώργος Άγγελος / Άρτα / το απόγευμα
     ΝΙΚΟΛΑΟΣ ΓΕΩΡΓΙΟΥ / Θεσσαλονίκη / παρακαλώ τηλέφωνο
     Όλγα Μαϊντά / Ηράκλειο / ασφάλεια αυτοκινήτου
     Ίρις Ξένου / Ρόδος / όχι σήμερα`,
  ),
  sample(
    'Hungarian',
    'windows-1250 iso-8859-2 cp852 mac-latin2',
    `Győző Szűcs / Győr / hívjon délután
     Ágnes Fűzfői / Székesfehérvár / ajánlatot kérek
     Őry Gergő / Hódmezővásárhely / sürgős
     Tünde Kovács / Pécs / köszönöm`,
  ),
  sample(
    'Czech',
    'windows-1250 iso-8859-2 cp852',
    `Jiří Dvořák / Plzeň / zavolejte odpoledne
     Šárka Žižková / Ústí nad Labem / mám zájem o půjčku
     Růžena Šťastná / České Budějovice / děkuji`,
  ),
  sample(
    'Polish',
    'windows-1250 iso-8859-2 iso-8859-16 cp852',
    `Łukasz Wójcik / Łódź / proszę dzwonić po południu
     Małgorzata Jabłońska / Częstochowa / kredyt na dom
     Świętosława Żak / Gdańsk / dziękuję`,
  ),
  sample(
    'German',
    'windows-1252 iso-8859-15 cp850 cp437 macintosh',
    `Jürgen Müller / München / Rückruf am Nachmittag
     Käthe Groß / Gießen / schöne Grüße
     Björn Schäfer / Köln / für zwei Autos`,
  ),
  sample(
    'German with quotation marks and a euro sign',
    'windows-1252',
    `Jürgen Müller / München / bitte „schnell“ – 50 €
     Käthe Weiß / Würzburg / Größe 5`,
  ),
  sample(
    'French',
    'windows-1252 iso-8859-15 macintosh',
    `François Lefèvre / Besançon / rappelez après midi
     Hélène Lemaître / Nîmes / prêt à taux zéro
     Noël Côté / Évry / ça presse`,
  ),
  sample(
    'Spanish',
    'windows-1252 iso-8859-15 macintosh',
    `Íñigo Muñoz / Málaga / ¿cuánto cuesta?
     Begoña Ibáñez / A Coruña / llamar mañana
     Ángel Núñez / León / ¡urgente!`,
  ),
  sample(
    'Turkish',
    'windows-1254 iso-8859-9 cp857 mac-turkish',
    `Ayşe Yılmaz / İstanbul / öğleden sonra arayın
     Gökhan Şahin / Muğla / kredi istiyorum
     İbrahim Çelik / Şanlıurfa / çok acil`,
  ),
  sample(
    'Russian',
    'windows-1251 koi8-r cp866 iso-8859-5 mac-cyrillic cp855',
    `Алексей Щербаков / Москва / перезвоните вечером
     Юлия Воробьёва / Ташкент / хочу кредит на жильё
     ИВАН ПЕТРОВ / Ереван / срочно`,
  ),
  sample(
    'Ukrainian',
    'windows-1251 koi8-u',
    `Наталія Їжак / Київ / зателефонуйте ввечері
     Євген Шевченко / Запоріжжя / хочу позику на житло`,
  ),
  sample(
    'Lithuanian',
    'windows-1257 iso-8859-13 iso-8859-4 cp775',
    `Žydrūnas Gražulis / Šiauliai / paskambinkite vakare
     Jūratė Čepaitė / Panevėžys / reikia paskolos būstui
     Eglė Žukauskienė / Kėdainiai / ačiū`,
  ),
  sample(
    'Latvian',
    'windows-1257 iso-8859-13 iso-8859-4 cp775',
    `Jānis Bērziņš / Rēzekne / lūdzu zvaniet
     Kristīne Kļaviņa / Jēkabpils / apdrošināšana
     Ģirts Šķēle / Jūrmala / paldies`,
  ),
  sample(
    'Croatian',
    'windows-1250 iso-8859-2 cp852 mac-croatian',
    `Željko Šarić / Šibenik / nazovite popodne
     Đurđica Čović / Požega / trebam osiguranje
     Krešimir Kovačić / Čakovec / hvala`,
  ),
  sample(
    'Danish',
    'windows-1252 cp850 cp865',
    `Søren Kjær / Århus / ring i morgen
     Bjørn Højgaard / Ålborg / på hverdage
     Åse Sørensen / Rødovre / tak`,
  ),
  sample(
    'Uzbek in Cyrillic',
    'windows-1251',
    `Ўткир Каримов / Тошкент / кредит керак
     Гулнора Ўринова / Самарканд / эртага телефон килинг`,
  ),
  sample(
    'Uzbek in Latin letters with typographic apostrophes',
    'windows-1252',
    `O‘tkir Yo‘ldoshev / Qo‘qon / kredit kerak
     Gulnora G‘ulomova / Farg‘ona / ma’lumot bering`,
  ),
  sample(
    'English with French and Spanish names',
    'windows-1252 macintosh',
    `Zoë Brontë / London / call me please
     Renée Smith / San José / price in £20
     Anne Peña / New York / tomorrow`,
  ),
];
