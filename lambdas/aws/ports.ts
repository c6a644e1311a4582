// SPDX-License-Identifier: Apache-2.0
import finance from '../../policies/finance.json' with { type: 'json' };
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { readEnvironment, type Variable } from '../environment.ts';
import type { Clock, Custodian, NewId, Ports, RandomBytes, Retention } from '../ports.ts';
import { economised } from '../records/economy.ts';
import { idsFrom, systemClock, systemRandomBytes } from '../sources.ts';
import { openArchive } from './archive.ts';
import { openCases } from './cases.ts';
import { parquetOf } from './catalogue.ts';
import { openAsking } from './catalogue/asking-athena.ts';
import { openMaking } from './catalogue/making.ts';
import { announcing, openChain, openSealed } from './chain.ts';
import { connect, type Connection } from './connection.ts';
import { openGuardrail } from './guardrail.ts';
import { openGuardrailChecks } from './guardrail-checks.ts';
import { openIntake } from './intake.ts';
import { openKeys } from './keys.ts';
import { openMedical } from './medical.ts';
import { allowedModels } from './allowed-models.ts';
import { bedrockId } from './bedrock-id.ts';
import { openModels } from './models.ts';
import { openNotify } from './notify.ts';
import { openPeople } from './people.ts';
import { inForce, openPolicies } from './policies.ts';
import { openSwitch, stoppable } from './switch.ts';
import { openVault } from './vault.ts';
import { openWorkflow } from './workflow.ts';

/** The policies of a deployment. */
const policyFiles: readonly unknown[] = [finance, healthcare];

type Deployed = Readonly<{ EFFORT: 'full' | 'economy'; RETENTION_MODE: Retention['mode'] }>;

/**
 * The same, as dearly as the deployment wants detectors asked, and locked as its settings say: what a policy calls
 * COMPLIANCE nobody could take back, and a trial is not to find that out. Changed, they hash differently.
 */
export const policiesFor = ({ EFFORT, RETENTION_MODE: mode }: Deployed): readonly unknown[] =>
  inForce(policyFiles).map(({ policy }) => ({
    ...(EFFORT === 'full' ? policy : economised(policy)),
    archive: { ...policy.archive, mode },
  }));

/** What ports are opened with. */
export type Aws = Readonly<{
  connection: Connection;
  clock: Clock;
  /** @throws EnvironmentMistake */
  read: <const Needed extends Variable>(
    ...needed: readonly Needed[]
  ) => ReturnType<typeof readEnvironment<Needed>>;
}>;
/** Opens one port, or several that belong together. A handler names those it needs; the others are not in its bundle. */
export type Opener = (aws: Aws) => Partial<Ports>;

export const vault: Opener = ({ connection, clock, read }) => {
  const { VAULT_BUCKET, VAULT_KEY_ARN } = read('VAULT_BUCKET', 'VAULT_KEY_ARN');
  return { vault: openVault(connection, { bucket: VAULT_BUCKET, key: VAULT_KEY_ARN, clock }) };
};

export const cases: Opener = ({ connection, clock, read }) => ({
  cases: openCases(connection, read('CASES_TABLE').CASES_TABLE, clock),
});

export const people: Opener = ({ connection, read }) => ({
  people: openPeople(connection, read('CASES_TABLE').CASES_TABLE),
});

const keysOf = ({ connection, clock, read }: Aws) => {
  const { CASE_KEYS_TABLE, CASE_KEYS_KEY_ARN } = read('CASE_KEYS_TABLE', 'CASE_KEYS_KEY_ARN');
  return openKeys(connection, { table: CASE_KEYS_TABLE, wrapping: CASE_KEYS_KEY_ARN, clock });
};
export const keys: Opener = (aws) => ({ keys: keysOf(aws) });

/** Reading only: `put` would lock what no seal hears of, so it is not there. */
export const archiveReader: Opener = ({ connection, clock, read }) => {
  const { ARCHIVE_BUCKET, ARCHIVE_KEY_ARN } = read('ARCHIVE_BUCKET', 'ARCHIVE_KEY_ARN');
  const { get } = openArchive(connection, { bucket: ARCHIVE_BUCKET, key: ARCHIVE_KEY_ARN, clock });
  return {
    archive: { get, put: () => Promise.reject(new Error('This function may not write the archive.')) },
  };
};

