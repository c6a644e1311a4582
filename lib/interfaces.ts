// SPDX-License-Identifier: Apache-2.0
import type { IRestApi, RestApiBase } from 'aws-cdk-lib/aws-apigateway';
import type { IVpc, Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Bucket, IBucket } from 'aws-cdk-lib/aws-s3';

// CDK's classes have getters that may be undefined where its interfaces have optional properties: under
// `exactOptionalPropertyTypes` a class is not its own interface. These say so, by name.
export const asBucket = (bucket: Bucket): IBucket => bucket as IBucket;
export const asVpc = (vpc: Vpc): IVpc => vpc as IVpc;
export const asApi = (api: RestApiBase): IRestApi => api as IRestApi;
