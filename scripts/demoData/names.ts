/** Common given and family names of nine countries in their own scripts, as lists in one string each. */
export interface NameStock {
  women: readonly string[];
  men: readonly string[];
  /** Family names; `-os/-ou` style pairs hold the man's and the woman's form. */
  families: readonly { man: string; woman: string }[];
  /** Hungarians put the family name first. */
  isFamilyFirst: boolean;
}

export type DemoCountry = 'KE' | 'TZ' | 'GR' | 'AM' | 'UZ' | 'HU' | 'US' | 'GB' | 'DE';

function stock(women: string, men: string, families: string, isFamilyFirst = false): NameStock {
  const list = (text: string): string[] => text.trim().split(/\s+/);
  const pairs = list(families).map((text) => {
    const [man = text, woman = man] = text.split('/');
    return { man, woman };
  });
  return { women: list(women), men: list(men), families: pairs, isFamilyFirst };
}

export const NAMES: Readonly<Record<DemoCountry, NameStock>> = {
  KE: stock(
    'Amina Wanjiku Achieng Njeri Atieno Wambui Nyambura Chebet Mwende Akinyi Faith Mercy Grace Esther Purity Naliaka Jepkosgei Halima Zawadi Wangari',
    'Kamau Otieno Mwangi Kiprop Ochieng Kariuki Mutua Njoroge Wekesa Barasa Brian Kevin Dennis Samuel Peter Kipchumba Omondi Musyoka Abdi Juma',
    'Kimani Odhiambo Wafula Kiplagat Maina Nyaga Muthoni Onyango Cheruiyot Gitau Mbugua Kilonzo Simiyu Rotich Ndungu Okoth Macharia Langat Wanyama Githinji Ouma Karanja Mutiso Koech Njuguna',
  ),
  TZ: stock(
    'Neema Rehema Asha Fatuma Zuhura Upendo Mwajuma Salma Happiness Anna Rose Joyce Subira Tatu Mariam Zainab Witness Furaha Eliza Hawa',
    'Juma Hamisi Emmanuel Baraka Hassan Godfrey Rashid Elias Ramadhani Selemani Joseph Amani Frank Issa Omari Daudi Athumani Yusuf Deogratias Said',
    'Mushi Massawe Mwakyusa Komba Lyimo Mrema Kessy Shirima Mbwambo Ngowi Mollel Swai Temba Kimaro Mwita Chacha Magesa Nyerembe Mwinyi Kavishe Mhando Msangi Malima Nkya Sanga',
  ),
  GR: stock(
    'Μαρία Ελένη Κατερίνα Βασιλική Σοφία Αγγελική Γεωργία Δήμητρα Κωνσταντίνα Παναγιώτα Ιωάννα Ευαγγελία Χριστίνα Αναστασία Φωτεινή Θεοδώρα Ειρήνη Αθανασία Ευτυχία Ζωή',
    'Γιώργος Δημήτρης Κωνσταντίνος Ιωάννης Νίκος Παναγιώτης Βασίλης Χρήστος Αθανάσιος Μιχάλης Ευάγγελος Σπύρος Ανδρέας Θανάσης Στέλιος Ηλίας Πέτρος Σταύρος Λευτέρης Μανώλης',
    'Παπαδόπουλος/Παπαδοπούλου Βλάχος/Βλάχου Αγγελόπουλος/Αγγελοπούλου Νικολαΐδης/Νικολαΐδου Γεωργίου/Γεωργίου Δημητρίου/Δημητρίου Κωνσταντινίδης/Κωνσταντινίδου Οικονόμου/Οικονόμου Μακρής/Μακρή Αντωνίου/Αντωνίου Παππάς/Παππά Καραγιάννης/Καραγιάννη Ιωαννίδης/Ιωαννίδου Σαμαράς/Σαμαρά Αλεξίου/Αλεξίου Θεοδώρου/Θεοδώρου Χατζής/Χατζή Μιχαηλίδης/Μιχαηλίδου Παυλίδης/Παυλίδου Κουτσούκος/Κουτσούκου Λαμπρόπουλος/Λαμπροπούλου Ζαφειρόπουλος/Ζαφειροπούλου Τσακίρης/Τσακίρη Ρήγας/Ρήγα Σταθόπουλος/Σταθοπούλου',
  ),
  AM: stock(
    'Անի Մարիամ Նարե Լիլիթ Աննա Հասմիկ Գայանե Սոնա Տաթևիկ Արմինե Լուսինե Մերի Նունե Շուշան Կարինե Զարուհի Նաիրա Հռիփսիմե Անահիտ Ռուզաննա',
    'Դավիթ Արամ Հայկ Տիգրան Գոռ Արմեն Նարեկ Կարեն Վահե Սամվել Գևորգ Հովհաննես Արթուր Լևոն Արտակ Մհեր Ռուբեն Սուրեն Վարդան Գագիկ',
    'Հարությունյան Սարգսյան Գրիգորյան Հովհաննիսյան Պետրոսյան Խաչատրյան Կարապետյան Մկրտչյան Վարդանյան Գևորգյան Ավետիսյան Մարտիրոսյան Ստեփանյան Ղազարյան Մանուկյան Սիմոնյան Բաղդասարյան Գասպարյան Մովսիսյան Դանիելյան Ասատրյան Զաքարյան Թադևոսյան Պողոսյան Եղիազարյան',
  ),
  UZ: stock(
    'Dilnoza Gulnora Madina Nilufar Shahnoza Zulfiya Feruza Malika Kamola Sevara Nargiza Barno Lola Umida Mohira Zarina Ozoda Nodira Iroda Munisa',
    'Aziz Jasur Bobur Sardor Ulugʻbek Sherzod Otabek Rustam Jahongir Farrux Akmal Dilshod Shuhrat Bekzod Nodir Islom Alisher Davron Oybek Sanjar',
    'Karimov/Karimova Rahimov/Rahimova Yusupov/Yusupova Abdullayev/Abdullayeva Toshmatov/Toshmatova Ergashev/Ergasheva Ismoilov/Ismoilova Qodirov/Qodirova Sobirov/Sobirova Nazarov/Nazarova Mirzayev/Mirzayeva Saidov/Saidova Xolmatov/Xolmatova Turgʻunov/Turgʻunova Usmonov/Usmonova Hamidov/Hamidova Aliyev/Aliyeva Norboyev/Norboyeva Joʻrayev/Joʻrayeva Umarov/Umarova Ortiqov/Ortiqova Sattorov/Sattorova Boboyev/Boboyeva Sharipov/Sharipova Eshonqulov/Eshonqulova',
  ),
  HU: stock(
    'Anna Katalin Zsófia Eszter Réka Ágnes Ilona Nóra Judit Zsuzsanna Boglárka Dóra Emese Fruzsina Hajnalka Krisztina Lilla Orsolya Petra Tünde',
    'László István Gábor Zoltán Péter Attila Balázs Tamás Ferenc Bence Gergő Dániel Levente Máté Norbert Ádám Csaba Imre Márton Szabolcs',
    'Kovács Nagy Szabó Tóth Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Lakatos Takács Juhász Mészáros Simon Rácz Fekete Szilágyi Török Fehér Gál Szűcs Kocsis Bognár Vörös Hegedűs',
    true,
  ),
  US: stock(
    'Emily Jessica Ashley Sarah Megan Lauren Olivia Hannah Rachel Danielle Nicole Amber Heather Maria Gabriela Keisha Latoya Mei Priya Brooke',
    'Michael Christopher Matthew Joshua Tyler Brandon Justin Ryan Kyle Jose Carlos Andre Marcus Ethan Logan Dylan Trevor Wei Raj Derek',
    'Hernandez Robinson Mitchell Campbell Parker Turner Collins Murphy Rivera Reed Brooks Kelly Sanders Price Bennett Wood Barnes Ross Henderson Coleman Jenkins Perry Powell Long Patterson Nguyen Patel Flores Simmons Foster',
  ),
  GB: stock(
    'Charlotte Amelia Isla Poppy Freya Imogen Bethan Siobhan Eilidh Gemma Zara Aisha Harriet Beatrice Rosie Niamh Tamsin Holly Lucy Rhiannon',
    'Oliver Harry George Callum Rhys Alfie Duncan Liam Hamish Gareth Mohammed Imran Toby Rupert Declan Craig Ewan Nigel Stuart Owen',
    'Ashworth Barker Cartwright Davies Eastwood Fletcher Griffiths Hughes Irving Jenkinson Khan Lloyd MacDonald Norris Osborne Pritchard Reynolds Sutton Thornton Underhill Vickers Whittaker Yates Ahmed Campbell Fraser Gallagher Begum',
  ),
  DE: stock(
    'Katrin Sabine Anja Julia Lena Hannah Greta Frieda Johanna Birgit Heike Ute Silke Nadine Melanie Svenja Ayşe Elif Franziska Theresa',
    'Lukas Jonas Felix Maximilian Stefan Andreas Jürgen Uwe Torsten Matthias Florian Sebastian Tobias Moritz Mehmet Emre Heinz Dieter Björn Henrik',
    'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Krause Yılmaz Günther Vogel Böhm',
  ),
};

