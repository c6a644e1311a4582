// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** Capitals, rare words and abbreviations that are nobody, in the places where names stand, and names in those places. */
export const contrast: Grammar = {
  id: 'contrast',
  share: 16,
  lower: 0.12,
  upper: 0.03,
  texts: lines(String.raw`
    {abbr}
    {abbr} {abbr}
    {abbr} {medTalk}
    {medTalk}
    {medTalk}
    {medTalk}
    {medTalk} {medTalk}
    {medTalk} {medTalk} {medTalk}
    {medTalk} {medTalk} {medTalk} {medTalk} {medTalk}
    {listTalk}
    {listTalk}
    {whoTalk}
    {whoTalk}
    {whoTalk} {whoTalk}
    {whoTalk} {thingTalk}
    {thingTalk}
    {thingTalk} {thingTalk}
    {placeTalk}
    {placeTalk} {thingTalk}
    {typedTalk}
    {typedTalk} {typedTalk}
    {foreignTalk}
    {lawTalk}
    {webTalk}
  `),
  parts: {
    abbr: lines(String.raw`
      Father died of {acr}, age {age}. Mother died of {acr}, age {age}.
      {acr}, {acr}, {acr}, status post {acr} in {year}.
      {acr}, {cond}, and a {relative} with {acr}.
      {acr} with h/o {acr}. {acr} and {acr}'s also had {acr}.
      Hx of {acr}, {acr} s/p {acr}, on {Inn}.
      pt w/ hx of {acr}, {acr}, here for {acr} f/u.
      {age}yo M c h/o {acr} and {acr}, admitted for {acr}.
      Denies {acr}, {acr}, {acr}. No {acr} drug use.
      The patient was found to be {germ} positive by serology.
      {germ} was isolated; {germ} and {germ} grew in culture.
      What are the treatments for {germ} infection?
      Infection with {germ} is treated with {Inn}.
      {acr} stable. {acr} and {acr} within normal limits.
      {acr} tube in place. {acr} reviewed. {acr} pending.
      This {age} y/o {acr} was seen and released from {acr}.
      {acr} is {word}. {acr} can {word}. {acr} may lead to {word} {word}s.
      {acr} can be caused by {word}. {acr} that {past} the {word} is rare.
      {acr} association is a {word} {word}.
      People with {acr} often have other {word}s. Having {acr} or {acr} is {word}.
      during {acr}, with {acr}, by {acr}, for {acr}, in {acr}, through {acr}
      tests used to diagnose {acr} include {acr} and {Greek}
      This is {WORDS}, I {past} the wrong {word}.
      Which {acr}s accept this {word}? Do you do {acr} transfers?
      A few studies have {past} that {acr} can {word}.
      those with type {letter1}. Then the {word} {past}. Type {letter1} is {word}.
      Stage {roman} - Stage {roman} - Stage {roman}
      {Greek} {num2}% {Word} {word} {num2}% {Greek} of the {word} {num2}% {Word} {greek} {num2}%
      {word} {word} {Word} {word} {word} {Word} {word} (e.g., {word})
      {Word}. - {Word}. - {Word}. {Word} {word}
      {num2}. {letter1} and {letter1} {num2}. {Word} {word} {past}
      Japanese Yen, South Korean Won, Swiss Franc, Indian Rupee and British Pound
      from January {year} to June {year}; at 1 April {year}; since May {year}
      U.S. GAAP, the U.S. Dollar, U.S. Tax Reform
      Property, Plant and Equipment; the Green tariff; Price/mix {past}
      {brand}, {brand} and {company1} {past} their revenue
      p.r.n., q.i.d., t.i.d., b.i.d., p.o., a.c., h.s.
      The Web site, the Internet, the {acr} site
      {word} {word} Severe {word} {word} {Word} {word} {word} Cystic {word} Sparse hair {Word} {greek} Low-set ears
      {greek} {Word} {word} {greek} {Word} {word} (e.g., {word} {word})
      common in parts of {region}, {region} and {region}
      Be {Word} Free, a website of the {word}; Be {Word} {Word}
      Minor and serious {word}s happen. Major {word}s do not.
      Factor {roman} deficiency, factor V Leiden, complement factor {roman}, vitamin {num2}, type A, type B, cyclosporin A.
      Hepatitis A, B and C; vitamins A, D, E and K; group B strep; plan B.
      Many people with {acr} have {greek}; {acr} is {word} in {acr}.
      Children with {acr} and patients with {acr} have a {word} chance.
      {acr} may cause {acr}; see {acr}1 and {acr}2.
      Parts {roman}-{num2} and {roman}-C-{roman}, parts i, ii, iii and iv.
      Grade {roman} tumor, type {roman} fracture, stage {roman}{acr}.
      Parts I through {roman}, {roman} and {roman}-D-{roman}.
      Types {roman} and {roman}, class {roman}, phase {roman} trial.
      {PT}, {acr}, speech therapist to evaluate.
      {acr} ({acr}) is a marker of {acr}.
      {Greek} ({acr}) is a rare {word}.
      {acr} guidelines / {acr} criteria / {acr} score {num2}.
      Updated {acr}/{acr} recommendations for {cond}.
      mgmt of {acr} in {age}yo pt, {patient}, hx of {acr}, seen at {fac}.
      tx of {acr} in {patient}, {age}{sex}, w/ {acr} & {acr}.
      {patient} with {acr}, seen by {doctor} for {acr}.
      {age}yo {sex}, {patient}, s/p {acr}, {acr} {num}.
      What is the {acr} of {org} in {year}?
      The {acr} and {acr} regions grew by {num2}%.
      Under {acr}, the {acr} tax on {acr} is {num2}%.
      The {acr} rate and one-month {acr} plus {num2} basis points.
      {acr} severance, {acr} and other {word}.
      Please send the {acr} and the {acr} to {first} by {weekday}.
      {first}, the {acr} is attached ({acr}, {acr}).
      my {acr} is {iban}
      using the {acr} {iban}
    `),
    company1: ['{shop}'],
    PT: ['PT', 'OT', 'RT', 'ST'],
    medTalk: lines(String.raw`
      {Inn}, {Inn}, and {Inn} and why is it prescribed?
      Who should take {Inn}?
      How should {Inn} be stored?
      What precautions apply to {Inn}?
      Is {Inn} safe with {brand}?
      {he} takes {brand}, {brand} and {Inn}.
      {he} was treated with {Inn} and {brand}.
      {brand} was stopped; {brand} was begun.
      Recently finished {brand} and {brand}.
      Allergic to {brand} and {Inn}.
      {he} drinks {brand}, {brand} and white grape juice.
      Cycle {num2} of {Inn}, {drug} and {Inn} chemotherapy.
      {he} checks sugars with {brand}.
      Currently on {brand} {dose}, {brand} {dose}, {Inn} {dose}.
      Medications include {Inn} {dose}; {brand} {dose}; {drug}.
      What is {Greek}?
      What is (are) {Greek}?
      What is (are) {Greek} - {word}?
      Is {Greek} inherited?
      How is {Greek} treated?
      What are the treatments for {Greek}?
      What are the treatments for {Greek} {word}?
      What is the outlook for {Greek} {greek}?
      What are the symptoms of {Greek} {word}?
      What are the symptoms of {bareCap} {greek}?
      What are the symptoms of {eponym}?
      What causes {eponym} ({acr})?
      {Greek} {greek} was noted. {Greek} is unlikely.
      {Greek} (also known as {Greek})
      Signs of {Greek} - {Greek} - {Greek} {word} - Long {word} - Short nose - {Greek}
      Autosomal {word} inheritance - {Greek} - Abnormality of the {word} - {Greek}
      - {Greek}\n- {Greek}\n- {eponym}\n- {Greek}
      {Greek}, {greek} and {greek} are features of {eponym}.
      {eponym}, {eponym} and {eponym} are rare.
      The {gene} gene makes a protein called {protein}.
      {explained} the {word}.
      {explained} {greek} and {greek}. {explained} {word}.
      a {word} called {again} has several {word}s.
      Some have {again} and {word} {word}s.
      The {word} of {again} {word}ed {past}.
      {Greek} {Greek} {greek} is {word}.
      What are the signs and symptoms of {bareCap} {greek} {word}?
      {eponym} ({eponym}) is rare.
      Young and middle-aged {people}s, and older adults, {past}.
      Bone marrow and blood {past}. Skin is dry. Son is well. Brother has {dx}.
      {Word} {past}; {word} {word} is {word}.
      {Protein} is an enzyme. {Protein} has several functions within {word} cells.
      Within cells, {protein} is part of the {word}; {protein}'s {word} is {word}.
      {greek}s and {greek}s are rare; {greek} (a benign {word}) may occur.
      Medications such as {drug} ({brand}), {drug} ({brand}, {brand}) or {drug} may help.
      {Germ} infections are rare.
      infection with {germ}, {germ} or {germ}
      people infected by {germ} and {germ}
      {brand} ({drug}) for mild to moderate {eponym} - {brand} ({drug})
      {Protein} binds to {acr} and interacts with {protein} and {protein}.
      A mutation in {gene} makes a short version of {protein}.
      The amount of {protein} relative to {acr} reflects severity.
      People with {eponym} typically have {greek}.
      {eponym} is a {greek} disorder; see {eponym}.
      Signs and symptoms of {eponym} syndrome? The table lists {Greek}.
      {he} was evaluated for {Greek}. {Greek} ruled out.
      Diagnosis: {Greek}. Plan: {Inn}, {proc}.
      Genetic Testing Registry: {eponym} - {Greek}
      The {bareCap} {Words} Association - {Words} Foundation
      Back closure for spina bifida. {Greek} repaired.
      What special instructions should I follow with {Inn}?
      which foods are to be avoided with {Inn}, {Inn}?
      I do not want to switch to {brand}. The combined drug {brand} {past}.
      His only medications are {brand} and {brand}.
      Anal, oral and nasal {word}s are rare. Colon and rectal {word}s {past}.
      {Greek}s and {greek}s are {word}. {Greek}s {past}.
      Married. One son deceased. Retired. Widowed. Salesperson. Farmer, married. Homemaker.
      jogs, swims and does Cross Country
      {he} denies any {greek}, {greek}, or {greek}.
      Positive for {greek}. Negative for {greek} and {germ}.
      {doctor} started {brand} for {Greek}.
      {patient} takes {Inn} for {eponym}.
      Does {patient} have {eponym}, or {Greek}?
      {eponym} in {patient}, {age}, treated with {Inn} at {fac}.
    `),
    bareCap: ['{bare}', '{bare} {bare}', '{bareFirst}', '{bare}-{bare}'],
    Germ: ['{germ}'],
    Protein: ['Titin', 'Alsin', '{Greek}'],
    listTalk: lines(String.raw`
      Our {num} {word}s: {last}, {last} and {last}.
      Our {num} {word}s: {Word}, {Word} and {Word}.
      The {word}s are {last}, {last}, {last} and {last}.
      The {word}s are {Word}, {Word}, {Word} and {Word}.
      the winners: {first}, {first}, and {first}
      the options: {word}, {word}, and {word}
      {last}, {last} and {last} {past} the {word}.
      {Word}, {Word} and {Word} {past} the {word}.
      Neither {last} nor {last} {past} it.
      {last}, {last}, or {last}: who {past}?
      in which {last}, {last}, and {last} joined
      in which {lastCaps}, {lastCaps}, and {lastCaps} {past}
      {lastCaps} and {lastCaps} {past} the {word}.
      {lastCaps} {past} a {word} {word}, in which {lastCaps} and {lastCaps} {past}.
      {lastCaps}, {lastCaps}, and {lastCaps} {past} as to Parts {roman} and {roman}.
      Mr. {lastCaps} {past} the {word}; {lastCaps} {past}.
      {first} {lastCaps} {past} in {year}.
      pt {lastCaps} {past} {acr}
      {lastCaps}, J., {past} the {word} of the {word}.
      {fullCaps} {past} the {word}.
      {acr}, {acr}, and {acr} {past} the {word}
      {acr} and {acr} {past} the {word}.
      the {num} {word}s are {last}, {last} and {last}
      its {num} {word}s: {last}, {last} and {last}. The {word} {past} in {year}.
      with {last}, {last} and {last} as {word}s
      by {last}, {last} and {last}
      between {last} and {last}
      led by {last}, {last} and {first}
      such as {last}, {last} or {last}
      such as {Inn}, {Greek} or {brand}
      including {Words}, {Words} and {Words}
      {lastCaps}, {lastCaps}, {lastCaps}\n{lastCaps}, {lastCaps}
      {WORDS}, {WORDS}, {WORDS}
      Products: {Words}, {Words}, {Words}
      People: {full}, {full}, {full}
      Authors: {sorted}; {sorted}; {sorted}.
      Ingredients: {Word}, {word}, {word}, {Word} {word}
      Brands: {brand}, {brand}, {brand}
      {full}\n{full}\n{full}
      {Words}\n{Words}\n{Words}
      {place}, {place} and {place}
      Cities: {city}, {city}, {city}
      Topics: {Words}; {Words}; {work}
      Tags: {word}, {Word}, {people}, {place}
    `),
    whoTalk: lines(String.raw`
      {first} {past} {first}.
      {first} {past} {first}: "{Word} {word}?"
      {first} had {past} {first} {his} {word}.
      {last} {past} {last}.
      {last} {past} the {word}.
      {last} {past} {word} {word}.
      {last} is {past} in {place}.
      {last} did not {word} it.
      {last}'s {word} was {past}.
      {last} has {past} that {first} {past}.
      {first} {past} as a {word} and {past} {word}.
      {full} {past} the {word} of {place}.
      {full} {past} at the {word} on {weekday}.
      {full} will be {past} in the {word}.
      {full} and {full} {past}.
      {full} MD {past} the {word}.
      {person}, a {prof}, {past} {word}.
      {person} is from {org}.
      {person} is from {place}.
      {person} lives in {place}.
      Under {last}, the {word} {past}.
      He {past} {last} in {year}.
      She {past} {first} and {first}.
      They {past} {full}, the {word} {prof}.
      We {past} {polite}.
      You {past} me, {first}, {word} and {word}.
      I {past} you {first}!
      Do not leave me {first}.
      Come on {first}, {word} it!
      As {first} {past}, {word} is {word}.
      Where did {first} {word}?
      the {last} {word}
      As in the {last} {word}, it was {word}.
      Like the {last} {word}, it {past}.
      That is the {last} {word}, not the {last} {word}.
      another {last} {word}
      the late {full}
      the {last} government {past}
      the {last} {word} is {word}, but the {Word} {word} is not
      Unlike {last}, {last} {past}.
      Even after the {word}, {last} {past} {word}.
      By {past} the {word}, {last} {past} it.
      Four were under {last} and six under {last}.
      a result of {last}'s {word}
      a result of {last} 's {word}
      and {last} is {past} that
      with {word} {word}. {last} {past} them.
      {first} {past} {word} and the {word}.
      Why is {first} {word}?
      Is {first} {word}?
      How {word} is {first}!
      {first}: {word}.
      "{word} {word}," says {full} in {word}.
      "{word} {word}," says {full} MD.
      a tribute to {full}
      in honour of {full}
      dedicated to {full} and {full}
      a huge {full} fan
      an old {last} record
      directed by {full} and starring {last}
      starring {last}, {last} and {full}
      {full} - {word} {word}
      pt is {short} seen for {acr}
      pt {short} d/c {date}
      {first} (my {relative}) {past}
      ex-{word} {last} {past} it
      former {prof} {full}
      regular {word} {full} {past} out that {word}
      a song by {last}
      a {word} by {full} (not by {full})
      {first}?
      "{first}!"
      Who? {full}.
      Your name? {full}
      What is your name? {full}
      And your name is? {anyname}
      May I have your name? {anyname}.
      {last} - {first}
      {first}, {age}, and {first}, {age}
      {first} and his {word} {past} {place}.
      {first} over at {org} has a {word}.
      {doctor}, {prof}
      I, {full}, {past} the {word}.
      {first}'s notes from {date}
      {relative} {first}, {relative} {first}
      Uncle {first} and Aunt {first}
      Grandma {last} {past}.
      Saint {first} {past}.
      little {first} {past}
      {first} Jr. and {first} Sr.
      Judge {last} {past} {institution}.
      Rep. {last} and Sen. {last} {past} Gov. {last}.
      Gen. {full} {past} {country}.
      King {first} and Queen {first}
      Coach {last}, Officer {last}, Detective {last}
      {full} (born {date}) is a {people} {prof}.
      {full} is {people}.
      {full} [{age}, {sex}]
      {full} / {org}
      photo by {full}
      {org}/{full}
      - {full}
      -- {first}
      ~ {first}
      (c) {year} {full}
      @{first}
      cc {first}
      +1 {first}
    `),
    thingTalk: lines(String.raw`
      {Word} {past} the {word}.
      {Word} {past} {word}.
      {Words} {past} {word} {Word}.
      The {Word} {Word} {past}.
      the {Words} {word}
      As in the {Words} {word}, it was {word}.
      {Word}'s {word} was {past}.
      {Word} is {past} in {month}.
      {Words} is a {year} {people} {word} film.
      {Word} did not {word} it.
      ex-{Word} {past} it
      Under {Words}, the {word} {past}.
      He {past} {Word} in {year}.
      She {past} {Words} and {Words}.
      {Word}? {Word}!
      C'mon, {word} it!
      Let's {word} it. Don't {word}. Can't {word}?
      O{word}, {word}.
      {work} {past} {work}.
      {work} is a {people} {word}.
      {Word}-{Word} {word}, {Word}-{word} {Word}
      {Word} & {Word}, {Word}/{Word}
      {Word} {roman} {past} {Word} {num}.
      {Word}{word} {past}.
      {word}, {Word}!
      [{Word}] {word}
      ({Words}) {word}
      "{Words}" {past}.
      {Words}: {word}.
      - {Words} - {Words} - {Words}
      Name: {Word} {word} {word}, Description: {Word} the {word}
      Item: {Words}; Colour: {Word}; Size: {acr}
      {believers} and {believers} {past} {word}.
      {believers} {past} {word}.
      many {believers}, few {believers}
      {word} {believers} {word}
      support the {believers} of {place}
      {believers} {word} {past} the {people} {word}.
      Most {believers} are {word}.
      among the {believers} of {place}
      a group of {believers}
      the {believers} {past} the {believers}
      to associate {believers} with {word}
      He is {believers}. They are {people}.
      the "{believers}" of {year}
      {WORDS} {WORDS} {WORDS}
      THE {WORDS} IS {WORDS}!!!
      {Word} Tea Or {Word} Tea?
      {Word} {Word} on a {word}
      {weekday} is {word}, {month} is {word}.
      {brand} {past} {word}. {Greek} {past}.
      {brand} is {word}.
    `),
    placeTalk: lines(String.raw`
      the {town} area
      our {town} office
      the {city} {word}
      {city}-based {word}
      {place} {past} {place}.
      {place} {word} {past}.
      {country} {past} the {word}.
      the {country} {word}
      {word} from {place}
      {word} in {place}
      over {place}
      against {country} and {country}
      {word} {country} troops in {place}
      {past} by {country} and {country}
      {unitedState} {word}s {past} the {unitedState} {word}.
      {unitedState} companies, {unitedState} soldiers and {unitedState} officials
      the {unitedState} attack on {place}
      the attack on {place}
      {word} against the {unitedState} {word}
      bands from the {unitedState} and {unitedState}
      in the town in {country} where I {past}
      their home city {bigCaps}: {org}, {org} and {org}
      the western city of {city} (pop. {num},{num})
      the capital ({city})
      {num} years in {city}, {org} {past}
      the {city} train {word}
      {word} spoken in {city}
      how is {city}?
      is {city} in {country}?
      near {city}, {word}
      US troops, UK {word}s and EU {word}s {past}.
      from the {us} to {country}
      in the {us}
      the {us} government
      {us} officials
      {us} {word}s {past} {word}.
      all over the {us} and {us}
      {place} is {word}.
      the best {word} {place} has to offer
      best {word} in the {town} area?
      the {water}
      near the {water}
      down the {water} to {place}
      {town} {stateCode}
      {town}, {stateCode} {zip}
      {city} {country}
      to {city} from {city} via {city}
      {city}?
      {city}!
      * {country}
      their home town {city}: {Words}
      our capital {city}: {org}, {org} and {org}
      {site} in {city}
      the {site}
      {site}
      {fac}
      the {fac}
      {fac}, {city}
      at the {fac} in {city}
      Kingdom of {country}, Republic of {country}, State of {country}
      {full} of {city}
      {city} {weekday}
      London E{num2}, SW{num2}, N{num2} {num}
      {streetOnly} in {city}
      on {streetOnly}
      corner of {streetOnly}
      The number {num} bus stops at {streetOnly}.
      {num} {word}s and {num} {word}s
      {address}
      the corner of {foreignStreetX} and {streetX}
      {address}
      {address}
      {org}\n\n{address}
      my billing address is {address}
      send it to {address} please
      can you confirm this: {address}
      what's the address? {address}
    `),
    us: ['{unitedState}'],
    bigCaps: ['{city}', '{cityCaps}'],
    foreignStreetX: ['{street}'],
    streetX: ['{streetOnly}'],
    typedTalk: lines(String.raw`
      {gibber} {word} {word} {gibber}
      {gibber}
      i {word} {gibber} the {word}
      {word} {gibber} {word}
      {word} gon na {word} it lol
      i ca n't {word} the {gibber}
      did n't {word}
      lol {gibber} {word}
      wanna {word} the {word} tmrw
      ur {word} is {gibber}
      thx {first} {gibber} {word}
      omg {first} {past} {gibber}
      idk if {first} {past} the {word}
      {gibber} is {past} by {full}
      the {word} 's {gibber} {word}
      {first} 's {word}
      {last} 's {word} is {past}
      {shop} 's {word}
      ig u {word} {gibber} ask {gibber}
      i want to talk to a {word}
      speak to human
      i wanna speak to an agent
      someone stole it from me
      someone {past} from me
    `),
    foreignTalk: lines(String.raw`
      {foreign} {foreign}
      {foreign} {foreign} {foreign}: {num}
      {foreign} {word}
      The word "{foreign}" means {word}.
      {word} {foreign} "{word}"
      {foreign}
      {foreign}. {foreign} {foreign}.
      {full} {foreign} {date}
      {full}, {foreign} {foreign}
      {word} â€“ {word}
      {word} ג€“ {word} ג€" {word}
      {word} ï¿½ {word}
      {word}â€™s {word}
      It {past} Ã© {word}
    `),
    lawTalk: lines(String.raw`
      Section {num} of the {Words} Act, {acr} {num}.
      The {Words} Agreement ("{acr}") and the {Words} Agreement ("{acr}")
      {org} ("{acr}") agrees with {full} ("{Word}")
      hereinafter the "{Word}"
      Article {roman}, Section {num2}
      {full}, Plaintiff, v. {org}, Defendant.
      {last} et al. {past} in {year}
      ({last}, {year})
      ({last} and {last}, {year})
      {last} {acr}, {last} {acr}. {Words} of {Words}. {Words} {year};{num}:{num}.
      Pursuant to {acr} {num}, the {Words} {past}.
      Chief Executive Officer {full} {past}.
      {full}, Chief Operating Officer since {year}
      {full}, {age}, has served as Vice President, {Words}, since {month} {year}.
      The Vice President, the Treasurer and the Controller {past}.
      Senior Vice President, {Words}
      The {bare}-{bare} model and the {bare} {word} {past}.
      The {Words} Joint Venture and the {Words} project {past}.
      The {Word} Spirit and the {Word} Star {past}.
    `),
    webTalk: lines(String.raw`
      {url}
      see {url}
      {url} {word}
      {first} sent {url}
      http://{word}.com/{word}?v={num}{gibber}{num}
      {email}
      e-mail: {email}
      {email} or {phone}
      {full} {email}
      i.e. {word}, e.g. {word}, etc.
      a.k.a. {word}
      {num}.{num} {word}
      {first} <{email}>
      #{word}{word}
      {word}.{word}({word}) = {num};
      import {word} from '{word}';
      <b>{Word}</b> {word} <br> {first}
      ** {Words} **
      # {Words}\n## {Words}\n{thingTalk}
      | {Word} | {Word} |
      {word}_{word}: {num}
    `),
  },
};
