/** Headings are compared folded (`foldHeading`), and so are these. */
const words = (text: string): string[] =>
  text
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((word) => word !== '');

/** What forms put around the name of a field: "What is your phone number? (required)". */
export const AROUND_NAMES: ReadonlySet<string> = new Set(
  words(`a, an, the, what, s, is, are, your, you, my, please, enter, provide, give, tell, us, type, required, optional,
    best, primary, main, valid, personal, own, full, current, το, σου, σας, η, ο, ihre, ihr, deine, dein, bitte, az, on,
    ваш, ваша, ваше, укажите, введите, sizning, yako, lako, tafadhali, su, tu, votre, vos`),
);

/** Words for the person who asked: `Applicant name` is the name of the lead, `Agent name` is not. */
export const THE_PERSON: ReadonlySet<string> = new Set(
  words(`lead, contact, customer, client, applicant, respondent, subscriber, prospect, visitor, inquirer, enquirer,
    requester, buyer, guest, user, member, patient, student, kunde, kunden, πελατη, ugyfel, клиента, заявителя, mteja, mijoz`),
);

/** A heading with one of these words tells of a firm, a thing or somebody else, whatever else it says. */
export const NOT_OF_THE_PERSON: ReadonlySet<string> = new Set(
  words(`company, companies, organisation, organization, organisations, firm, employer, account, brand, product,
    school, college, university, bank, insurer, agent, agency, broker, owner, assigned, assignee, advisor, adviser,
    manager, operator, staff, sales, rep, seller, dealer, dealership, partner, affiliate, referrer, referral, referred,
    spouse, wife, husband, father, mother, parent, child, children, kin, emergency, guarantor, landlord, pet,
    dog, cat, vehicle, car, make, model, campaign, form, file, list, event, venue, hotel, branch, department,
    username, login, nickname, job, position, occupation, title, bill, billing, invoice, shipping, destination,
    fax, id, passport, iban, vin, policy, order, tax, vat, pin, serial, plate, registration, pan, ssn,
    εταιρεια, εταιρειας, εταιρεια επωνυμια, επωνυμια, εργοδοτης, αφμ, υπευθυνος, ceg, cegnev, ceges, munkahely, biztosito,
    ugynok, firma, firmen, firmenname, unternehmen, arbeitgeber, ansprechpartner, berater, betreuer, vermittler,
    компания, компании, организация, организации, фирма, фирмы, менеджер, менеджера, агент, агента, инн, паспорт,
    kompaniya, korxona, tashkilot, menejer, kampuni, shirika, wakala, meneja, ընկերություն, ընկերության, կազմակերպություն,
    մենեջեր, empresa, empresas, compania, negocio, entreprise, societe, employeur, azienda, ditta, impresa, firmy, nazwa`),
);

/** What a person does who asks, as the cells of such a column tell when: `Requested`, `Form submitted at`. */
export const ASKING: ReadonlySet<string> = new Set(
  words(`request, requested, enquiry, enquired, inquiry, inquired, asked, submission, submitted, created, generated,
    captured, received, recorded, registered, registration, application, applied, entered, collected, arrived, left`),
);

/** Words for the moment of it, and those that may stand beside it and change nothing. */
export const MOMENT: ReadonlySet<string> = new Set(
  words(
    `at, on, of, the, and, when, it, was, came, date, dates, day, time, timestamp, datetime, moment, utc, gmt, iso, local,
    lead, form`,
  ),
);

/** A heading of these alone, without a word for asking, tells of a moment too: `When`, `Time (UTC)`. */
export const TELLING_MOMENT: ReadonlySet<string> = new Set(
  words(`when, date, dates, time, timestamp, datetime, moment, came, arrived`),
);

/** Words for a date, whatever it is of: a birth and a contract have one too, and a car has one of its registration. */
export const ANY_DATE_WORDS: ReadonlySet<string> = new Set(
  words(`date, dates, time, datetime, day, and, of, utc, gmt, local, tarehe, muda, ημερομηνία, ημ, νια, εγγραφής, ώρα,
    dátum, dátuma, időpont, idő, és, regisztráció, sana, vaqt, сана, дата, время, и, регистрации, ամսաթիվ, datum, zeitpunkt,
    registration, registered, fecha, hora, y, de, registro, data, tarih`),
);

/** Names of fields that tell as much within a longer heading, though they are one word. */
export const TELLING_INSIDE: ReadonlySet<string> = new Set(
  words(`phone, telephone, mobile, cellphone, whatsapp, msisdn, simu, τηλεφωνο, κινητο, telefon, telefonszam, mobil,
    mobiltelefon, mobilszam, телефон, мобильныи, сотовыи, հեռախոս, հեռախոսահամար, բջջային, handy, handynummer,
    telefonnummer, rufnummer, mobilnummer, telephone, telefono, celular, telefone, telefoon, puhelin,
    email, courriel, emailcim, имеил, емеил, почта, pochta,
    city, town, mji, jiji, πολη, varos, telepules, lakhely, shahar, шахар, город, քաղաք, stadt, wohnort, ville, ciudad,
    cidade, citta, miasto, mesto, oras, sehir, county, mkoa, kaunti, νομοσ, megye, viloyat, вилоят, область, մարզ,
    bundesland, country, χωρα, orszag, страна, երկիր, pais,
    comment, comments, notes, remark, remarks, maoni, σχολια, megjegyzes, uzenet, комментарии, сообщение, izoh, kommentar,
    bemerkung, nachricht, consent, gdpr, idhini, ridhaa, συγκαταθεση, hozzajarulas, rozilik, согласие, համաձայնություն,
    einwilligung, zustimmung`),
);
