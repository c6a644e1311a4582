// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DeploymentRefused, type ResourceEvent } from './custom-resource.ts';

/** A property that holds JSON: CloudFormation makes strings of everything else. */
const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'is not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

export const MacieJobProperties = z.looseObject({
  buckets: json(z.array(z.string()).min(1)),
  identifierIds: json(z.array(z.string())),
  frequency: z.enum(['day', 'week']),
  hash: z.string(),
});
export const PreflightProperties = z.looseObject({
  models: json(z.array(z.string()).min(1)),
  macie: z.enum(['on', 'off']),
  charactersPerSecond: z.coerce.number().positive(),
});

/** The properties of a resource. @throws DeploymentRefused naming those that are missing or wrong */
export function propertiesOf<Schema extends z.ZodType>(
  schema: Schema,
  { ResourceProperties }: Pick<ResourceEvent, 'ResourceProperties'>,
): z.infer<Schema> {
  const parsed = schema.safeParse(ResourceProperties);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  throw new DeploymentRefused(`Properties that are missing or wrong: ${wrong.join(', ')}.`);
}

/** The account that a stack is in. */
export const accountOf = ({ StackId }: Pick<ResourceEvent, 'StackId'>): string => StackId.split(':')[4] ?? '';
