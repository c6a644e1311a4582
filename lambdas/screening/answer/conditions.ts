// SPDX-License-Identifier: Apache-2.0
import type { Span } from './check.ts';
import { endsIn } from './endings.ts';

const list = (text: string): readonly string[] => text.trim().split(/[\s,]+/);

/** Endings of names of diseases. */
const endings =
  list(`itis osis emia aemia oma omas pathy algia plegia paresis penia phobia philia rrhea rrhagia sclerosis
  ectasis trophy uria itides oses iasis cytosis thorax megaly stenosis ismus edema lepsy`);
const hasEnding = endsIn(endings, 2);
const notConditions: ReadonlySet<string> = new Set(
  list(`diagnosis prognosis diagnoses prognoses symbiosis osmosis hypnosis metamorphosis photosynthesis mitosis meiosis
  diploma aroma coma homeopathy sympathy empathy telepathy apathy osteopathy naturopathy oklahoma roma paloma tacoma
  sonoma idioma axioma neurosis apoptosis homeostasis atrophy dystrophy trophy philosophy academia bohemia macadamia
  hemophilia`),
);
const alwaysConditions =
  list(`diabetes hypertension asthma pneumonia influenza cancer leukemia stroke epilepsy dementia
  depression anxiety ptsd adhd autism bipolar schizophrenia migraine eczema psoriasis acne gout lupus copd emphysema
  tuberculosis hiv aids covid-19 covid malaria lyme shingles measles mumps chickenpox uti gerd ibs crohn's alzheimer's
  parkinson's hypothyroidism hyperthyroidism hypotension obesity osteoporosis anemia hepatitis cirrhosis pancreatitis
  appendicitis meningitis sepsis endometriosis pcos preeclampsia fibromyalgia sciatica scoliosis glaucoma cataracts
  arrhythmia afib tachycardia bradycardia angina atherosclerosis aneurysm embolism thrombosis dvt concussion hernia
  ulcer ulcers gallstones hemorrhoids insomnia narcolepsy anorexia bulimia tonsillitis strep mono flu bronchitis sinusitis
  melanoma lymphoma carcinoma tumor tumour sarcoma myeloma vertigo tinnitus neuropathy prediabetes hyperlipidemia
  dehydration dystrophy hemophilia atrophy rosacea scabies ringworm impetigo cellulitis mastitis polyps fibroids
  jaundice pertussis croup rsv syphilis gonorrhea chlamydia herpes hpv thrush celiac hypoglycemia hyperglycemia ketoacidosis
  rhabdomyolysis delirium psychosis mania`);
const names: ReadonlySet<string> = new Set(alwaysConditions);

const word = /[a-z][a-z'-]{1,30}/g;
/** Two words and more: "heart failure", "kidney disease", "panic disorder", "urinary tract infection". */
const phrases =
  /\b(?:[a-z][a-z'-]{2,20} )?(?:disease|disorder|syndrome|infection|deficiency|failure|fracture|insufficiency|attack|arrest|fibrillation|apnea|apnoea|clots?|thyroid|blood pressure|palsy|virus|poisoning|dependence|addiction|withdrawal|allergy|intolerance|injury|strain|sprain|tear|obstruction|stones?|malformation|reflux|effusion|prolapse|infarction|ischemia|valve prolapse|blood sugar|cholesterol|cyst|mass|lesion|abscess|rupture)\b/g;
const aCondition =
  /^(?:heart|kidney|liver|lung|lyme|gum|graves|sickle|anxiety|personality|eating|stress|mood|sleep|bleeding|seizure|irritable|down|tract|ear|sinus|yeast|skin|chest|throat|staph|strep|urinary|bladder|iron|vitamin|hip|wrist|ankle|blood|high|low|food|lactose|gluten|peanut|alcohol|opioid|drug|gallbladder|acid|rotator|meniscus|acl|muscle|artery|coronary|pulmonary|elevated|brain|head|cord|asthma|spectrum|deficit|use|celiac|tunnel|[a-z]{3,20}(?:ic|al|ar|ive|'s)) /;
/** Heads that make a disease of almost any word, and the words that do not. */
const anyDisease =
  /^(?!(?:the|this|that|any|some|your|his|her|their|our|other|such|each|every|rare|chronic|serious|certain|many|most|genetic|common|infectious|underlying|no|whole|new|same|lung and) )[a-z][a-z'-]{2,20} (?:disease|disorder|syndrome|palsy|infarction|fibrillation|apnea|apnoea)$/;
const ambiguous = /(?:thyroid|blood pressure|cholesterol|blood sugar)$/;

const isCondition = (name: string) => names.has(name) || (hasEnding(name) && !notConditions.has(name));

/** Where diseases and injuries are named in a text in lower case. */
export function conditions(lower: string): readonly (Span & Readonly<{ name: string }>)[] {
  const found: (Span & { name: string })[] = [];
  for (const { 0: name, index } of lower.matchAll(word))
    if (isCondition(name)) found.push({ start: index, end: index + name.length, name });
  for (const { 0: name, index } of lower.matchAll(phrases)) {
    const isOne = anyDisease.test(name) || aCondition.test(name);
    if (isOne && (!ambiguous.test(name) || /^(?:high|low|elevated|overactive|underactive) /.test(name)))
      found.push({ start: index, end: index + name.length, name });
  }
  return found.sort((a, b) => a.start - b.start);
}