const archiveOf = ({ connection, clock, read }: Aws) => {
  const { ARCHIVE_BUCKET, ARCHIVE_KEY_ARN, SEALS_TABLE } = read(
    'ARCHIVE_BUCKET',
    'ARCHIVE_KEY_ARN',
    'SEALS_TABLE',
  );
  return openArchive(connection, {
    bucket: ARCHIVE_BUCKET,
    key: ARCHIVE_KEY_ARN,
    clock,
    announce: announcing(connection, SEALS_TABLE, clock),
  });
};
export const archive: Opener = (aws) => ({ archive: archiveOf(aws) });

export const chain: Opener = (aws) => {
  const { connection, read } = aws;
  const { SEALS_TABLE, SIGNING_KEY_ARNS, HEADS_BUCKET } = read(
    'SEALS_TABLE',
    'SIGNING_KEY_ARNS',
    'HEADS_BUCKET',
  );
  return {
    chain: openChain(connection, {
      table: SEALS_TABLE,
      signingKeys: SIGNING_KEY_ARNS,
      headsBucket: HEADS_BUCKET,
      archive: archiveOf(aws),
    }),
  };
};

/** Whether a seal has taken an object up, and nothing else of the chain: disposal waits for that. */
export const sealed: Opener = ({ connection, read }) => {
  const notGiven = () => Promise.reject(new Error('This function was not given that of the chain.'));
  const { sealOf } = openSealed(connection, read('SEALS_TABLE').SEALS_TABLE);
  return {
    chain: {
      sealOf,
      unsealed: notGiven,
      took: notGiven,
      newest: notGiven,
      signers: notGiven,
      readHead: notGiven,
      writeHead: notGiven,
    },
  };
};

const notGiven = () => Promise.reject(new Error('This function was not given that of the custodian.'));
const custodianWith = (given: Partial<Custodian>): Pick<Ports, 'custodian'> => ({
  custodian: {
    setLegalHold: notGiven,
    remove: notGiven,
    forgetCaller: notGiven,
    forgetCase: notGiven,
    eraseKey: notGiven,
    // DynamoDB and S3 keep no log that a reader could get at; backups end by themselves after `backupDays`.
    cutLogs: async () => undefined,
    backupDays: 0,
    ...given,
  },
});

/** For decisions about archived cases that change neither objects nor keys. */
export const custody: Opener = () => custodianWith({});

/** Legal holds. */
export const holds: Opener = ({ connection, clock, read }) => {
  const { ARCHIVE_BUCKET, ARCHIVE_KEY_ARN } = read('ARCHIVE_BUCKET', 'ARCHIVE_KEY_ARN');
  const { setLegalHold } = openArchive(connection, { bucket: ARCHIVE_BUCKET, key: ARCHIVE_KEY_ARN, clock });
  return custodianWith({ setLegalHold });
};

/** Erasure and disposal. */
export const custodian: Opener = (aws) => {
  const { remove } = archiveOf(aws);
  const { CASES_TABLE, BACKUP_DAYS } = aws.read('CASES_TABLE', 'BACKUP_DAYS');
  const { forgetCaller, forgetCase } = openCases(aws.connection, CASES_TABLE, aws.clock);
  const { eraseKey } = keysOf(aws);
  return custodianWith({ remove, forgetCaller, forgetCase, eraseKey, backupDays: BACKUP_DAYS });
};

export const workflow: Opener = ({ connection, read }) => ({
  workflow: openWorkflow(connection, read('STATE_MACHINE_ARN').STATE_MACHINE_ARN),
});

export const notify: Opener = ({ connection, read }) => ({
  notify: openNotify(connection, read('EVENT_BUS_NAME').EVENT_BUS_NAME),
});

export const policies: Opener = ({ connection, read }) => {
  const { CONTROL_TABLE, ...deployed } = read('CONTROL_TABLE', 'EFFORT', 'RETENTION_MODE');
  return { policies: openPolicies(connection, CONTROL_TABLE, policiesFor(deployed)) };
};

export const medical: Opener = ({ connection, read }) =>
  read('MEDICAL').MEDICAL === 'on' ? { detectMedical: openMedical(connection) } : {};

export const checks: Opener = ({ read }) =>
  read('CHECKS').CHECKS === 'on' ? { detectGuarded: openGuardrailChecks() } : {};

export const guardrail: Opener = ({ read }) => {
  const { GUARDRAILS } = read('GUARDRAILS');
  return { applyGuardrail: openGuardrail({ guardrailFor: ({ id }) => GUARDRAILS[id] }) };
};

const switchOf = ({ connection, clock, read }: Aws) =>
  openSwitch(connection, read('CONTROL_TABLE').CONTROL_TABLE, clock);

