// SPDX-License-Identifier: Apache-2.0
import type { Principal } from '../../lambdas/records/principal.ts';

export type User = Pick<Principal, 'tenantId' | 'groups'> & Readonly<{ name: string; title: string }>;

/** Who can sign in on a laptop: made-up people in two tenants. The README names them. */
export const users: readonly User[] = [
  { name: 'rosa', tenantId: 'clinic', groups: ['requester'], title: 'asks for the clinic' },
  { name: 'raj', tenantId: 'bank', groups: ['requester'], title: 'asks for the bank' },
  { name: 'vera', tenantId: 'clinic', groups: ['reviewer'], title: 'reviews for the clinic' },
  { name: 'viktor', tenantId: 'bank', groups: ['reviewer'], title: 'reviews for the bank' },
  {
    name: 'juno',
    tenantId: 'clinic',
    groups: ['reviewer', 'junior-reviewer'],
    title: 'junior reviewer of the clinic',
  },
  {
    name: 'sofia',
    tenantId: 'clinic',
    groups: ['reviewer', 'senior-reviewer'],
    title: 'senior reviewer of the clinic',
  },
  {
    name: 'wanda',
    tenantId: 'bank',
    groups: ['reviewer', 'senior-reviewer'],
    title: 'senior reviewer of the bank',
  },
  { name: 'conrad', tenantId: 'clinic', groups: ['compliance'], title: 'compliance officer of the clinic' },
  {
    name: 'clara',
    tenantId: 'clinic',
    groups: ['compliance'],
    title: 'second compliance officer of the clinic',
  },
  { name: 'bruno', tenantId: 'bank', groups: ['compliance'], title: 'compliance officer of the bank' },
  { name: 'bea', tenantId: 'bank', groups: ['compliance'], title: 'second compliance officer of the bank' },
];

export const userNamed = (name: string): User | undefined => users.find((user) => user.name === name);
