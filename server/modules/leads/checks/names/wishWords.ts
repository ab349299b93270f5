import { wordSet } from './wordSet';

/** Words of one language of which wishes and offers are made that stand in the place of a name: I want a loan, Buy now. */
export interface WishWords {
  /** Words, or two together, of who asks or offers, and nobody is called so: a wish whatever stands beside it. */
  sure: ReadonlySet<string>;
  /** The same by how such verbs end or begin, where a language forms them so and no names. */
  form?: RegExp;
  /** Somebody may be called so: a wish beside a thing, where every word is of the language's lists. */
  asking: ReadonlySet<string>;
  /** What is asked for or offered, and nobody's name: a wish alone too. */
  sureThings: ReadonlySet<string>;
  /** The same, but a name somewhere, or too much else. */
  things: ReadonlySet<string>;
  beside: ReadonlySet<string>;
  /** Words that bind a sentence together and nobody is called by: two of them among three words or more are no name. */
  binding: ReadonlySet<string>;
}

interface Lists {
  sure: string;
  form?: RegExp;
  asking: string;
  sureThings: string;
  things: string;
  beside: string;
  binding: string;
}

/** Of no language: advertising has them everywhere. */
const ADVERTISED = 'viagra, cialis, levitra, bitcoin, bitcoins, crypto, cryptocurrency, jackpot, whatsapp';
const ANYWHERE =
  'iphone, iphones, samsung, laptop, internet, online, taxi, visa, sms, telegram, facebook, instagram, tiktok';

const wishWords = (lists: Lists): WishWords => ({
  sure: wordSet(lists.sure),
  ...(lists.form && { form: lists.form }),
  asking: wordSet(lists.asking),
  sureThings: wordSet(`${lists.sureThings}, ${ADVERTISED}`),
  things: wordSet(`${lists.things}, ${ANYWHERE}`),
  beside: wordSet(lists.beside),
  binding: wordSet(lists.binding),
});

