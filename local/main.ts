// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { chatDefaults } from '../lambdas/api/chat-completions.ts';
import { cannotStart } from './cannot-start.ts';
import { reportTo } from './http/report.ts';
import { defaultPort } from './identity/address.ts';
import { notifySettings } from './notify-settings.ts';
import { openScanner } from './scanner.ts';
import { setting } from './setting.ts';
import { startAirlock } from './start.ts';

const environment = process.env;
const folder = resolve(setting('AIRLOCK_DATA') ?? '.airlock');
const policies = setting('AIRLOCK_POLICIES');

/** A whole number from the environment. @throws Error with a sentence */
function numberFrom(name: `AIRLOCK_${string}`, otherwise: number, most: number): number {
  const text = setting(name);
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value <= most) return value;
  throw new Error(`${name} must be a whole number up to ${most}.`);
}

function sayHello(url: string): void {
  const ready = Math.round(process.uptime() * 1000);
  console.log(`prompt-airlock is ready after ${ready} ms at ${url}. Everything it keeps is in ${folder}.

  The console:       ${url}  (sign in as rosa to ask, as vera to decide)
  Send a request:    curl ${url}/v1/requests -H "Authorization: Bearer $(npx airlock token rosa)" \\
                       -H 'Content-Type: application/json' -H 'Prefer: wait=30' \\
                       -d '{"policy":"healthcare","messages":[{"role":"user","content":"Draft a letter to Mrs. Anna Smith, born 3/4/1961: her cough is better."}]}'
  What is held:      npx airlock reviews list
  All operations:    ${url}/openapi.json
  People:            rosa and raj ask; vera, viktor, juno, sofia and wanda review; conrad and clara (clinic), bruno and bea (bank) audit

Stop it with Ctrl-C: whatever is under way goes on at the next start.`);
}

const report = reportTo((line) => console.error(line));
// What Node.js prints of an uncaught error quotes its message, which may quote a request. Nothing accepted is lost by ending here.
process.on('uncaughtException', (thrown) => {
  report('uncaught', thrown);
  process.exit(1);
});

try {
  const port = numberFrom('AIRLOCK_PORT', defaultPort, 65_535);
  const waitSeconds = numberFrom('AIRLOCK_CHAT_WAIT_SECONDS', chatDefaults.waitSeconds, 600);
  const airlock = await startAirlock({
    folder,
    port,
    scans: openScanner().scans,
    ...(policies === undefined ? {} : { policies: resolve(policies) }),
    chat: { ...chatDefaults, waitSeconds },
    synchronous: environment['AIRLOCK_SYNCHRONOUS'] === 'NORMAL' ? 'NORMAL' : 'FULL',
    notify: notifySettings(environment),
    log: (line) => console.log(line),
    report,
  }).catch((thrown: unknown) => {
    throw new Error(cannotStart(thrown, { folder, port }), { cause: thrown });
  });
  let stopping = false;
  const stop = () => {
    // A second signal does not wait.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping …');
    airlock.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  sayHello(airlock.url);
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : 'It could not be started.');
  process.exit(1);
}
