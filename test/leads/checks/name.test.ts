import fc from 'fast-check';
import { checkName } from '../../../server/modules/leads/checks/name';
import { decide } from '../../../server/modules/leads/rules';

const codes = (fullName: string): string[] => checkName({ fullName }).findings.map(({ code }) => code);

describe('real names pass, in any script and of any length', () => {
  test.each(
    `Ő|Őze Ő|Tóth Őrs|Nagy-Kovács Ildikó|Sz. Nagy Éva|Ψχος Ί|Γιώργος Παπαδόπουλος|Παναγιώτης Μπέης|Ευστρατία|
     Մարիամ Հովհաննիսյան|Լևոն Տեր-Գրիգորյան|Mkrtich Mkrtchyan|Mkrtch|Мирзиёева Ўғилой|Ҳамида Қодирова|ШЎХРАТ|
     Oʻgʻil Gʻulomov|O'g'il G'ulomov|Oʼtkir|Baraka Mwangi|Wanjikũ wa Ng'ang'a|Njeri Ndung'u|Mbwana Juma|Mzee Mpya|
     Were Odhiambo|Ng Li|Nguyen Ng|I O|Ai|Uy|Trew|Wert|Perry|Power|Krk Smrž|Hrdlbž|Schwarz|Jürgen von der Lühe|
     Asdis Jónsdóttir|Sásdi Péter|Szczepkowski|María José|D'Angelo|John Smith III|Bob Smith 3rd|Anna Иванова|
     Test Anna|Amina Test|Ronald McDonald Jr|MariaDelCarmen Lopez|DeAndre MacKenzie|LaToya O'Neal|Michael Jordan|
     Kovács János|Robert Robertson|John Johnson|Giorgos Giorgakis|Γιώργος Δοκιμή|Max Muster|Joe Black|Donald Odhiambo|
     Mickey Rooney|Donald Tusk|Homer Smith|Harry Porter|Гарри Портер|John Trump|Trump Mwangi|Jack Mouse|Юлия Путина|
     Владимир Иванов|Péter Pár|Mikulás Péter|Nagy Pál|Kiss Blanka|Βασίλης Άγας|Dick Cheney|Fanny Price|Pula Moeng|
     Alistair Cockburn|Kurva Péter|Arben Geci|Huy Nguyen|Kuma Nina|Hell Gábor|Li Na|Jina Kim|Sina Azadi|Siri Larsen|
     Peter Noone|Demo Hoxha|Zack Test|Malcolm X|Ali Ali|Were Were|Ha Hi|Seven Jones|Tretter Anna|Asad Fadas|Akyerεko|
     Naw Oo Oo|Moulin Bébé|
     A. Geci|Geci Arben|Arben Geci|Eva Piña|Piña, Eva|Éva Kiss|Kurva Péter|Dick Head Jr Smith|
     Will Call|Will Tell|May Call|J. Guest|A. Kunde|Gast Peter|Kunde Anna|Tom Message|
     Kerem Aktas|Adom Mensah|Asante Kofi|Rahmat Aliyev|Frank Messenger|Messenger|
     Acha Mwangi|Phone Myint|Never Ndlovu|My Do|Do Thi My|An Ngo|Lassen Ole|Will Ruf|
     Dr No|Mr No|Don|Bibi|Mzee|Herr Peter|Sir Ahmed|Miss Wanjiru|
     Smrž Krk|Azer Aliyev|Wertz Anna|Karl Wertz|Mhmd Ali|PVNS Rao|Alexa Smith|Siri Hansen|Kuku Wanjiku|La Toya|Merci Achieng|Junior Mushi|Jr. Mushi|Ku Ku|Joe Kuku|Bei Li|Happy Day|Merry Day|Joy Christmas|
     Ramadan Mubarak|Krismasi Juma|Omad|Boldog Anna|Buek|Ara|Ἄρα|Danke Meyer|Preis|Foo Wei|Kuma Maker|Κώστας Πούτος|Twm|Mikola|Polikoff|
     Guess Anna|A. Call|Call A.|Kuma A.|Apple Martin|Meta Fischer|Ring Anna|Nice Person|
     Szar Anna Maria Kowalska|Ne Win|No Li|Hagy Anna|Stop Ilija Stojan|Xu Y|Sika Y.|Bu Zi|
     Barom Ali|Mi Hamar|Ndugu|Mehmon|Mehmon Karimov|Mbwa Kali|
     Jambo Hassan|Habari Juma|Salom Karimov|Maria Sales|Elihu Root|Admin Yusuf|Info Karimov|Fake Anna|Kamu|Hamis|
     Faraja|Faraja Baraka|Zawadi|Zawadi Juma|Tumaini|Tuombe|Furaha|Bima Sakti|Pesa|Kazi|Riziki|Loan Nguyen|Loan Price|
     Best|Need|My Need|A. Want|George Best|Johnny Cash|Eddie Money|Free Anna|Win Htut|Gift Phiri|Jo Good|Jo Morgen|
     Salam Jan|Hi Tong|Mambo|Mambo Juma|Karibu|Moin|Chef Boss|Peter Boss|Team|Kerek Ferenc|Kell Anna|Max Haus|Will Preis|
     Suche Peter|Θάνος|Βάσω|Καλυψώ|Kerak|Arzon|Tez|John and Mary Smith|Can Yilmaz|Mary from Nairobi|
     Malakia Faleolo|Kuma Nina|Τσούλα Μαρία|Poutsis Nikos|Ebany Smith|Huso Husić|Gandon James|Nani Roma|Falon Price|Egal|Charles Cash|
     Kipchoge Eliud Rono|Friedrich Merzbacher|Смит|Тимс|Смит Анна|Mike Tade|Tade Olufemi|K. A.|N. Kovács|Niemand Peter|Carlson|Feck Anna|
     Ջեմմա Ֆալյան|Nagy Imre|Will Smith|Kittel Anna|
     Sita Client|Kek Galabru|Oo Ee|Pócs Éva|Kis Pócs|Jina Langu Kamau|
     Otto von und zu Stein|J. R. R. Tolkien|Buzzi|Anna*|Gandalf Peter|Montana Hannah Jones|
     Jennifer 8. Lee|Tan Ah Kow @ Chen|TAN AH KOW @ DAVID TAN|Ali @ Abu bin Bakar|Kumar @ Ravi a/l Suppiah|Picasso|Paloma Picasso|
     Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad Ruiz y Picasso`
      .split('|')
      .map((name) => name.trim()),
  )('%s', (name) => {
    expect(codes(name)).toEqual([]);
  });

  test('given and family name are joined, either may be missing, spaces are tidied', () => {
    expect(checkName({ givenName: 'Őrs', familyName: ' Tóth ' }).name).toBe('Őrs Tóth');
    expect(checkName({ familyName: 'Tóth' })).toEqual({ name: 'Tóth', findings: [] });
    expect(checkName({ fullName: ' Amina\u00a0 Odhiambo ' }).name).toBe('Amina Odhiambo');
  });

  test('one or two words of one script, drawn from names of the market, never give a signal', () => {
    const words = [
      'Amina',
      'Wanjikũ',
      'Őrs',
      'Kovács',
      'Γιώργος',
      'Ελένη',
      'Մարիամ',
      'Արամ',
      'Gʻulom',
      'Ўткир',
      'Zsófia',
      'Ö',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom(...words), (a, b) => {
        expect(codes(`${a} ${b}`)).toEqual([]);
      }),
    );
  });

  test('no text makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => Array.isArray(codes(text))));
  });
});

