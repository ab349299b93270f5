import { wordSet } from './wordSet';

/** Words of one language of which messages are made that people leave in the place of a name: STOP calling, ne hívjon. */
export interface MessageWords {
  /** Nobody is called so: a message alone too. */
  sure: ReadonlySet<string>;
  /** Somebody may be called so, or it says nothing alone: a message beside a further word of the language. */
  telling: ReadonlySet<string>;
  /** What stands beside these. */
  beside: ReadonlySet<string>;
}

const messageWords = (sure: string, telling: string, beside: string): MessageWords => ({
  sure: wordSet(sure),
  telling: wordSet(telling),
  beside: wordSet(`${beside}, whatsapp, viber, telegram, sms, email, mail, ok`),
});

export const MESSAGE_WORDS: readonly MessageWords[] = [
  messageWords(
    `please, pls, plz, stop, calling, unsubscribe, callme, callmeback, interested, spam, scam, donotcall, leavemealone`,
    `call, calls, called, leave, wrong, dont, text, texting, message, contact, contacting, remove, delete, disturb, disturbing,
    bother, bothering, number, telling, tell, saying, thanks, busy, bugging`,
    `me, my, us, the, this, that, a, it, is, not, no, never, to, go, get, off, out, do, i, am, im, you, your, again, now, back, only,
    on, for, in, at, by, after, before, alone, away, anymore, more, here, phone, mobile, name, list, person, just, want, need, later, thank,
    morning, afternoon, evening, today, tomorrow, wont, know, already, very`,
  ),
  messageWords(
    `usipige, msipige, nipigie, nipigieni, usinipigie, msinipigie, niacheni, usinisumbue, msinisumbue, kunisumbua, kunipigia,
    tafadhali, stop, please, calling`,
    `acha, acheni, niache, piga, kupiga, namba, nambari, sitaki, call, wrong, sumbua`,
    `simu, siyo, sio, si, yangu, yako, mimi, tu, sasa, baadaye, tena, hapana, mbaya, makosa, kosa, jina, na, ya, me, jioni, asubuhi, kesho, sms, message`,
  ),
  messageWords(
    `παρακαλω, καλεστε, καλεσε, καλειτε, καλεσετε, τηλεφωνηστε, τηλεφωνειτε, τηλεφωνησετε, σταματηστε, σταματα, αφηστε, αφησε, ενοχλειτε,
    ενοχλησετε, ξανακαλεσετε, ξαναπαρετε, ενδιαφερομαι, φυγε, φυγετε, parakalo, kaleste, tilefoniste, stop`,
    `παρτε, παρε, παιρνετε, λαθος, ασε, ασετε, ενδιαφερει, τηλεφωνο, νουμερο, αριθμος, lathos, noumero, arithmos`,
    `με, μη, μην, μου, σας, να, το, τον, την, στο, δεν, θα, εμενα, ξανα, ησυχο, ησυχη, ησυχια, κινητο, αργοτερα, πια, μονο, απο, μετα,
    τωρα, αυριο, ευχαριστω, οχι, me, mi, min, sto, tilefono, isyxo`,
  ),
  messageWords(
    `զանգեք, զանգիր, զանգել, զանգե, զանգահարեք, զանգահարել, չզանգել, չզանգեք, չզանգես, չզանգահարել, խնդրում, հետզանգ, zangeq, zangel, khndrum, stop`,
    `սխալ, թողեք, թող, անհանգստացնել, անհանգստացրեք, հետաքրքիր, համար, համարն, հեռախոս, sxal`,
    `ինձ, եմ, չեմ, ենք, է, էլ, չի, այլևս, մի, հանգիստ, անգամ, հետո, հիմա, վաղը, իմ, այս, ուզում, խոսել, mi, indz, hamar`,
  ),
  messageWords(
    `qongiroq, iltimos, bezovta, notogri, stop, қўнғироқ, қунғироқ, кунгирок, қонғироқ, илтимос, безовта, нотўғри, нотугри`,
    `qilmang, qilmanglar, qilma, telefon, raqam, raqami, xato, kerakmas, қилманг, қилма, килманг, рақам, ракам, хато, керакмас`,
    `meni, menga, mening, men, boshqa, tinch, qoying, qoy, keyin, hozir, yana, kerak, emas, bu, qiling, qil, bolmasin, tel, nomer, ertaga, yoq,
    мени, менга, менинг, бошқа, бошка, тинч, қўйинг, куйинг, кейин, ҳозир, хозир, керак, эмас, бу, қилинг, килинг, телефон, номер, йўқ, йук`,
  ),
  messageWords(
    `позвоните, позвони, звоните, звонить, звони, перезвоните, перезвони, пожалуйста, отстаньте, отстань, отвали, отвалите, хватит, оставьте,
    беспокоить, беспокойте, стоп, спам, ошиблись, pozvonite, zvonite, perezvonite, pozhaluysta, otstante, stop`,
    `ошибка, неправильный, неверный, номером, номер, удалите, интересует, интересно, скажу, звонок, звонки, звонков, oshiblis, nomer, nepravilniy`,
    `не, мне, меня, больше, сюда, номера, в, покое, телефон, на, по, после, потом, завтра, только, мой, это, тот, сегодня, нужно, надо, я, вы, чужой,
    уже, нет, как, имя, вам, спасибо, ne, mne, bolshe, syuda, net`,
  ),
  messageWords(
    `hivj, hivjon, hivjanak, hivjatok, hivogass, hivogasson, hivogassanak, hivogatni, zaklasson, zaklassanak, zaklassatok, hagyjatok, hagyjanak,
    visszahivast, visszahivas, keressenek, stop, kerlek`,
    `hagyj, hagyjon, keressen, kerem, menj, mondom, adom, erdekel, szam, szamot, telefonszam, hivas, hivjak, rossz, teves, vagyok`,
    `ne, nem, meg, el, fel, a, az, ma, holnap, vissza, engem, beken, csak, most, tobbet, tobbe, nevem, nevet, neved, semmit, innen, en, delutan,
    este, kesobb, koszonom, telefon, utan, ide`,
  ),
  messageWords(
    `anrufen, anrufe, angerufen, ruckruf, belastigen, werbung, stopp, stop`,
    `bitte, rufen, falsche, nummer, melden, interesse, rufnummer, handynummer`,
    `nicht, mehr, mich, mir, sie, in, ruhe, kein, keine, wieder, nur, zuruck, uns, hier, die, mit, per, auf, danke, nein, ab, uhr, zu, ich`,
  ),
];

