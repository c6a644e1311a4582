// SPDX-License-Identifier: Apache-2.0
// The properties' generator, with one seed for every run: what fails in CI fails again at a desk, and a change
// that has nothing to do with it is not stopped by luck. `AIRLOCK_SEED=random npm test` looks elsewhere.
import fc from 'fast-check';

const { AIRLOCK_SEED: wanted = '20261120' } = process.env;
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });

export { fc };
