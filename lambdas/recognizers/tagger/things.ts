// SPDX-License-Identifier: Apache-2.0

/** Drugs, devices, makers and microbes by names that nobody bears and that the lists of words do not have: in lower case. */
export const things: ReadonlySet<string> = new Set(
  `skyrizi tremfya taltz otezla nucala tezspire adbry zepbound saxenda tradjenta toujeo basaglar tresiba fiasp lyumjev savaysa repatha praluent
  leqvio vascepa viibryd rexulti vraylar caplyta vimpat zonegran xcopri lunesta belsomra dayvigo vyvanse qelbree stiolto breztri dexilant
  linzess amitiza inflectra kevzara kesimpta tecfidera aubagio mavenclad ajovy emgality qulipta ubrelvy xeomin imfinzi kadcyla enhertu perjeta
  kisqali verzenio zejula brukinsa venclexta kyprolis tasigna neulasta venofer feraheme injectafer xgeva genvoya descovy dovato cabenuva
  mavyret veklury xofluza prevnar gardasil bexsero comirnaty nexplanon nuvaring avodart vesicare omnipod dexcom fitbit klarna athenahealth
  allscripts stenotrophomonas klebsiella brucella coxiella anaplasma leptospira legionella actinomyces histoplasma blastomyces burkholderia
  moraxella kingella eikenella mycoplasma ureaplasma gardnerella zika chikungunya`.split(/\s+/),
);