describe('what is no name says so', () => {
  test.each([
    ['', 'NAME_EMPTY'],
    ['n/a', 'NAME_NOT_GIVEN'],
    ['н/д', 'NAME_NOT_GIVEN'],
    ['k.A.', 'NAME_NOT_GIVEN'],
    ['Ism Familya', 'NAME_NOT_GIVEN'],
    ['Anun Azganun', 'NAME_NOT_GIVEN'],
    ['Όνομα Επίθετο', 'NAME_NOT_GIVEN'],
    ['No Name', 'NAME_NOT_GIVEN'],
    ['Ανώνυμος', 'NAME_NOT_GIVEN'],
    ['Unknown Unknown', 'NAME_NOT_GIVEN'],
    ['N.A.', 'NAME_NOT_GIVEN'],
    ['nincs', 'NAME_NOT_GIVEN'],
    ['sijui', 'NAME_NOT_GIVEN'],
    ['δεν έχω', 'NAME_NOT_GIVEN'],
    ['hech kim', 'NAME_NOT_GIVEN'],
    ["Ism yo'q", 'NAME_NOT_GIVEN'],
    ['անուն չկա', 'NAME_NOT_GIVEN'],
    ['ոչ ոք', 'NAME_NOT_GIVEN'],
    ['12345', 'NAME_NO_LETTERS'],
    ['★★★', 'NAME_NO_LETTERS'],
    ['http://buy.example', 'NAME_LINK'],
    ['=SUM Neil', 'NAME_FORMULA'],
    ['+cmd|x', 'NAME_FORMULA'],
    ['njeri@mail.co.ke', 'NAME_IS_CONTACT'],
    ['+254 722 318906', 'NAME_IS_CONTACT'],
    ['Anna Kiss @ Freemail', 'NAME_IS_CONTACT'],
    ['maria @ home', 'NAME_IS_CONTACT'],
    ['call me @ work', 'NAME_IS_CONTACT'],
    ['Tan @ Chen @ Lim', 'NAME_IS_CONTACT'],
    ['Anna2', 'NAME_DIGITS'],
    ['Kossuth 8. Szeged', 'NAME_DIGITS'],
    ['Jennifer 88. Lee', 'NAME_DIGITS'],
    ['Jennifer Lee 8.', 'NAME_DIGITS'],
    ['a'.repeat(101), 'NAME_TOO_LONG'],
    [`Anna ${'van der Lange '.repeat(20)}Kiss`, 'NAME_TOO_LONG'],
    [`I am Anna and ${'would like to know what a new kitchen costs '.repeat(2)}`, 'NAME_TOO_LONG'],
    ['asdf', 'NAME_KEYBOARD_RUN'],
    ['Qwerty Uiop', 'NAME_KEYBOARD_RUN'],
    ['poiuyt', 'NAME_KEYBOARD_RUN'],
    ['asdasdasd', 'NAME_KEYBOARD_RUN'],
    ['asd', 'NAME_KEYBOARD_RUN'],
    ['asd asd', 'NAME_KEYBOARD_RUN'],
    ['sadasd', 'NAME_KEYBOARD_RUN'],
    ['qwe rty', 'NAME_KEYBOARD_RUN'],
    ['abc abc', 'NAME_KEYBOARD_RUN'],
    ['abcdef', 'NAME_KEYBOARD_RUN'],
    ['fgdfgd hfghfg', 'NAME_KEYBOARD_RUN'],
    ['йцуке', 'NAME_KEYBOARD_RUN'],
    ['фыва', 'NAME_KEYBOARD_RUN'],
    ['ασδφγ', 'NAME_KEYBOARD_RUN'],
    ['aaaa', 'NAME_REPEATED'],
    ['ХХХ', 'NAME_REPEATED'],
    ['aaa bbb', 'NAME_REPEATED'],
    ['sdkfjht', 'NAME_GIBBERISH'],
    ['fKdJhQwLpZ', 'NAME_GENERATED'],
    ['Robert RobertNom', 'NAME_GENERATED'],
    ['JamesTup JamesTup', 'NAME_GENERATED'],
    ['Fulani wa Fulani', 'NAME_JOKE'],
    ['Diamond Platnumz', 'NAME_JOKE'],
    ['Μητσοτάκης Κυριάκος', 'NAME_JOKE'],
    ['Նիկոլ Փաշինյան', 'NAME_JOKE'],
    ['Falonchi Pistonchi', 'NAME_JOKE'],
    ['Orbán Viktor', 'NAME_JOKE'],
    ['Jack Sparrow', 'NAME_JOKE'],
    ['Mr Mickey Mouse', 'NAME_JOKE'],
    ['Donald D. Duck', 'NAME_JOKE'],
    ['Donald J. Trump', 'NAME_JOKE'],
    ['Homer J Simpson', 'NAME_JOKE'],
    ['mickeymouse', 'NAME_JOKE'],
    ['MouseMickey', 'NAME_JOKE'],
    ['Mickey Maus', 'NAME_JOKE'],
    ['Κος Μίκι Μάους', 'NAME_JOKE'],
    ['Дональд Дак', 'NAME_JOKE'],
    ['Դոնալդ Դաք', 'NAME_JOKE'],
    ['Դոնալդ Տրամպ', 'NAME_JOKE'],
    ['Ντόναλντ Τραμπ', 'NAME_JOKE'],
    ['Բարաք Օբամա', 'NAME_JOKE'],
    ['Վլադիմիր Պուտին', 'NAME_JOKE'],
    ['Илон Маск', 'NAME_JOKE'],
    ['Άη Βασίλης', 'NAME_JOKE'],
    ['Mikulás', 'NAME_JOKE'],
    ['Télapó', 'NAME_JOKE'],
    ['Baba Krismasi', 'NAME_JOKE'],
    ['Kukor Ica', 'NAME_JOKE'],
    ['Test Testsson', 'NAME_JOKE'],
    ['fuck you', 'NAME_ABUSE'],
    ['f u c k', 'NAME_ABUSE'],
    ['Kuma Mamako', 'NAME_ABUSE'],
    ['Μαλάκας', 'NAME_ABUSE'],
    ['kurva anyád', 'NAME_ABUSE'],
    ['geci', 'NAME_ABUSE'],
    ['Сука Блядь', 'NAME_ABUSE'],
    ['Բոզի տղա', 'NAME_ABUSE'],
    ['onangni', 'NAME_ABUSE'],
    ['Null', 'NAME_PLACEHOLDER'],
    ['senki', 'NAME_PLACEHOLDER'],
    ['X X', 'NAME_PLACEHOLDER'],
    ['Próba Péter', 'NAME_PLACEHOLDER'],
    ['demo demo', 'NAME_PLACEHOLDER'],
    ['bla bla', 'NAME_PLACEHOLDER'],
    ['ha ha ha', 'NAME_PLACEHOLDER'],
    ['One Two Three', 'NAME_PLACEHOLDER'],
    ['Moja Mbili Tatu', 'NAME_PLACEHOLDER'],
    ['Ένα Δύο Τρία', 'NAME_PLACEHOLDER'],
    ['egy kettő', 'NAME_PLACEHOLDER'],
    ['bir ikki', 'NAME_PLACEHOLDER'],
    ['մեկ երկու', 'NAME_PLACEHOLDER'],
    ['один два', 'NAME_PLACEHOLDER'],
    ['Mickey Mouse', 'NAME_JOKE'],
    ['Mouse, Mickey', 'NAME_JOKE'],
    ['Μίκυ Μάους', 'NAME_JOKE'],
    ['Василий Пупкин', 'NAME_JOKE'],
    ['Teszt Elek', 'NAME_JOKE'],
    ['Аlex', 'NAME_SCRIPT_MIX'],
    ['Aννα Παππά', 'NAME_SCRIPT_MIX'],
    ['Kamau Holdings Ltd', 'NAME_COMPANY'],
    ['test', 'NAME_PLACEHOLDER'],
    ['Τεστ', 'NAME_PLACEHOLDER'],
    ['Тест Тест', 'TEST_LEAD'],
    ['Jaribio Jaribio', 'TEST_LEAD'],
    ['demo user', 'TEST_LEAD'],
    ['Test Lead: dummy data for full_name', 'TEST_LEAD'],
  ])('%s gives %s', (name, code) => {
    expect(codes(name)).toEqual([code]);
  });
});

