import { z } from 'zod';
import type { StoredFile } from '../files.js';
import { type JsonObject, parseJson } from '../json.js';
import { SlackError } from '../slack-error.js';
import { type Method, method } from './call.js';

const count = z.coerce.number().int().positive();

/** Files are uploaded here and not shared: blocks show them. */
const unshared = {
  channel_id: z.undefined().optional(),
  channels: z.undefined().optional(),
  initial_comment: z.undefined().optional(),
};

/** The two calls around an upload (docs.slack.dev/messaging/working-with-files). */
export const filesMethods: Record<string, Method> = {
  'files.getUploadURLExternal': method({
    scope: 'files:write',
    args: z.looseObject({ filename: z.string().min(1), length: count }),
    run: ({ filename, length }, { files, url }) => {
      const { id, path } = files.reserve(filename, length);
      return { upload_url: `${url}${path}`, file_id: id };
    },
  }),

  'files.completeUploadExternal': method({
    scope: 'files:write',
    args: z.looseObject({
      ...unshared,
      files: z.preprocess(
        (given) => (typeof given === 'string' ? parseJson(given) : given),
        z.array(z.looseObject({ id: z.string(), title: z.string().optional() })).min(1),
      ),
    }),
    run: (args, { files }) => ({
      files: args.files.map(({ id, title }) => {
        const file = files.complete(id, title);
        if (file === null) throw new SlackError('file_not_found');
        return payload(file);
      }),
    }),
  }),
};

const payload = ({ id, name, title, mimetype, bytes }: StoredFile): JsonObject => ({
  ...{ id, name, title, mimetype, size: bytes.length },
});
