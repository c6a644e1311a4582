// SPDX-License-Identifier: Apache-2.0

const joined = (words: string) => words.trim().split(/\s+/).join('|');

/** Street suffixes of USPS Publication 28 appendix C1 in use, and British ones, written out. */
export const suffixes = joined(`
  alley avenue bend bluff boulevard branch bridge brook bypass canyon cape causeway center centre circle close common concourse corner corners
  court courts cove creek crescent crest crossing crossroad curve dale drive estate estates expressway extension falls ferry field
  fields flats ford forest fork freeway garden gardens gate gateway glen green grove harbor haven heights highway hill hills hollow
  island isle junction key knoll lake lakes lane light lodge loop mall manor meadow meadows mews mill mission motorway mount mountain
  neck orchard oval overpass parade park parkway pass passage path pike pine pines place plain plains plaza point port prairie promenade quay
  ramp ranch rapids reach rest ridge rise river road route row run shoal shore shores skyway springs spur square station
  stravenue stream street summit terrace throughway trace track trafficway trail tunnel turnpike underpass union valley viaduct view
  village ville vista walk way well wells wharf woods yard`);

/** Their abbreviations; a full stop may follow. */
export const shortSuffixes = joined(`
  ave av blvd bvd cir cl cres crt ct dr expy fwy gdns hwy la ln pkwy pl plz pt rd rdg sq st str ter terr tpke trl wy`);

/** Words that open a street's name in other languages, also after its number (12 rue de la Paix). */
export const openers = joined(`
  calle c\\/ avenida avda\\.? av\\. paseo plaza pl\\. carretera ctra\\.? camino travesía ronda urbanización rambla
  rua travessa praça alameda estrada largo via viale piazza corso vicolo largo strada rue avenue boulevard bd\\.? quai chemin allée
  allee cours place impasse ul\\. ulica al\\. aleja os\\. jalan jl\\. barangay улица ул\\. проспект пр\\. đường phố ngõ strada șoseaua bulevardul
  bulevar carrer avinguda passeig plaça`);

/** Endings a street's name is written together with, or as a word of its own, before the number. */
export const endings = joined(`
  straße strasse str\\. weg gasse platz allee damm ufer ring steig chaussee straat laan plein kade gracht dreef steenweg baan singel dijk gatan
  vägen gränd gate gata vei veien vegen vej gade stræde allé plads katu tie kuja polku iela tänav tanav tee caddesi sokak sokağı bulvarı
  utca út tér körút köz ulica ulice cesta náměstí trg`);

export const units =
  'apt|apartment|suite|ste|unit|room|rm|bldg|building|floor|fl|flat|box|lot|no|nr|km|box|piso|planta|etage|stock';

/** States, territories and military "states" of the US, and their abbreviations (USPS Publication 28 appendix B). */
export const stateCodes =
  'AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC|PR|GU|VI|AS|MP|AE|AP|AA|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|YT|NT|NU|NSW|VIC|QLD|TAS|ACT';
export const stateNames =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|District of Columbia|Puerto Rico';