test('marks or digits alone wait for a person like words that say there is none', () => {
  for (const name of ['-', '—', '123', '...', 'N/A'])
    expect(decide(checkName({ fullName: name }).findings)).toBe('QUARANTINED');
});

test('a doubtful name alone never refuses a lead', () => {
  for (const name of ['Null', 'Test', 'Donald J. Trump', 'Μαλάκας', 'Moja Mbili', 'Mikulás']) {
    expect(decide(checkName({ fullName: name }).findings)).toBe('QUARANTINED');
  }
});

test('a trial’s word alone is a trial where the e-mail is one too', () => {
  const found = (email: string) => checkName({ fullName: 'Test' }, null, email).findings.map(({ code }) => code);
  for (const email of ['test@mail.example', 'TEST1@gmail.com', 'test.user@firm.co.ke', 'test_lead2@web.de'])
    expect([email, found(email)]).toEqual([email, ['TEST_LEAD']]);
  for (const email of ['anna.test@gmail.com', 'kamau@firm.co.ke', 'user@firm.co.ke', 'none'])
    expect([email, found(email)]).toEqual([email, ['NAME_PLACEHOLDER']]);
});

test('messages, titles, users and abuse wait for a person in every language of the market', () => {
  const messages = `wrong number|STOP|go away|leave me alone|please call|Call me|
     Mr|Facebook User|STOP calling|Πελάτης Α|nem mondom meg|
     Do not call|don't call me|
     Call me back later|Mr & Mrs|Mr. Unknown|Usipige simu|acha kupiga|wrong namba|
     sio namba yangu|nipigie baadaye|Λάθος νούμερο|μη με καλείτε|Μην ξανακαλέσετε|πάρτε με τηλέφωνο|
     Άσε με ήσυχο|δεν ενδιαφέρομαι|Χρήστης Facebook|սխալ համար|Մի՛ զանգեք|ինձ մի՛ զանգահարեք|
     Խնդրում եմ զանգեք|Հաճախորդ 1|Մի զանգե՛ք|noto'g'ri raqam|Menga qo'ng'iroq qiling|bezovta qilmang|
     нотўғри рақам|қўнғироқ қилманг|Mijoz|не звоните|Позвоните мне|Ошиблись номером|
     неправильный номер|Пользователь Facebook|Клиент А|не звоните сюда больше|Оставьте меня в покое|ne zvonite|
     ne hívjon többet|Téves szám|rossz szám|hagyj békén|hagyjatok békén|Kérem hívjon vissza|
     Ügyfél 2|Felhasználó|bitte anrufen|nicht anrufen|falsche Nummer|kein Interesse|
     lass mich in Ruhe|Facebook Nutzer|New Customer|Deleted User|Herr|κα|
     Стоп|господин|No thanks|Thank you|Phone number|
     Client A`;
  for (const name of messages.split('|').map((each) => each.trim()))
    expect([name, codes(name)]).toEqual([name, ['NAME_PLACEHOLDER']]);
  for (const name of ['Dick Head', 'Fasz Kálmán', 'Geci Béla', 'Kálmán Fasz', 'Pina Éva', 'Szar István', 'Идиот Иван'])
    expect([name, codes(name)]).toEqual([name, ['NAME_ABUSE']]);
  expect(codes('A. Test')).toEqual(['NAME_PLACEHOLDER']);
  expect(codes('Nem mondom')).toEqual(['NAME_NOT_GIVEN']);
});

