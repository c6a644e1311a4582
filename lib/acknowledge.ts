// SPDX-License-Identifier: Apache-2.0
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const packs = {
  all: ['HIPAA.Security', 'NIST.800.53.R5', 'PCI.DSS.321'],
  two: ['HIPAA.Security', 'NIST.800.53.R5'],
};

/** Gives a rule of one pack a reason, on one construct. */
export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  Validations.of(construct).acknowledge({ id, reason });
}

/** The same of a rule that HIPAA, NIST and, where `pci` says so, PCI DSS have in common. */
export function acknowledgeInPacks(
  construct: IConstruct,
  rule: string,
  reason: string,
  { pci = true } = {},
): void {
  for (const pack of pci ? packs.all : packs.two) acknowledge(construct, `${pack}-${rule}`, reason);
}
