// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Failure } from '../lambdas/failures.ts';
import { deterministicGuardrail } from '../lambdas/screening/deterministic-guardrail.ts';
import type { Clock, Models, NewId, Ports, RandomBytes, Workflow } from '../lambdas/ports.ts';
import { type LocalArchive, openArchive } from './archive.ts';
import { type LocalCases, openCases } from './cases.ts';
import { type LocalCatalogue, openCatalogue } from './catalogue.ts';
import { headFile, type LocalChain, openChain } from './chain.ts';
import type { Scans } from '../lambdas/scans.ts';
import { idsFrom, systemClock } from '../lambdas/sources.ts';
import { type Database, openDatabase, type Synchronous } from './database.ts';
import { type Disk, diskCode } from './disk.ts';
import { takeInEarlierFiles } from './earlier-files.ts';
import { intakeFrom } from './intake.ts';
import { keepTogetherIn } from './keep-together.ts';
import { type LocalKeys, openKeys } from './keys.ts';
import { masterKey } from './master-key.ts';
import { modelsFromEnvironment } from './models.ts';
import { type LocalEvents, openEvents } from './notify.ts';
import { openPolicies } from './policies.ts';
import { privateFile } from './private-file.ts';
import { pooledRandomBytes } from './random-bytes.ts';
import { withRecent } from './recent-contents.ts';
import { storing } from './storing.ts';
import { StorageUnavailable } from './storage-unavailable.ts';
import { openPeople } from './people.ts';
import { type LocalVault, openVault } from './vault.ts';

export type LocalOptions = Readonly<{
  /** Where everything is kept. Made, readable by its owner only, when it is not there. */
  folder: string;
  /** Where the policies are. */
  policies: string;
  /** `FULL` (default): what was accepted survives a power cut. `NORMAL`: it survives a killed process. */
  synchronous?: Synchronous;
  /** Default: what the environment asks for. */
  models?: Models;
  /** Default: `process.env`. Master key and model are read from it. */
  environment?: Readonly<Record<string, string | undefined>>;
  clock?: Clock;
  randomBytes?: RandomBytes;
  newId?: NewId;
  disk?: Disk;
  /** Another thread (scanner.ts). Default: steps scan by themselves. */
  scans?: Scans;
  /** A parameter, as `disk` is, so that a test can fill a database. */
  open?: typeof openDatabase;
}>;

/** The ports with what only the laptop has. */
export type LocalPorts = Ports &
  Readonly<{
    vault: LocalVault;
    cases: LocalCases;
    archive: LocalArchive;
    keys: LocalKeys;
    chain: LocalChain;
    catalogue: LocalCatalogue;
    events: LocalEvents;
    /** The file of cases, vault and workflow. */
    database: Database;
    /** Resolves when everything that was written before is on disk: before anybody outside learns of it. @throws StorageUnavailable */
    onDisk: () => Promise<void>;
    /** Steps need ports, the machine needs steps, and `ports.workflow` needs the machine: it is plugged in last. */
    connect: (workflow: Workflow) => void;
    /** Commits what is waiting and closes the files. Idempotent. */
    close: () => void;
  }>;

/**
 * Every port of the laptop, on one folder.
 * @throws Error with a sentence for the terminal: another process has the folder, the master key is wrong, a
 * policy does not validate (PolicyMistakes), the model is not known.
 */