describe('who wishes, offers, greets or tells a post, a label or a false name gives none, in every language of the market', () => {
  test.each([
    `I want a loan|need a loan|Looking for a job|I would like more information|How much is it|personal loan|
     naomba mkopo|Nahitaji pesa|tunaomba msaada|nisaidie pesa|mkopo wa gari|θέλω δάνειο|Χρειάζομαι χρήματα|
     Θα ήθελα πληροφορίες|ενδιαφερόμαστε για σπίτι|վարկ եմ ուզում|Վարկ պետք է|kredit kerak|Menga pul kerak|
     uy sotib olmoqchiman|ish qidiryapman|менга кредит керак|нужен кредит|Хочу взять кредит|ищу работу|быстрые деньги|
     kölcsönt szeretnék|pénz kell|autót vennék|Munkát keresek|ich will Kredit|brauche Geld|Ich möchte einen Kredit`,
    `Interested in solar|bei gani|πόσο κάνει|narxi qancha|сколько стоит|mennyibe kerül|was kostet das|Hellooo|Office|
     Buy now|cheap viagra|win iphone|Free Money|Click here|make money online|best price|Geld verdienen|ingyen pénz|
     δωρεάν χρήματα|бесплатно онлайн деньги`,
    `Admin|Administrator|Webmaster|root|Manager|Info|Sales|Sales Manager|Customer Service|Администратор сайта|Διαχειριστής|
     ügyintéző|rendszergazda|Geschäftsführer|Meneja|ադմին`,
    `Hallo|Γεια σας|Salom|Assalomu alaykum|Habari|Jambo|Hi there|Habari za asubuhi|Καλημέρα|Բարև Ձեզ|Ассалому алайкум|
     Здравствуйте|Добрый день|Sziasztok|Jó napot kívánok|Guten Morgen|Dear Sir`,
    `Merry Christmas|Happy New Year 2027|Season's Greetings|Best regards|Thank you very much|God bless you|what price|
     Krismasi njema|Heri ya mwaka mpya|Ahsante sana|Mungu akubariki|Shilingi ngapi|Kwaheri|Χρόνια πολλά|Καλά Χριστούγεννα|
     Ευχαριστώ πολύ|Με εκτίμηση|Πόσο έχει|Τι τιμή|xronia polla|Շնորհավոր Նոր տարի|Շնորհակալություն|Հարգանքներով|
     Ինչքա՞ն է|shnorhakalutyun|Yangi yil muborak|Katta rahmat|Hurmat bilan|Necha pul|Янги йил муборак|Неча пул|
     Boldog karácsonyt|Boldog új évet kívánok|Köszönöm szépen|Üdvözlettel|Mi az ára|С Новым годом|Большое спасибо|
     С уважением|До свидания|Какая цена|Почём|Frohe Weihnachten|Vielen Dank|Mit freundlichen Grüßen|Wie teuer|Wieviel kostet das`,
    `Robert'); DROP TABLE Students;--|' OR 1=1 --|SELECT * FROM leads|<b>Anna</b>`,
    `Fake|False Name|ψεύτικο όνομα|фейк|soxta ism|jina bandia|hamis név|falscher Name|Kunde|A*** K***`,
  ])('%s', (names) => {
    for (const name of names.split('|').map((each) => each.trim()))
      expect([name, codes(name), decide(checkName({ fullName: name }).findings)]).toEqual([
        name,
        ['NAME_PLACEHOLDER'],
        'QUARANTINED',
      ]);
  });

  test('the label of a field says that none was given', () => {
    for (const name of [
      'First Last',
      'Vorname Nachname',
      'keine Angabe',
      'Имя Отчество',
      'Vezetéknév Keresztnév',
      'Jina la kwanza',
      'Անուն Ազգանուն',
      'Исм Фамилия',
      'fname lname',
      'Lname',
    ])
      expect([name, codes(name)]).toEqual([name, ['NAME_NOT_GIVEN']]);
  });
});

