import { z } from 'zod';
import { assistantMethods } from './assistant.js';
import { type Method, method } from './call.js';
import { chatMethods } from './chat.js';
import { conversationsMethods } from './conversations.js';
import { filesMethods } from './files.js';
import { functionsMethods } from './functions.js';
import { oauthMethods } from './oauth.js';
import { peopleMethods } from './people.js';
import { unfurlMethods } from './unfurl.js';
import { viewsMethods } from './views.js';

/** Every Web API method that the local Slack knows; any other is `unknown_method`. */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({
    ...assistantMethods,
    ...chatMethods,
    ...conversationsMethods,
    ...filesMethods,
    ...functionsMethods,
    ...oauthMethods,
    ...peopleMethods,
    ...unfurlMethods,
    ...viewsMethods,
    'apps.connections.open': method({
      token: 'app',
      args: z.looseObject({}),
      run: (_args, { url, socketMode }) => ({
        url: `${url.replace(/^http/, 'ws')}${socketMode.issuePath()}`,
      }),
    }),
  }),
);
