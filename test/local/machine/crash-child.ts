// SPDX-License-Identifier: Apache-2.0
import { appendFileSync } from 'node:fs';
import { openDatabase } from '../../../local/database.ts';
import { openMachine } from '../../../local/machine.ts';
import { definitionOf, invoke, invokeWithToken } from './harness.ts';

// Run by crash.test.ts, which kills it: starts what it is told to start, and writes down what happens outside the database.
const [path = '', effects = '', count = '0', holdEvery = '4'] = process.argv.slice(2);

const note = (line: string): void => appendFileSync(effects, `${line}\n`);
const next = (name: string, to: string): object =>
  invoke(name, { Next: to, Output: '{% $states.result.Payload %}' });
const states = {
  One: next('step', 'Two'),
  Two: next('step', 'Held'),
  Held: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $states.input.held %}', Next: 'Review' }],
    Default: 'Pause',
  },
  Review: invokeWithToken('review', {
    TimeoutSeconds: 100_000,
    Output: '{% $states.input %}',
    Next: 'Pause',
  }),
  Pause: { Type: 'Wait', Seconds: 1, Next: 'Three' },
  Three: next('step', 'Done'),
  Done: { Type: 'Succeed' },
};
const database = openDatabase({ path, synchronous: 'NORMAL' });
const machine = openMachine({
  definition: definitionOf(states),
  database,
  functions: {
    step: async (payload) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      const { steps, ...rest } = payload as { steps: number; name: string };
      note(`step ${rest.name} ${steps}`);
      return { ...rest, steps: steps + 1 };
    },
    review: async (payload) => {
      const { token } = payload as { token: string };
      note(`token ${token}`);
    },
  },
});
machine.onClosed(({ name }) => note(`closed ${name}`));
process.on('message', (message: { succeed?: string; stop?: true }) => {
  if (message.stop === true) {
    void machine.close().then(() => {
      database.close();
      process.exit(0);
    });
  } else if (message.succeed !== undefined) {
    machine.succeed(message.succeed, 'yes').then(
      () => process.send?.('ok'),
      (error: unknown) => process.send?.((error as Error).name),
    );
  }
});
for (let at = 0; at < Number(count); at += 1) {
  const name = `case-${at}`;
  await machine
    .start(name, { name, steps: 0, held: at % Number(holdEvery) === 0 })
    .catch((error: unknown) => {
      // Started before the last crash, and closed since.
      if ((error as Error).name !== 'ExecutionAlreadyExists') throw error;
    });
  note(`accepted ${name}`);
}
process.send?.('ready');
