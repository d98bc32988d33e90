import type { WebClient } from '@slack/web-api';
import { InspectionError } from '../../domain/errors.js';
import type { Outgoing } from './outgoing.js';

/** Longer than this nobody waits for a picture. */
const TIMEOUT_MS = 20_000;

/**
 * Uploads a file that no channel has yet, for blocks of this bot to show, and gives its id. It
 * takes the scope `files:write`. Source: Slack, "Working with files".
 * @throws what Slack's client throws; InspectionError where Slack does not take the bytes.
 */
export async function uploadFile(
  client: WebClient,
  { fetch, takesReplies }: Pick<Outgoing, 'fetch' | 'takesReplies'>,
  { name, title, bytes }: { name: string; title: string; bytes: Uint8Array },
): Promise<string> {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (!url || !id || !takesReplies(url))
    throw new InspectionError('Slack gave no address to upload a file to.');
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok)
    throw new InspectionError(`Slack did not take an uploaded file (${response.status}).`);
  await client.files.completeUploadExternal({ files: [{ id, title }] });
  return id;
}
