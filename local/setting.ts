// SPDX-License-Identifier: Apache-2.0

/** A variable of the environment. One that is set to nothing (`AIRLOCK_DATA= npm start`) is not set: as a path it would be the folder one stands in. */
export const setting = (
  name: `AIRLOCK_${string}`,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined => {
  const value = environment[name];
  return value === '' ? undefined : value;
};