/** Messages that their words alone do not show. */
export const MESSAGES: ReadonlySet<string> = wordSet(`
  go away, get lost, its me, it is me, not me, myself, guess who, who are you, who is this, who cares, no thanks, no thank you, thank you,
  thanks, hello there, good morning, good evening, good afternoon, wont say, not telling, piss off, shut up, to whom it may concern,
  asante sana, ondoka, ondokeni, δεν σου λεω, δεν σας λεω, ασε μας, ne hivj, nem en, en vagyok, tunj el, tunjenek el, koszonom, jo napot, szia,
  уходи, уйди, пошли вон, иди отсюда, спасибо, здравствуйте, добрый день, угадай, հեռացիր, գնա, բարև, բարև ձեզ, շնորհակալություն,
  yoqol, йўқол, ruf an, ruf mich an, ruft mich an, lass mich in ruhe, lasst mich in ruhe, hau ab, guten tag`);

/** Put before a name; alone they name nobody. Left out is what somebody is called: Don, Bibi, Opa, Mzee, Junior. */
export const BARE_TITLES: ReadonlySet<string> = wordSet(`
  mr, mrs, ms, miss, mx, mister, missis, sir, madam, madame, dr, prof, and, bwana, κος, κα, κυριος, κυρια, κυριε, δις, kyrios, kyria,
  urholgy, holgyem, uram, asszonyom, господин, госпожа, г н, г жа, гражданин, գրաժդանին, պարոն, տիկին, օրիորդ, paron, tikin, janob, жаноб,
  herr, frau, herrn, jr, jnr, sr, snr, esq, phd, ifj, özv, мл`);

/** Where accounts are, in names that such accounts show for their people: Facebook User. */
export const SERVICES: ReadonlySet<string> = wordSet(`
  facebook, instagram, whatsapp, tiktok, linkedin, snapchat, youtube, twitter, google, telegram, viber, iphone, android, odnoklassniki,
  vkontakte, фейсбук, инстаграм, инстаграмм, телеграм, вконтакте, одноклассники, вайбер, ватсап, гугл, φεισμπουκ, ινσταγκραμ, ֆեյսբուք, ֆեյսբուկ, ինստագրամ`);

/** The same, but words of other meaning, or names: beside a word for a user only. */
export const SERVICES_OR_WORDS: ReadonlySet<string> = wordSet(
  `amazon, apple, meta, fb, ig, vk, вк, tg, wa, messenger, samsung, ebay, microsoft, yahoo, gmail`,
);

/** Words for anybody who uses or buys something; nobody is called so. */
export const ROLES: ReadonlySet<string> = wordSet(`
  customer, customers, client, clients, user, users, subscriber, applicant, mteja, wateja, mtumiaji, watumiaji,
  πελατης, πελατισσα, πελατες, χρηστης, χρηστρια, επισκεπτης, συνδρομητης, pelatis, xristis, հաճախորդ, օգտատեր, օգտվող, այցելու, գնորդ, haxhakhord,
  mijoz, mijozlar, foydalanuvchi, xaridor, мижоз, фойдаланувчи, харидор, клиент, клиентка, клиенты, пользователь, пользовательница, посетитель, покупатель, абонент,
  ugyfel, ugyfelek, felhasznalo, latogato, vasarlo, erdeklodo, vevo, benutzer, nutzer, nutzerin, besucher, interessent, interessentin, kundin, neukunde`);

/** The same, but somebody bears it: beside a service only. */
export const ROLES_OR_NAME: ReadonlySet<string> = wordSet(`
  guest, visitor, member, buyer, caller, mgeni, mwanachama, гость, гостья, hyur, հյուր, mehmon, меҳмон, мехмон, vendeg, gast, kunde`);

/** The same, where it stands alone: of these few are called so, and seldom give one name only. */
export const ROLES_ALONE: ReadonlySet<string> = wordSet(`kunde`);

/** What stands beside such a word: New Customer, Deleted Account, Пользователь Facebook. */
export const BESIDE_ROLES: ReadonlySet<string> = wordSet(`
  new, old, deleted, removed, blocked, unknown, private, account, accounts, profile, page, lead, ad, ads, friend, person, number, no, the, of, our, my,
  wa, ya, mpya, του, της, στο, νεος, νεα, αγνωστος, αγνωστη, uj, ismeretlen, torolt, новый, новая, удаленный, неизвестный, в, на, նոր, անհայտ, yangi, янги, nomalum, neuer, neue, unbekannter,
  von, bei, der, den`);
