// SPDX-License-Identifier: Apache-2.0

/**
 * Stands in bundles for the SDK's chain of credential providers (lib/bundles.ts): Lambda's runtime gives a function
 * its credentials in the environment, and a function looks for none anywhere else.
 */
export const defaultProvider =
  () =>
  async (): Promise<Readonly<{ accessKeyId: string; secretAccessKey: string; sessionToken?: string }>> => {
    const {
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_SESSION_TOKEN: sessionToken,
    } = process.env;
    if (accessKeyId === undefined || secretAccessKey === undefined)
      throw new Error('There are no credentials in the environment.');
    return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  };
