// SPDX-License-Identifier: Apache-2.0

/** The names of columns, each once: the second `day` is `day_2`, as files want it. */
export function columnNames(columns: readonly Readonly<{ name: string }>[]): string[] {
  const taken = new Set<string>();
  return columns.map(({ name }) => {
    let free = name;
    for (let times = 2; taken.has(free.toLowerCase()); times += 1) free = `${name}_${times}`;
    taken.add(free.toLowerCase());
    return free;
  });
}
