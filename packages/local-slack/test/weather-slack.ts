import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../src/index.js';

/** The workspace of an app that tells the weather: what an app hands in. */
const WEATHER = {
  botName: 'weather',
  channels: [
    { id: 'C0GENERAL', name: 'general', topic: 'For everybody' },
    { id: 'C0HARBOUR', name: 'harbour', topic: 'The harbour' },
    { id: 'C0LOBBY', name: 'lobby', topic: 'The front desk', botIsMember: false },
  ],
  commands: [{ name: '/weather', hint: '[city] [question]', description: 'Ask about the weather' }],
  shortcuts: [{ name: 'Show the forecast', callbackId: 'forecast' }],
  examples: ['/weather leeds latest', 'what about wind in leeds?', '/weather help'],
  disclaimer: 'A stand-in for Slack. It knows nothing of the sky.',
} satisfies LocalSlackOptions;

/** Starts the local Slack of the weather app. */
export const startWeatherSlack = (options: LocalSlackOptions = {}): Promise<LocalSlack> =>
  startLocalSlack({ ...WEATHER, ...options });
