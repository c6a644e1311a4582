// SPDX-License-Identifier: Apache-2.0
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { filterLines, TextLineSchema } from '../../../local/commands/json-lines.ts';
import { clearProgress, sayProgress, whileWaiting } from '../../../local/commands/progress.ts';

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

describe('a progress line', () => {
  it('is written over, and taken away at the end', () => {
    const terminal = screen(true);
    sayProgress('5000 objects …', terminal);
    clearProgress(terminal);
    expect(terminal.written).toEqual(['\r5000 objects …\x1b[K', '\r\x1b[K']);
  });

  it('says what is waited for, and goes also where it fails', async () => {
    const terminal = screen(true);
    expect(await whileWaiting('waiting', Promise.resolve(7), terminal)).toBe(7);
    await expect(whileWaiting('waiting', Promise.reject(new Error('no')), terminal)).rejects.toThrow('no');
    const both = ['\rwaiting …\x1b[K', '\r\x1b[K'];
    expect(terminal.written).toEqual([...both, ...both]);
  });

  it('is not there where stderr is a file or a pipe', async () => {
    const file = screen(false);
    sayProgress('5000 objects …', file);
    await whileWaiting('waiting', Promise.resolve(7), file);
    clearProgress(file);
    expect(file.written).toEqual([]);
  });
});

describe('a filter', () => {
  const filtered = async (interactive: boolean, count: number) => {
    const sinks = ['', ''];
    const sink = (at: number) =>
      new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          sinks[at] = `${sinks[at] ?? ''}${chunk.toString()}`;
          done();
        },
      });
    const lines = Array.from({ length: count }, (_, id) =>
      id === 2 ? 'nonsense\n' : `${JSON.stringify({ id, text: 'x' })}\n`,
    );
    const streams = { input: Readable.from(lines), output: sink(0), errors: sink(1), interactive };
    await filterLines(streams, TextLineSchema, ({ id }) => ({ id }));
    return sinks;
  };

  it('says on a terminal how many lines it has done, without getting in the way of what is wrong', async () => {
    const [out = '', errors = ''] = await filtered(true, 600);
    expect(out.split('\n')).toHaveLength(600);
    expect(errors).toBe('\r\x1b[Kline 3: not JSON\n\r250 lines\r500 lines\r600 lines, 1 without an answer\n');
  });

  it('and elsewhere only what is wrong', async () =>
    expect((await filtered(false, 600))[1]).toBe('line 3: not JSON\n'));
});
