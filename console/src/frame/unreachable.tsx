// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { frame } from '../words/frame.ts';

/** Instead of the console, where not even its configuration can be had. */
export const Unreachable = () => (
  <main>
    <Alert type="error" action={<Button onClick={() => location.reload()}>{frame.retry}</Button>}>
      {frame.offline}
    </Alert>
  </main>
);
