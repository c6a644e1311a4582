// SPDX-License-Identifier: Apache-2.0

/** Where Comprehend Medical is (AWS General Reference, 2026). */
export const medicalRegions: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'us-gov-west-1',
  'ca-central-1',
  'eu-west-1',
  'eu-west-2',
  'ap-southeast-2',
];

/** Where Bedrock's InvokeGuardrailChecks is. */
export const checkRegions: readonly string[] = [
  'us-east-1',
  'us-east-2',
  'us-west-2',
  'eu-west-2',
  'eu-north-1',
  'ap-northeast-1',
  'ap-southeast-2',
];

/** Regions of each geography that an inference profile or a STANDARD guardrail may send a text to. */
export const geographies = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3'],
  apac: ['ap-northeast-1', 'ap-northeast-2', 'ap-south-1', 'ap-southeast-1', 'ap-southeast-2'],
} as const;

export type Geography = keyof typeof geographies;

/** Where guardrails of the STANDARD tier can be made. */
export const standardTierRegions: readonly string[] = [...Object.values(geographies).flat(), 'us-gov-west-1'];

/** AWS's own lists of the addresses behind the gateway endpoints (`aws ec2 describe-managed-prefix-lists`). */
export const prefixLists: Readonly<Record<string, Readonly<{ s3: string; dynamodb: string }>>> = {
  'us-east-1': { s3: 'pl-63a5400a', dynamodb: 'pl-02cd2c6b' },
  'us-east-2': { s3: 'pl-7ba54012', dynamodb: 'pl-4ca54025' },
  'us-west-2': { s3: 'pl-68a54001', dynamodb: 'pl-00a54069' },
  'eu-west-1': { s3: 'pl-6da54004', dynamodb: 'pl-6fa54006' },
  'eu-central-1': { s3: 'pl-6ea54007', dynamodb: 'pl-66a5400f' },
};
