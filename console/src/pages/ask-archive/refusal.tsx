// SPDX-License-Identifier: Apache-2.0
import Box from '@cloudscape-design/components/box';

/** What exactly is refused, and why: the API's own sentences, which quote nothing. */
export function Refusal({ errors }: Readonly<{ errors: unknown }>) {
  const sentences = (Array.isArray(errors) ? errors : []).flatMap((each: unknown) => {
    if (typeof each !== 'object' || each === null || !('message' in each)) return [];
    // Of SQL it says itself where; a field is named.
    const field = 'path' in each && each.path !== 'sql' ? `${String(each.path).split('.').at(-1)}: ` : '';
    return [`${field}${String(each.message)}`];
  });
  return (
    <div role="alert">
      {sentences.map((sentence) => (
        <Box key={sentence} color="text-status-error">
          {sentence}
        </Box>
      ))}
    </div>
  );
}
