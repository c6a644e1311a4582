// SPDX-License-Identifier: Apache-2.0

export type ServerEvent = Readonly<{ kind: string; caseId: string | undefined }>;

function eventOf(block: string): ServerEvent | undefined {
  const fields = new Map(
    block.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
  const kind = fields.get('event');
  if (kind === undefined) return undefined;
  const data = JSON.parse(fields.get('data') ?? '{}') as { caseId?: string };
  return { kind, caseId: data.caseId };
}

/** Server-sent events of a stream, as they come; comments and fields of no event are passed over. */
export async function* serverEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let rest = '';
  const reader = stream
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (rest + read.value).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event !== undefined) yield event;
    }
  }
}
