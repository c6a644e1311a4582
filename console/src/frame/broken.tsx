// SPDX-License-Identifier: Apache-2.0
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { Component, type ReactNode } from 'react';
import { frame } from '../words/frame.ts';

/** Keeps the frame when a page throws. The error is not shown: its message may quote what was on the page. */
export class Broken extends Component<Readonly<{ children: ReactNode }>, Readonly<{ broken: boolean }>> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const reload = <Button onClick={() => location.reload()}>{frame.reload}</Button>;
    return (
      <Alert type="error" header={frame.broken} action={reload}>
        {frame.brokenText}
      </Alert>
    );
  }
}
