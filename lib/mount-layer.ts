// SPDX-License-Identifier: Apache-2.0
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Lets this thread find a layer's modules where Lambda puts them, under `/opt`, so that a bundle runs here as it is
 * deployed: for tests and measurements.
 */
export function mountLayer(folder: string): void {
  const prefix = '/opt/';
  registerHooks({
    resolve: (specifier, context, next) =>
      next(
        specifier.startsWith(prefix)
          ? pathToFileURL(join(folder, specifier.slice(prefix.length))).href
          : specifier,
        context,
      ),
  });
}
