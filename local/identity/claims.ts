// SPDX-License-Identifier: Apache-2.0
import type { User } from './users.ts';

/** What tokens for the API are made out to (RFC 8707 resource). */
export const audience = 'urn:prompt-airlock:api';
/** The one application that signs in here: console and command line. */
export const clientId = 'airlock';

/** The claims that Amazon Cognito gives, so that the laptop's operations see the same. */
export const claimsOf = (user: User) => ({
  'cognito:groups': [...user.groups],
  'custom:tenant': user.tenantId,
});
