// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyFor } from '../../../local/commands/submit.ts';
import { UsageError } from '../../../local/commands/usage-error.ts';

const messages = [{ role: 'user', content: 'Her cough is better.' }];
const note = { title: 'note.txt', content: 'Seen on Monday.' };

describe('the body for a file', () => {
  let folder: string;
  const write = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const bodyOf = (file: string, ...document: string[]) => bodyFor({ policy: 'healthcare', file, document });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'airlock-submit-'));
    write('note.txt', note.content);
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const notePath = () => join(folder, 'note.txt');

  it('is a message of the user, with the documents', () => {
    const file = write('prompt.txt', 'Her cough is better.');
    expect(bodyOf(file)).toEqual({ policy: 'healthcare', messages });
    expect(bodyOf(file, notePath())).toEqual({ policy: 'healthcare', messages, documents: [note] });
  });

  it('is what a JSON file says, and leaves out no document', () => {
    const own = { title: 'Chart', content: 'Nothing new.' };
    const plain = write('plain.json', { messages });
    const file = write('request.json', { messages, documents: [own] });
    expect(bodyOf(plain, notePath())).toEqual({ policy: 'healthcare', messages, documents: [note] });
    expect(bodyOf(file)).toEqual({ policy: 'healthcare', messages, documents: [own] });
    expect(bodyOf(file, notePath())).toEqual({ policy: 'healthcare', messages, documents: [own, note] });
  });

  it('leaves what is no list of documents to be refused', () => {
    const file = write('wrong.json', { messages, documents: 'Chart' });
    expect(bodyOf(file, notePath())).toEqual({ policy: 'healthcare', messages, documents: 'Chart' });
  });

  it('is not made of a broken JSON file, and does not quote it', () => {
    const content = '{"messages": Zebediah';
    const asText = { policy: 'healthcare', messages: [{ role: 'user', content }] };
    const broken = write('broken.json', content);
    expect(() => bodyOf(broken)).toThrow(new UsageError(`${broken} is not JSON.`));
    expect(bodyOf(write('broken.txt', content))).toEqual(asText);
  });
});
