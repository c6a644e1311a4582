// SPDX-License-Identifier: Apache-2.0
import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import { asking } from './asking.ts';

type Version = Readonly<{ id: string; marker: boolean }>;

/** Every version and delete marker of a key, oldest first. */
export async function versionsOf(s3: S3Client, bucket: string, key: string): Promise<Version[]> {
  const found: (Version & { at: number })[] = [];
  let marker: { KeyMarker?: string; VersionIdMarker?: string } | undefined = {};
  while (marker !== undefined) {
    const command: ListObjectVersionsCommand = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: key,
      ...marker,
    });
    const page = await asking(() => s3.send(command));
    const all = [
      ...(page.Versions ?? []).map((each) => ({ ...each, marker: false })),
      ...(page.DeleteMarkers ?? []).map((each) => ({ ...each, marker: true })),
    ];
    for (const { Key, VersionId, LastModified, marker: isMarker } of all)
      if (Key === key && VersionId !== undefined)
        found.push({ id: VersionId, marker: isMarker, at: LastModified?.getTime() ?? 0 });
    // Keys come in order: once another one has come, this one has no more.
    const more = page.IsTruncated === true && page.NextKeyMarker === key;
    marker = more
      ? {
          KeyMarker: key,
          ...(page.NextVersionIdMarker === undefined ? {} : { VersionIdMarker: page.NextVersionIdMarker }),
        }
      : undefined;
  }
  // S3 lists the newest first: among those of one moment the last in the list is the oldest.
  return found
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.at - b.at || b.index - a.index)
    .map(({ id, marker: isMarker }) => ({ id, marker: isMarker }));
}
