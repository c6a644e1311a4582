// SPDX-License-Identifier: Apache-2.0
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Architecture, Code, type ILayerVersion, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { bundles } from './bundles.ts';

const id = 'Dependencies';

/**
 * What functions use of packages, once a stack: the very modules that the tests have loaded. Other content is another
 * version of the layer, and an older one stays: published versions of functions still run on it.
 */
export function dependencyLayer(scope: Construct): ILayerVersion {
  const stack = Stack.of(scope);
  const made = stack.node.tryFindChild(id);
  if (made instanceof LayerVersion) return made;
  return new LayerVersion(stack, id, {
    layerVersionName: `${stack.stackName}-dependencies`,
    description: 'The AWS SDK, Powertools and other packages, as the functions use them.',
    code: Code.fromAsset(bundles().layer.folder),
    compatibleRuntimes: [Runtime.NODEJS_24_X],
    compatibleArchitectures: [Architecture.ARM_64],
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