export const models: Opener = (aws) => {
  const { MODELS, MODEL_GUARDRAIL } = aws.read('MODELS', 'MODEL_GUARDRAIL');
  return {
    models: stoppable(allowedModels(openModels({ guardrail: MODEL_GUARDRAIL }), MODELS), switchOf(aws)),
  };
};

/** Which models there are, for what is made to look as if one had answered: none can be asked. */
export const modelNames: Opener = () => ({
  models: {
    serves: (id) => bedrockId.test(id),
    converse: () => Promise.reject(new Error('This function may ask no model.')),
  },
});

export const intake: Opener = (aws) => {
  const { CONTROL_TABLE, CHARACTERS_PER_SECOND, TENANT_LIMITS } = aws.read(
    'CONTROL_TABLE',
    'CHARACTERS_PER_SECOND',
    'TENANT_LIMITS',
  );
  return {
    intake: openIntake(aws.connection, {
      table: CONTROL_TABLE,
      charactersPerSecond: CHARACTERS_PER_SECOND,
      limits: TENANT_LIMITS,
      clock: aws.clock,
      stop: switchOf(aws),
    }),
  };
};

/** What of the catalogue a function was not given: a mistake of its handler. */
const notHere = () => Promise.reject(new Error('This function was given another half of the catalogue.'));

const askingOf = ({ connection, clock, read }: Aws) => {
  const { ATHENA_WORKGROUP, GLUE_DATABASE, CASES_TABLE } = read(
    'ATHENA_WORKGROUP',
    'GLUE_DATABASE',
    'CASES_TABLE',
  );
  return openAsking(connection, {
    workgroup: ATHENA_WORKGROUP,
    database: GLUE_DATABASE,
    table: CASES_TABLE,
    clock,
  });
};
const notMaking = { rebuild: notHere, texts: notHere, forgetText: notHere, forgetCase: notHere };

/** Questions to the catalogue. */
export const catalogueQueries: Opener = (aws) => ({ catalogue: { ...askingOf(aws), ...notMaking } });

/** The same, and answers as files. */
export const catalogueExports: Opener = (aws) => {
  const asking = askingOf(aws);
  return { catalogue: { ...asking, parquet: parquetOf(asking), ...notMaking } };
};

/** The catalogue's files, which are made from the archive, and out of which texts and cases are taken. */
export const makingOf = (aws: Aws) => {
  const { CATALOGUE_BUCKET, ARCHIVE_BUCKET } = aws.read('CATALOGUE_BUCKET', 'ARCHIVE_BUCKET');
  const ports = { clock: aws.clock, ...archiveReader(aws), ...cases(aws), ...keys(aws), ...policies(aws) };
  return openMaking(
    aws.connection,
    { catalogueBucket: CATALOGUE_BUCKET, archiveBucket: ARCHIVE_BUCKET },
    ports as Required<typeof ports> & Pick<Ports, 'archive' | 'cases' | 'keys' | 'policies'>,
  );
};
export const catalogueFiles: Opener = (aws) => ({
  catalogue: { start: notHere, poll: notHere, page: notHere, cancel: notHere, ...makingOf(aws) },
});

type Sources = Readonly<{ clock: Clock; randomBytes: RandomBytes; newId: NewId }>;
const sources: Sources = {
  clock: systemClock,
  randomBytes: systemRandomBytes,
  newId: idsFrom(systemClock, systemRandomBytes),
};
/** Stands for a port that a function was not given: a mistake of its handler, not of a caller. */
const missing = (name: string): never =>
  new Proxy(() => undefined, {
    get: () => missing(name),
    apply: () => Promise.reject(new Error(`The port ${name} was not opened for this function.`)),
  }) as never;

/** Opens a function's ports once, when it starts. @throws EnvironmentMistake when it was deployed without what they need */
export function awsPorts(
  openers: readonly Opener[],
  { attempts, environment = process.env }: Readonly<{ attempts: number; environment?: NodeJS.ProcessEnv }>,
): Ports {
  const tenantRole = environment['TENANT_ROLE_ARN'];
  const aws: Aws = {
    connection: connect({ tenantRole, attempts, clock: systemClock }),
    clock: systemClock,
    read: (...needed) => readEnvironment(needed, environment),
  };
  const absent = {
    vault: missing('vault'),
    cases: missing('cases'),
    archive: missing('archive'),
    keys: missing('keys'),
    models: missing('models'),
    workflow: missing('workflow'),
    policies: missing('policies'),
    notify: missing('notify'),
  };
  return openers.reduce<Ports>((made, open) => ({ ...made, ...open(aws) }), { ...absent, ...sources });
}
