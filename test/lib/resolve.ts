// SPDX-License-Identifier: Apache-2.0

export type Resource = {
  Type: string;
  Properties: Record<string, unknown>;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  DependsOn?: string | string[];
  /** Logical id. */
  id: string;
};
export type StackTemplate = {
  Resources: Record<string, Resource>;
  Outputs?: Record<string, { Value: unknown }>;
};

export const account = '111122223333';
const region = 'us-east-1';
const pseudo: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': '',
};

/** The property that a resource's own name is in, by type. */
const nameProperties = [
  'RoleName',
  'BucketName',
  'FunctionName',
  'TableName',
  'QueueName',
  'TopicName',
  'StateMachineName',
  'Name',
  'LogGroupName',
];
const arnPatterns: Readonly<Record<string, (name: string) => string>> = {
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::Lambda::Function': (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::DynamoDB::Table': (name) => `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  'AWS::KMS::Key': (name) => `arn:aws:kms:${region}:${account}:key/${name}`,
  'AWS::SQS::Queue': (name) => `arn:aws:sqs:${region}:${account}:${name}`,
  'AWS::Logs::LogGroup': (name) => `arn:aws:logs:${region}:${account}:log-group:${name}:*`,
  'AWS::StepFunctions::StateMachine': (name) => `arn:aws:states:${region}:${account}:stateMachine:${name}`,
  'AWS::Bedrock::Guardrail': (name) => `arn:aws:bedrock:${region}:${account}:guardrail/${name}`,
};

/** Types that `Ref` gives the ARN of. */
const arnIsReference = ['AWS::StepFunctions::StateMachine'];

type Object_ = Record<string, unknown>;
const isObject = (value: unknown): value is Object_ =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/**
 * Resolves what a template leaves to CloudFormation, as it would turn out in one account: names and ARNs where they
 * follow from names, else a readable stand-in (`<logical id>`), the same wherever it is referred to.
 */
export function resolver(templates: Readonly<Record<string, StackTemplate>>) {
  const visit = (stack: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => visit(stack, each));
    if (!isObject(value)) return value;
    const [[key, argument] = ['', undefined], ...more] = Object.entries(value);
    if (more.length === 0) {
      if (key === 'Ref') return pseudo[String(argument)] ?? reference(stack, String(argument));
      if (key === 'Fn::GetAtt') return attribute(stack, argument as string[]);
      if (key === 'Fn::Join') {
        const [by, parts] = argument as [string, unknown[]];
        return parts.map((part) => String(visit(stack, part))).join(by);
      }
      if (key === 'Fn::Select') {
        const [index, list] = argument as [string, unknown];
        return (visit(stack, list) as unknown[])[Number(index)];
      }
      if (key === 'Fn::GetAZs') return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
      if (key === 'Fn::Sub')
        return String(argument).replace(
          /\$\{([^}]+)\}/g,
          (_, name: string) => pseudo[name] ?? nameOf(stack, name),
        );
      if (key === 'Fn::GetStackOutput') {
        const { StackName, OutputName } = argument as { StackName: string; OutputName: string };
        return visit(StackName, templates[StackName]?.Outputs?.[OutputName]?.Value);
      }
    }
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visit(stack, each)]));
  };
  const nameOf = (stack: string, id: string): string => {
    const properties = templates[stack]?.Resources[id]?.Properties ?? {};
    const property = nameProperties.find((each) => properties[each] !== undefined);
    return property === undefined ? `<${id}>` : String(visit(stack, properties[property]));
  };
  const reference = (stack: string, id: string): string =>
    arnIsReference.includes(templates[stack]?.Resources[id]?.Type ?? '')
      ? attribute(stack, [id, 'Arn'])
      : nameOf(stack, id);
  const attribute = (stack: string, [id = '', name = '']: string[]): string => {
    const type = templates[stack]?.Resources[id]?.Type ?? '';
    const pattern = arnPatterns[type];
    const isArn = name === 'Arn' || name.endsWith('Arn');
    return isArn && pattern !== undefined ? pattern(nameOf(stack, id)) : `<${id}.${name}>`;
  };
  return visit;
}