export const WISHES: readonly WishWords[] = [
  wishWords({
    sure: `wanna, gimme, browsing, interested in, loan please, just looking, where is, how much, how to, tell me, give me, send me, want to, need to, what do, what is, click me, looking for, applying, requesting, home loan, house loan, car loan, auto loan, cash loan, business loan, would like`,
    asking: `want, wants, wanted, need, needs, needed, needing, wish, buy, buying, sell, selling, win, free, cheap, cheapest, best, earn, earning, get, getting,
      make, making, click, apply, looking, look, seeking, searching, require, request, borrow, give, send, receive, order, book, visit, try, quick, fast, easy,
      instant, urgent, urgently, lowest, low, big, hot, special, exclusive, limited, personal, payday, student, emergency, seo, hire, lend, claim, save, lose`,
    sureThings: `mortgage, mortgages, insurance, refinance, refinancing, loans`,
    things: `loan, money, cash, credit, finance, financing, fund, funds, funding, capital, cover, policy, quote, quotes, quotation, house, houses, home, homes,
      car, cars, job, jobs, work, phone, price, prices, rate, rates, deal, deals, offer, offers, info, information, details, help, advice, assistance, support, now,
      here, today, link, website, pills, prize, prizes, gift, gifts, card, cards, giveaway, bonus, discount, discounts, shipping, delivery, trial, sample, samples, followers, likes, dollar, dollars, usd,
      solar, panels, course, courses, training, degree, scholarship, ticket, tickets, trip, flight, flights, hotel, hotels, tour, tours, travel, holiday, roof, roofing, kitchen, broadband, lawyer,
      dentist, property, land, apartment, flat, software, app, apps, games, sex, girls, dating, rich, weight, business, account, service, services, something, anything, it`,
    beside: `i, we, more, how, much, what, is, me, us, my, our, a, an, the, to, for, of, in, on, at, and, or, some, more, this, that, your, you, from, with, by, im, am, is, are, do, would, like, please, very,
      really, just, only, new, used, no, one, up, can, could, have, fast, asap, immediately, deposit, interest, debt`,
    binding: `would, could, should, about, how, what, which, when, why, with, your, this, that, there, these, are, was, were, have, does, the, for, please, because,
      anything, something, much, want, need, get`,
  }),
  wishWords({
    sure: `bei gani, naomba, nataka, nahitaji, natafuta, ningependa, nipatie, jishindie`,
    // "I" and "we" with a tense before a verb of asking or getting, "me" and "us" before one of giving: tunahitaji, nisaidie. Names are of
    // the form "let us" (Tumaini, Tuombe).
    form: /^(?:(?:na|nina|ninge|nita|tuna|tunge|tuta|sina)(?:omba|taka|hitaji|tafuta|penda|pendelea|kopa|kopesha|nunua|uza|pata|saidia)|(?:ni|tu|mni|uni|mtu|utu)(?:saidie|kopeshe|patie|tumie|ambie|pe)(?:ni)?)$/,
    asking: `bure, nafuu, nunua, pata, shinda, tuma, uza, kopa, lipa, weka, bonyeza, omba, taka, hitaji, tafuta, haraka, rahisi, nipe`,
    sureThings: `mkopo, mikopo, mtaji`,
    things: `pesa, fedha, hela, kazi, ajira, nyumba, gari, magari, bima, msaada, simu, bei, kiwanja, shamba, ardhi, biashara, elimu, huduma, maelezo, habari, taarifa,
      punguzo, zawadi, bonasi, bidhaa, pikipiki, bodaboda, umeme, maji, shule, chuo, kozi, safari, hapa, sasa, leo`,
    beside: `wa, ya, za, la, cha, vya, kwa, na, ni, mimi, yangu, wangu, gani, binafsi, tafadhali, sana, mdogo, kubwa, mkubwa, ndogo, chap, kidogo, ku, mpya, riba, bila, ili, kama`,
    binding: `nini, gani, vipi, kiasi, jinsi, namna, ngapi, kwanini, hii, hiyo, kuhusu, kwa, bila`,
  }),
  wishWords({
    sure: `δωρεάν, πόσο κάνει, πόσο κοστίζει, θέλω, θέλουμε, θέλετε, ψάχνω, ψάχνουμε, ζητώ, ζητάω, ζητάμε, επιθυμώ, ήθελα, αναζητώ, αγοράζω, πουλάω, πουλώ, πωλείται, πωλούνται, κερδίστε, αγοράστε, thelo, thelw, theloume,
      psaxno, psaxnw, psachno, zitao, ithela, xreiazomai, chreiazomai, hreiazomai`,
    // Verbs of the first person (χρειάζομαι, ενδιαφερόμαστε): no name ends so.
    form: /(?:ομαι|ομαστε|αμαι)$/,
    asking: `αγορά, δωρεάν, φτηνό, φτηνά, φθηνά, φθηνό, κέρδισε, πάρε, πάρτε, δώσε, δώστε, αγόρασε, κλικ, προσωπικό, γρήγορο, γρήγορα, άμεσο, άμεσα, επείγον, πώληση, καταναλωτικό`,
    sureThings: `δάνειο, δάνεια, δανείου, ασφάλεια αυτοκινήτου, ασφάλιση, χρήματα, λεφτά, πληροφορίες, daneio, lefta, xrimata`,
    things: `μετρητά, πίστωση, ασφάλεια, αυτοκίνητο, αυτοκινήτου, αμάξι, σπίτι, διαμέρισμα, δουλειά, εργασία, τιμή, προσφορά, βοήθεια, εδώ, τώρα, κάρτα, κινητό, στεγαστικό, σήμερα, υπολογιστή, οικόπεδο, spiti, douleia, amaxi`,
    beside: `ένα, έναν, μια, το, τα, τη, την, τον, για, να, μου, σας, πάρω, εγώ, με, από, στο, και, καινούργιο, νέο, παρακαλώ, ena, gia, na`,
    binding: `πώς, πόσο, πόσα, τι, είναι, έχω, έχετε, για, θα, να, μου, σας, πότε, γιατί, κάνει`,
  }),
  wishWords({
    sure: `արժե, ինչ արժե, ուզում, կուզեի, կուզենայի, ուզումեմ, ցանկանում, կցանկանայի, փնտրում, պետք, պետքա, հարկավոր, անհրաժեշտ, տվեք, գնում եմ, uzum, uzumem`,
    asking: `անվճար, էժան, արագ, շտապ, գնել, վաճառել, վաճառում, petq, petqa`,
    sureThings: `վարկ, վարկեր, վարկի, հիփոթեք, ապահովագրություն, գումար, փող`,
    things: `մեքենա, ավտոմեքենա, տուն, բնակարան, աշխատանք, գործ, տեղեկություն, օգնություն, գին, հեռախոս, հիմա, այստեղ, pox, mekena, vark`,
    beside: `եմ, ենք, է, ա, ինձ, մեզ, մի, մեկ, նոր, ես, համար, em, indz, e, a`,
    binding: `ինչ, ինչպես, ինչքան, որքան, համար, եմ, ենք, է, կա, կարող, որտեղ, երբ, ունեք, ունեմ, թե, որ`,
  }),
  wishWords({
    sure: `qancha, qanchadan, қанча, канча, xohlayman, hohlayman, xoxlayman, xohlaymiz, istayman, istardim, kerakmi, kerakdi, beringlar, qidiryapman, izlayapman, sorayman, sotiladi, хохлайман, ҳохлайман, истайман,
      беринглар, сурайман, сўрайман, керакми, сотилади`,
    // "I am about to", "I am doing".
    form: /(?:m[oa](?:qch|kch)i(?:man|miz)|(?:ay|iy|y)apman|мо[кқ]чи(?:ман|миз)|япман|япмиз)$/,
    asking: `kerak, керак, arzon, арзон, bepul, tekin, текин, бепул, yutib, oling, олинг, sotaman, сотаман, olaman, оламан, bering, беринг, tez, тез, shoshilinch, olish, олиш`,
    sureThings: `kredit, kreditlar, avtokredit, mikrokredit, ipoteka, sugurta, qarz, кредит, кредитлар, ипотека, суғурта, сугурта, қарз, карз`,
    things: `pul, uy, mashina, avtomobil, ish, narx, narxi, malumot, telefon, kurs, kvartira, yordam, xizmat, viza, hozir, пул, уй, машина, иш, нарх, маълумот, малумот, телефон, квартира, ёрдам, хизмат, ҳозир, хозир`,
    beside: `menga, men, bizga, biz, uchun, olsam, katta, kichik, foizsiz, bir, mening, sotib, ga, va, менга, мен, бизга, учун, катта, бир, сотиб, ва`,
    binding: `qancha, qanday, nima, nega, uchun, bilan, qachon, qayerda, necha, bormi, mumkinmi, kerak, канча, қанча, кандай, қандай, нима, учун, билан, качон, қачон, неча, борми, мумкинми, керак`,
  }),
  wishWords({
    sure: `сколько, бесплатно, заработок, хочу, хотим, хотел, хотела, хотелось, нужен, нужна, нужны, нужно, требуется, требуются, ищу, ищем, куплю, купить, купите, продам, продаю, продается, возьму, взять, оформить, прошу, дайте,
      помогите, заработать, заработай, закажите, жмите, выиграй, выиграйте, получите, hochu, xochu, khochu, hotel by, nuzhen, nujen, nuzhna, nujna, nuzhno, nujno, nuzhny, kuplyu, prodam mashinu`,
    asking: `надо, бесплатно, дешево, быстрый, быстрые, быстрая, лёгкие, лёгкий, дешёвый, дешёвая, бесплатный, бесплатная, бесплатные, быстро, срочно, срочный, потребительский, автомобильный, выгодный, выгодно, получить, взаймы`,
    sureThings: `кредит, виагра, виагру, айфон, работа, работу, кредиты, кредита, автокредит, займ, займы, заем, микрозайм, ссуда, ипотека, ипотеку, страховка, страховку, страхование, рассрочка, рассрочку, деньги, денег, kredit, zaym, ipoteka, dengi`,
    things: `авто, машина, машину, квартира, квартиру, дом, работа, работу, телефон, цена, цены, скидка, скидки, подарок, подарки, помощь, информация, здесь, сейчас, казино, онлайн`,
    beside: `мне, нам, я, мы, на, в, под, для, и, с, без, от, новый, новую, наличными, пожалуйста, процентов, отказа`,
    binding: `как, что, где, сколько, можно, если, или, есть, мне, вас, вам, меня, бы, для, это, стоит, почему, когда, какой, какая, какие, надо`,
  }),
  wishWords({
    sure: `mennyibe, mennyi, érdekel a, érdekel az, szeretnék, szeretném, szeretnénk, akarok, akarom, keresek, keresünk, kérnék, kérnénk, igényelnék, igényelni, igénylek, érdeklődöm, érdeklődnék, érdeklődni, szükségem, kellene, vennék, vásárolnék,
      kattints, nyerj, vásárolj, rendelj`,
    asking: `kérek, kell, veszek, eladó, olcsó, olcsón, ingyen, ingyenes, gyors, gyorsan, azonnali, sürgős, sürgősen, személyi, vegyél, eladok, venni`,
    sureThings: `kölcsön, kölcsönt, hitel, hitelt, hitelek, lakáshitel, autóhitel, jelzáloghitel, jelzálog, babaváró, biztosítás, biztosítást, lakásbiztosítás, kölcsönre, hitelre, pénzt`,
    things: `pénz, pénzre, autó, autót, autóra, ház, házat, lakás, lakást, munka, munkát, ajánlat, ajánlatot, ár, árat, segítség, segítséget, információ, információt, telefon, telefont, itt, most, ma, nyeremény`,
    beside: `egy, a, az, nekem, nekünk, van, lenne, sok, felvenni, kapni, új, használt, nagyon, is, és, hogy, kicsi, nagy`,
    binding: `hogy, mennyi, mennyibe, kerül, lehet, mit, miért, mikor, milyen, egy, ez, azt, hogyan, lenne, kell`,
  }),
  wishWords({
    sure: `kostenlos, was kostet, möchte, moechte, möchten, brauche, brauchen, benötige, benoetige, hätte gern`,
    asking: `ich, wir, suche, suchen, kaufe, kaufen, verkaufe, verkaufen, gratis, kostenlos, kostenlose, billig, günstig, günstiger, günstige, gewinne, gewinnen, verdienen, verdiene, verdient, schneller, schnelles, sofort, klick, klicken,
      gesucht, wünsche, beantragen`,
    sureThings: `kredit, kredite, sofortkredit, autokredit, ratenkredit, privatkredit, darlehen, versicherung, versicherungen, autoversicherung, hypothek, baufinanzierung`,
    things: `geld, bargeld, auto, haus, wohnung, job, arbeit, angebot, angebote, preis, preise, info, infos, informationen, hilfe, handy, gutschein, hier, jetzt`,
    beside: `will, ein, einen, eine, für, bitte, mir, uns, das, den, die, und, mein, von, der, zu, im, gern, gerne, hätte, habe, heute, neues, neue, mal, auch, mehr`,
    binding: `wie, was, viel, kostet, warum, wann, ist, sind, bitte, für, mit, eine, einen, nicht, kann, gibt, möglich`,
  }),
];
