// SPDX-License-Identifier: Apache-2.0
import type { ServiceError } from './service.ts';

const escape = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Elements of one level, in their order. */
export const text = (values: Readonly<Record<string, string | number | boolean>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<${name}>${escape(String(value))}</${name}>`)
    .join('');

export const xmlError = (error: ServiceError): string =>
  `<Error>${text({ Code: error.name, Message: error.message })}</Error>`;
