// SPDX-License-Identifier: Apache-2.0
// Prints the API's document (OpenAPI 3.1) as JSON: the deployment asks for it so, and knows nothing of the operations.
import { operations } from '../lambdas/api/index.ts';
import { openapiDocument } from '../lambdas/api/openapi-document.ts';

process.stdout.write(JSON.stringify(openapiDocument(operations)));
