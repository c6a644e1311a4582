// SPDX-License-Identifier: Apache-2.0
import type { Effort, Load, Standing } from './load.ts';
import type { PriceName } from './prices.ts';

export type Usage = Readonly<Partial<Record<PriceName, number>>>;

const hoursAMonth = 730;
const charactersPerToken = 4;
/** Instructions, fence and placeholder legend that go to the model with every prompt, tokens. */
const instructionTokens = 450;
/** States that a clean case enters, its beginning and end among them (statemachines/airlock.asl.json). */
export const transitionsPerCase = 10;
/** Vault objects that a clean case writes, and reads; each is one KMS call, since no bucket key is used there. */
const vault = { writes: 6, reads: 10 };
/** Record and sealed object: written, read back with their retention; record read again before release. */
const archive = { writes: 2, reads: 5 };
const caseRows = { writes: 23, reads: 15 };
/** Functions that a clean case runs, with polls, and how long: GB-seconds at 512 MB, waiting for the model included. */
const functions = { calls: 12, gbSeconds: 5.5 };
const polls = 3;
/** Kept for seven years, half of them on average in a steady state paid in a month: bytes of record and sealed object. */
const keptBytes = 10_000;
const keptMonths = 84;

const textUnits = (characters: number) => Math.ceil(characters / 1000);
/** DetectPHI is billed in units of 100 characters; a text is asked about whole or not at all. */
const phiUnits = (characters: number, share: number) => Math.ceil(characters / 100) * share;

/** What one request uses of each thing that has a price: the expected value for a clean case. */
export function usagePerRequest(load: Load, effort: Effort): Usage {
  const prompt = load.prompt + load.documents;
  const fresh = prompt - load.prompt * load.history;
  const grounded = load.documents > 0 ? load.documents : load.prompt;
  const guarded = textUnits(prompt) + textUnits(load.answer);
  return {
    detectPhi: phiUnits(fresh, effort.medicalPrompt) + phiUnits(load.answer, effort.medicalAnswer),
    checksPii: effort.checks ? textUnits(fresh) + textUnits(load.answer) : 0,
    guardrailContent: guarded,
    guardrailTopics: guarded,
    guardrailPii: guarded,
    guardrailGrounding: textUnits(grounded) + 1 + textUnits(load.answer),
    modelInput: prompt / charactersPerToken + instructionTokens,
    modelOutput: load.answer / charactersPerToken,
    transition: transitionsPerCase,
    lambdaRequest: functions.calls,
    lambdaTime: functions.gbSeconds,
    s3Write: vault.writes + archive.writes,
    s3Read: vault.reads + archive.reads,
    s3Stored: (keptBytes / 1e9) * keptMonths,
    dynamoWrite: caseRows.writes,
    dynamoRead: caseRows.reads,
    kmsCall: vault.writes + vault.reads + archive.writes + archive.reads + 4,
    apiCall: 1 + polls,
    wafCall: 1 + polls,
    dataEvent: vault.writes + vault.reads + archive.writes + archive.reads,
    logged: 4000 / 1e9,
    event: 2,
    macieScanned: keptBytes / 1e9,
  };
}

/** What a deployment uses in a month without a single request. */
export const standingUsage = (standing: Standing): Usage => ({
  endpointHour: standing.endpoints * standing.zones * hoursAMonth,
  keyMonth: standing.keys,
  wafMonth: standing.wafRules + 1,
  alarmMonth: standing.alarms,
});
