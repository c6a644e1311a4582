// SPDX-License-Identifier: Apache-2.0

const list = (text: string): readonly string[] => text.trim().split(/[\s,]+/);

/** Endings of International Nonproprietary Names (WHO INN and USAN stems). A missed drug is a missed dose: broad. */
export const drugEndings = list(`
  afil vir apine sartan zepam azole azosin barbital bactam caine cillin citabine codone curium cycline dipine
  dralazine dronate fenac fibrate filgrastim floxacin flurane formin fungin gabalin gatran gepant giline gliflozin
  gliptin glitazone glutide zepatide sugrel dogrel grelor lukast mab micin morphone mycin tinib zomib fenib
  olol solone lonidine zanidine orexant oxacin oxetine oxicam pamil parib parin penem peridol ridone phylline
  planin platin teplase poetin pramine pril profen noprost taprost quine racetam relin rubicin semide setron sidone
  sone statin steride taxel terol thiazide thiazine tidine ytoin triptan triptyline vaptan virine vudine xaban zepine
  zolam zolid pidem lizide pizide clazide metacin renone ciclib nercept bercept prazan faxine bupropion lamide
  trexate thyroxine nitrate sulfa phedrine histamine prednisone onide olamine oxyzine stigmine tropium
`);

/** English and chemical words that end the same way. */
export const notDrugs: ReadonlySet<string> = new Set(
  list(`
  april cholesterol sterol phytosterol ergosterol hypercholesterol histidine cytidine histamine antihistamine nitrate
  comparisone cyclone clone vir elvir triazole azole imidazole quine harlequine ethanolamine caine tropium
  cyanide oxonide conide`),
);

/** Generic and brand names that no ending covers. */
export const drugNames: ReadonlySet<string> = new Set(
  list(`
  acetaminophen paracetamol tylenol aspirin ibuprofen advil motrin aleve naproxen insulin lantus humalog novolog
  glucophage glipizide glyburide glimepiride ozempic wegovy mounjaro zepbound trulicity victoza jardiance farxiga
  januvia actos warfarin coumadin eliquis xarelto plavix heparin lovenox digoxin lanoxin lasix hctz spironolactone
  chlorthalidone norvasc clonidine nitroglycerin isosorbide amiodarone diltiazem cardizem lipitor crestor zocor
  zetia ezetimibe synthroid methimazole prednisone medrol dexamethasone albuterol salbutamol ventolin advair symbicort
  flovent spiriva singulair benadryl diphenhydramine claritin zyrtec allegra cetirizine loratadine fexofenadine
  sudafed guaifenesin mucinex dextromethorphan robitussin codeine oxycontin percocet vicodin norco morphine
  fentanyl tramadol methadone buprenorphine suboxone naloxone narcan naltrexone gabapentin neurontin lyrica
  cyclobenzaprine flexeril baclofen xanax ativan valium klonopin ambien trazodone melatonin zoloft prozac
  lexapro citalopram escitalopram celexa paxil sertraline venlafaxine effexor cymbalta wellbutrin mirtazapine remeron
  elavil lithium lamictal lamotrigine depakote valproate carbamazepine tegretol keppra topamax topiramate dilantin
  seroquel abilify risperdal zyprexa haldol adderall amphetamine dextroamphetamine ritalin concerta methylphenidate vyvanse
  strattera guanfacine atomoxetine augmentin penicillin keflex cephalexin ceftriaxone cefdinir cefuroxime cefazolin
  cefepime zithromax z-pak cipro levaquin bactrim sulfamethoxazole trimethoprim nitrofurantoin macrobid flagyl linezolid
  isoniazid rifampin pyrazinamide ethambutol tamiflu paxlovid valtrex diflucan terbinafine ivermectin plaquenil
  humira enbrel azathioprine mycophenolate cyclosporine tacrolimus colchicine allopurinol febuxostat fosamax prolia
  raloxifene tamoxifen letrozole anastrozole leuprolide flomax tamsulosin viagra cialis oxybutynin prilosec nexium
  protonix pepcid zantac zofran reglan metoclopramide promethazine loperamide imodium miralax senna docusate
  bisacodyl lactulose tums epinephrine epipen atropine donepezil aricept memantine levodopa carbidopa
  sinemet ropinirole imitrex botox estradiol progesterone testosterone levonorgestrel misoprostol mifepristone
  clomiphene mounjaro hydroxyzine methylprednisolone kayexalate lorazepam midazolam ketamine propofol semaglutide
  tirzepatide clopidogrel furosemide bumetanide torsemide metolazone acyclovir oseltamivir remdesivir
  duloxetine buspirone buspar haloperidol quetiapine olanzapine prazosin doxazosin ondansetron famotidine
`),
);

/** Names of more than one word, and classes that people are told to take. */
export const drugPhrases =
  /\b(?:vitamin [a-ek]\d{0,2}|folic acid|fish oil|iron (?:tablets?|pills?|supplements?)|polyethylene glycol|potassium chloride|magnesium citrate|birth control pills?|plan b|ace inhibitors?|beta[- ]blockers?|blood thinners?|blood pressure (?:medication|medicine|pills?)|water pills?|diuretics?|statins?|antidepressants?|antibiotics?|opioids?|nsaids?|ssris?|steroids?|painkillers?|pain (?:relievers?|medications?|pills?)|antihistamines?|decongestants?|anticoagulants?|benzodiazepines?|antipsychotics?|antacids?|sleeping pills?|calcium supplements?)\b/g;