test('abuse is seen through stars, signs, stretched and spaced letters', () => {
  for (const name of `fuk you|phuck|F*ck you|f**k|sh*t|a$$hole|b!tch|fuuuck|fuckkkk youuu|f.u.c.k you|х*й|п*здец|сууука|k*rva|μαλ*κας|μαλάααακα|Mat*ko|Kuma Make|Πούτσα|π*τσα|qaqem|fuk u|fak you|Poutana|Πουτάνα|Kutyafasza|Lófasz Jóska|Kurva anyád|Menj a picsába|Leck mich|Leck mich am Arsch|Verpiss Dich|Arschloch Meier|Bugger Off|Sod Off|Kiss my arse|Ai gamisou|Malaka eisai|Σκατά να φας|Idi nahuy|Poshel na huy|Иди в жопу|Bozi tgha|Shan txa|Onagar|Padarlanat|Mbwa wewe|Kuma la mama yako|Fala wewe|Kis Pöcs|Pöcs Péter`.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, ['NAME_ABUSE']]);
});

test('what fingers type along keys in any layout is no name, nor what cannot be spoken', () => {
  for (const name of 'qazwsx|qaz wsx|wsxedc|qweasd|asdqwe|azerty|wasd|йцуфыв|asdf ghjk|φγηξ|ασδφ|ςερτ|ρτυθ|ζχψω|ԱՍԴՖ|ասդֆ|զցգվ|քոեռ|վբնմ|вапр|цуке|фқвап|асдф|йцукенгшў|yxcv|jklö|tyui|ertzu'.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, ['NAME_KEYBOARD_RUN']]);
  for (const name of 'Bfhdk Xcvbq|Xcvbq Anna|Прстн Вгдж|Ψξκτν|Bcd Dfg Pst'.split('|'))
    expect([name, codes(name)]).toEqual([name, ['NAME_GIBBERISH']]);
  for (const name of ['Xx Yy', 'Aa Bb', 'Мм Нн', 'Qq Ww Ee'])
    expect([name, codes(name)]).toEqual([name, ['NAME_REPEATED']]);
  expect(codes('foobar')).toEqual(['NAME_PLACEHOLDER']);
});

