// SPDX-License-Identifier: Apache-2.0

/**
 * Conditions that fewer than 1 in 2,000 people have (Orphanet, "Prevalence of rare diseases", by name), as they
 * are written in prose. With a place and an age they can single out a person.
 */
export const rareConditions: readonly string[] =
  `acromegaly|addison'?s disease|alkaptonuria|alpha-1 antitrypsin deficiency|alport syndrome|amyotrophic lateral sclerosis|als|angelman syndrome|antisynthetase syndrome|ataxia-telangiectasia|bardet-biedl syndrome|batten disease|beh[cç]et'?s disease|budd-chiari syndrome|castleman disease|charcot-marie-tooth|chronic granulomatous disease|cornelia de lange syndrome|creutzfeldt-jakob disease|cri du chat|cushing'?s disease|cystinosis|dravet syndrome|duchenne muscular dystrophy|ehlers-danlos syndrome|epidermolysis bullosa|erdheim-chester disease|fabry disease|familial adenomatous polyposis|familial mediterranean fever|fanconi anemia|fatal familial insomnia|fibrodysplasia ossificans progressiva|fragile x syndrome|friedreich'?s ataxia|galactosemia|gaucher disease|glycogen storage disease|goodpasture syndrome|hairy cell leukemia|hemophilia [ab]|hereditary angioedema|hermansky-pudlak syndrome|huntington'?s disease|hutchinson-gilford progeria|progeria|hypophosphatasia|ichthyosis|kabuki syndrome|klippel-trenaunay syndrome|krabbe disease|lambert-eaton|leber hereditary optic neuropathy|leigh syndrome|lennox-gastaut syndrome|lesch-nyhan syndrome|li-fraumeni syndrome|lymphangioleiomyomatosis|maple syrup urine disease|marfan syndrome|mccune-albright syndrome|mesothelioma|metachromatic leukodystrophy|moebius syndrome|moyamoya disease|mucopolysaccharidosis|multiple system atrophy|myasthenia gravis|neurofibromatosis|neuromyelitis optica|niemann-pick disease|noonan syndrome|osteogenesis imperfecta|paroxysmal nocturnal hemoglobinuria|pemphigus vulgaris|phenylketonuria|pompe disease|porphyria|prader-willi syndrome|primary biliary cholangitis|primary sclerosing cholangitis|pseudomyxoma peritonei|pulmonary alveolar proteinosis|rasmussen'?s encephalitis|refsum disease|relapsing polychondritis|retinoblastoma|rett syndrome|sanfilippo syndrome|scleroderma|smith-magenis syndrome|spinal muscular atrophy|spinocerebellar ataxia|stiff[- ]person syndrome|still'?s disease|sturge-weber syndrome|susac syndrome|takayasu arteritis|tay-sachs disease|thrombotic thrombocytopenic purpura|treacher collins syndrome|tuberous sclerosis|turner syndrome|usher syndrome|von hippel-lindau|waardenburg syndrome|wegener'?s|werner syndrome|west syndrome|williams syndrome|wilson'?s? disease|wiskott-aldrich syndrome|wolfram syndrome|x-linked agammaglobulinemia|xeroderma pigmentosum|zellweger syndrome`.split(
    '|',
  );

/** Occupations that a place has one or a few of. */
export const rareProfessions: readonly string[] =
  `mayor|sheriff|police chief|chief of police|fire chief|bishop|archbishop|imam|rabbi|senator|congress(?:wo)?man|governor|ambassador|superintendent|headmaster|headmistress|principal|judge|coroner|medical examiner|postmaster|town clerk|prosecutor|district attorney|news anchor|astronaut|olympian|olympic athlete|coach of|lighthouse keeper|beekeeper|falconer|undertaker|mortician`.split(
    '|',
  );
