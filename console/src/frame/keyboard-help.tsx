// SPDX-License-Identifier: Apache-2.0
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { DialogButtons } from './dialog-buttons.tsx';
import { keys as words } from '../words/keys.ts';

type Props = Readonly<{ of: 'queue' | 'review'; close: () => void }>;

export const KeyboardHelp = ({ of, close }: Props) => (
  <Modal
    visible
    header={words.title}
    onDismiss={close}
    footer={
      <DialogButtons>
        <Button onClick={close}>{words.close}</Button>
      </DialogButtons>
    }
  >
    <dl className="airlock-keys">
      {words[of].map(([key, meaning]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </Modal>
);
