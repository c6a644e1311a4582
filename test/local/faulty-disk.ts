// SPDX-License-Identifier: Apache-2.0
import { type Disk, type OpenFile, realDisk } from '../../local/disk.ts';

/** The operations a fault can be put on; `write` and `datasync` are those of an open file. */
export type Operation = keyof Disk | 'write' | 'datasync' | 'sync';

const diskError = (code: string) => Object.assign(new Error(`${code}: no`), { code });

type Faults = Readonly<{
  fails: (operation: Operation) => void;
  waits: (operation: Operation) => Promise<void>;
}>;

function faultyHandle(handle: OpenFile, { fails, waits }: Faults): OpenFile {
  return new Proxy(handle, {
    get: (target, name) => {
      const operation = name === 'writeFile' ? 'write' : name;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...parameters: unknown[]) => {
        if (operation === 'write') {
          await waits('write');
          // A disk fills up in the middle of a file: half of it is there.
          try {
            fails('write');
          } catch (error) {
            const [bytes] = parameters as [Uint8Array];
            await target.write(bytes.subarray(0, bytes.length / 2));
            throw error;
          }
        }
        if (operation === 'datasync' || operation === 'sync') fails(operation);
        return (value as (...each: unknown[]) => unknown).apply(target, parameters);
      };
    },
  });
}

/** The real disk, on which operations fail with a code while the test says so. */
export function faultyDisk() {
  const faults = new Map<Operation, string>();
  const pauses = new Map<Operation, Promise<void>>();
  const waits = async (operation: Operation) => pauses.get(operation);
  const fails = (operation: Operation) => {
    const code = faults.get(operation);
    if (code !== undefined) throw diskError(code);
  };
  const disk = new Proxy(realDisk, {
    get: (target, name: keyof Disk) => {
      const value = target[name] as (...each: unknown[]) => Promise<unknown>;
      return async (...parameters: unknown[]) => {
        fails(name);
        const result = await value(...parameters);
        await waits(name);
        return name === 'open' ? faultyHandle(result as OpenFile, { fails, waits }) : result;
      };
    },
  });
  return {
    disk,
    fail: (operation: Operation, code: string) => faults.set(operation, code),
    mend: () => faults.clear(),
    /** Operations of this kind wait until the returned function is called. */
    pause: (operation: Operation): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      pauses.set(operation, promise);
      return () => {
        pauses.delete(operation);
        resolve(undefined);
      };
    },
  };
}