test('talk, calls and bare marks wait for a person, and each says what it is', () => {
  for (const [what, names] of [
    [
      'a saying, laughter or talk',
      'Hmm|Hmmm|Хм|Χμμ|Lol Kek|Лол Кек|La La|La La La|Kuku Kuku|Ку-ку|Your Mom|твоя мама|Deine Mutter|Joe Mama|Hakuna Matata|Хакуна Матата|Carpe Diem|Abra Cadabra',
    ],
    ['a call to a telephone that answers', 'Siri Alexa|Alexa Siri|Hey Siri|Ok Google|Окей Гугл'],
    [
      'a word that says there is none',
      'Τάδε|Δείνα|ο Τάδε|Κύριος Δείνα|Herr Niemand|Frau Niemand|Senki Bácsi|Valaki|Some Guy|So and So|Некто|Kimdir|Այսինչյան|Fulani|Mzee Fulani|N.N.|XY|Keine Ahnung|Weiß nicht|Nobody Nowhere|None Ya Business|Any Body|Sijui Mimi|Hapana Jina|Jina Hapana|Jina hakuna|Who is asking|Titok|Nem árulom el|Δεν το λέω|Գաղտնիք|Sitaki kutaja jina|Aytgim kelmaydi|Угадайте кто|Rate mal',
    ],
    [
      'a word for whoever writes it',
      "Me|Me Myself|Me, Myself & I|Just me|Mimi mwenyewe|Én magam|Εγώ|Ο εαυτός μου|Ես ինքս|Men o'zim|Это я|Сам себе|Ich selbst",
    ],
    ['a word for any user or customer', 'User One|Client Two|Customer 3|Клиент Один|Mteja Moja'],
    ['a title alone', 'Jr|Jr.|Sr|Mr Jr|ifj.|мл.|PhD'],
    [
      'a trial entry',
      'Just a test|Nur ein Test|Csak egy teszt|Bu test|Проверка связи|Սա թեստ է|Foo Bar|foo bar baz|Bar Foo|foobar|Lorem Ipsum|Test Testyan|Test Testakis|Тест Тестенко|Τεστ Τεστάκης|Թեստ Թեստյան|Testy Testerson|Fake Fakeson|Fake McFakeface|Sinov Sinovov|Փորձ Փորձյան|Petra Mustermann',
    ],
  ] as const)
    for (const name of names.split('|'))
      expect([name, checkName({ fullName: name }).findings.map(({ evidence }) => evidence)]).toEqual([
        name,
        [`In the place of the name stands no name but ${what}.`],
      ]);
});

test('thanks that somebody is called by are only noted, and only alone', () => {
  for (const name of ['Asante', 'Rahmat', 'Raxmat', 'Merci', 'Shukrani', 'Kösz', 'Gracias', 'Рахмат']) {
    expect([name, codes(name)]).toEqual([name, ['NAME_COURTESY']]);
    expect(decide(checkName({ fullName: name }).findings)).toBe('ACCEPTED');
  }
});

test('words for oneself and sayings are names where they stand beside one', () => {
  for (const name of 'Mimi|Mimi Kamau|Ego Eze|Men Aleksandr|Me Nan|Magam Péter|Matata Juma|Too Kiprono|Es Saadi'.split(
    '|',
  ))
    expect([name, codes(name)]).toEqual([name, []]);
});