export async function openLocalPorts(options: LocalOptions): Promise<LocalPorts> {
  const { folder, synchronous = 'FULL', environment = process.env } = options;
  const { clock = systemClock, randomBytes = pooledRandomBytes(), disk, open = openDatabase } = options;
  const models = options.models ?? (await modelsFromEnvironment(environment));
  makeFolder(folder);
  const master = masterKey(folder, environment['AIRLOCK_MASTER_KEY'], randomBytes);
  const store = { folder, synchronous, clock, randomBytes, ...(disk === undefined ? {} : { disk }) };

  // The keys first: their file is held exclusively, so a second process gets no further than here.
  const keys = keysOf(folder, () => openKeys({ ...store, master }));
  const opened: { close: () => void }[] = [keys];
  const close = () => {
    for (const each of opened.splice(0).reverse()) each.close();
  };
  try {
    // One file for everything that belongs together: its log keeps the order, so what is on disk after a power cut is how it
    // all stood at one moment. Vault objects are in it: what is removed is overwritten.
    const database = open({
      path: privateFile(join(folder, 'cases.sqlite')),
      synchronous,
      waits: 'asked',
      secureDelete: true,
    });
    opened.push(database);
    takeInEarlierFiles(folder, database);
    const onDisk = () => storing(() => database.onDisk());
    const events = openEvents();
    opened.push(events);
    let workflow: Workflow | undefined;
    const connected = (): Workflow => {
      if (workflow === undefined) throw new Failure('Unavailable');
      return workflow;
    };
    const vault = withRecent(openVault({ ...store, database, master }), clock);
    const policies = openPolicies(options.policies, database);
    const cases = openCases(database, clock);
    const keepTogether = keepTogetherIn(database, vault, cases);
    const chain = openChain({ folder, headFile: headFile(folder, environment) });
    opened.push(chain);
    // Nothing is locked before the case it belongs to is on disk.
    const archive = chain.watching(await openArchive({ ...store, before: onDisk }));
    const catalogue = openCatalogue(folder, { archive, keys, policies, clock, cases });
    opened.push(catalogue);
    return {
      database,
      onDisk,
      vault,
      cases,
      keepTogether,
      archive,
      chain,
      catalogue,
      custodian: {
        setLegalHold: archive.setLegalHold,
        eraseKey: keys.erase,
        // Without the bypass: nobody here may delete what is still locked.
        remove: (key) => archive.remove(key),
        forgetCase: cases.forgetCase,
        forgetCaller: cases.forgetCaller,
        cutLogs: async () => storing(() => database.cutLog()),
        // This product makes no backups of its own on a laptop.
        backupDays: 0,
      },
      people: openPeople(database),
      policies,
      ...(options.scans === undefined ? {} : { scans: options.scans }),
      // Here, whoever scans: it takes so little that a message to another thread saves nothing.
      applyGuardrail: async (request, ref) =>
        deterministicGuardrail(request, await policies.byHash(ref.hash)),
      keys,
      models: {
        serves: models.serves,
        // What a model was shown is on disk before it is shown.
        converse: async (call) => {
          await onDisk();
          return models.converse(call);
        },
      },
      events,
      notify: events.notify,
      listen: events.listen,
      ...intakeFrom(environment),
      moved: async (ref, within) => {
        // Where too many wait to be woken, the rest look again after a while.
        await events.waitForChange(ref, within).catch(() => setTimeout(Math.min(within, 250)));
      },
      probe: async () => {
        await Promise.all([vault.probe(), cases.probe(), archive.probe()]);
      },
      workflow: {
        start: async (input) => connected().start(input),
        answer: async (token, output) => connected().answer(token, output),
        status: async (ref) => connected().status(ref),
      },
      clock,
      randomBytes,
      newId: options.newId ?? idsFrom(clock, randomBytes),
      connect: (made) => {
        workflow = made;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** The first file to be opened tells whether the folder can be used at all. */
function keysOf(folder: string, open: () => LocalKeys): LocalKeys {
  try {
    return open();
  } catch (error) {
    const code = error instanceof StorageUnavailable ? error.code : failedWith(error);
    throw code === undefined ? error : unusable(folder, code, error);
  }
}

const failedWith = (error: unknown): string | undefined =>
  error instanceof Failure ? diskCode(error.cause) : undefined;

function unusable(folder: string, code: string, cause: unknown): Error {
  const sentence =
    code === 'SQLITE_BUSY'
      ? `${folder} is in use by another prompt-airlock: stop that one, or use another folder.`
      : `${folder} cannot be used as the data folder: ${code}.`;
  return new Error(sentence, { cause });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unusable(folder, diskCode(error) ?? 'unknown', error);
  }
}
