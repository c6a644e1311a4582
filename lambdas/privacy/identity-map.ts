// SPDX-License-Identifier: Apache-2.0
import type { IdentityMap } from '../records/identity.ts';

/** The map of a conversation that has no identities yet. `secret`: 32 random bytes, base64url. */
export const emptyIdentityMap = (secret: string): IdentityMap => ({ secret, identities: [] });
