// What the bot is measured against by bench-replies.mjs: a Bolt app that acknowledges a command and
// answers “ok” through its response_url. It prints its port.
import { App, HTTPReceiver } from '@slack/bolt';

const { SLACK_BOT_TOKEN: token, SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL } = process.env;
const receiver = new HTTPReceiver({ signingSecret, endpoints: '/slack/events', logLevel: 'error' });
const app = new App({ receiver, token, clientOptions: { slackApiUrl: SLACK_API_URL } });
app.command('/ofsted', async ({ ack, respond }) => {
  await ack();
  await respond({ text: 'ok', response_type: 'ephemeral' });
});
const server = await app.start(0);
console.log(`bare Bolt on port ${server.address().port}`);