/** Cities of each country as its people write them, the larger ones several times so that they come up more often. */
export const CITIES: Readonly<Record<DemoCountry, readonly string[]>> = {
  KE: [
    'Nairobi',
    'Nairobi',
    'Nairobi',
    'Mombasa',
    'Mombasa',
    'Kisumu',
    'Nakuru',
    'Eldoret',
    'Thika',
    'Malindi',
    'Nyeri',
  ],
  TZ: [
    'Dar es Salaam',
    'Dar es Salaam',
    'Dar es Salaam',
    'Mwanza',
    'Arusha',
    'Dodoma',
    'Mbeya',
    'Morogoro',
    'Tanga',
    'Moshi',
  ],
  GR: [
    'Αθήνα',
    'Αθήνα',
    'Αθήνα',
    'Θεσσαλονίκη',
    'Θεσσαλονίκη',
    'Πάτρα',
    'Ηράκλειο',
    'Λάρισα',
    'Βόλος',
    'Ιωάννινα',
    'Χανιά',
  ],
  AM: ['Երևան', 'Երևան', 'Երևան', 'Գյումրի', 'Վանաձոր', 'Հրազդան', 'Աբովյան', 'Կապան'],
  UZ: [
    'Toshkent',
    'Toshkent',
    'Toshkent',
    'Samarqand',
    'Samarqand',
    'Namangan',
    'Andijon',
    'Buxoro',
    'Fargʻona',
    'Nukus',
    'Qarshi',
  ],
  HU: ['Budapest', 'Budapest', 'Budapest', 'Debrecen', 'Szeged', 'Miskolc', 'Pécs', 'Győr', 'Nyíregyháza', 'Kecskemét'],
  US: [
    'New York',
    'Los Angeles',
    'Chicago',
    'Houston',
    'Phoenix',
    'Philadelphia',
    'San Antonio',
    'San Diego',
    'Dallas',
    'Austin',
    'Seattle',
    'Denver',
    'Boston',
    'Atlanta',
    'Miami',
  ],
  GB: [
    'London',
    'London',
    'London',
    'Birmingham',
    'Manchester',
    'Leeds',
    'Glasgow',
    'Liverpool',
    'Bristol',
    'Edinburgh',
    'Cardiff',
    'Sheffield',
    'Belfast',
  ],
  DE: [
    'Berlin',
    'Berlin',
    'Hamburg',
    'München',
    'Köln',
    'Frankfurt am Main',
    'Stuttgart',
    'Düsseldorf',
    'Leipzig',
    'Dortmund',
    'Bremen',
    'Dresden',
  ],
};
