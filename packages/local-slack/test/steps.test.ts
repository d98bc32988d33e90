import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { type LocalSlack, startLocalSlack } from '../src/index.js';
import { startRequestRecorder } from './request-recorder.js';

const STEP = {
  callbackId: 'forecast',
  title: 'Ask for a forecast',
  inputs: [{ name: 'city', title: 'City', required: true }],
  outputs: [
    { name: 'answer', title: 'Answer', required: true },
    { name: 'link', title: 'Link' },
  ],
};

let slack: LocalSlack;
let recorder: Awaited<ReturnType<typeof startRequestRecorder>>;
let client: WebClient;
beforeEach(async () => {
  recorder = await startRequestRecorder();
  slack = await startLocalSlack({ page: false, steps: [STEP] });
  slack.deliverTo(recorder.url);
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl });
});
afterEach(async () => {
  await slack.close();
  await recorder.close();
});

describe('A step of a workflow', () => {
  it('is sent to the app with what was given to it', async () => {
    const { id } = await slack.runStep('forecast', { city: 'Leeds' });
    expect(JSON.parse(recorder.received[0]?.body ?? '').event).toMatchObject({
      type: 'function_executed',
      function: { callback_id: 'forecast', input_parameters: [{ name: 'city' }] },
      inputs: { city: 'Leeds' },
      function_execution_id: id,
    });
  });

  it('ends as the app says, once', async () => {
    const execution = await slack.runStep('forecast', { city: 'Leeds' });
    const { id: function_execution_id } = execution;
    const complete = (outputs: Record<string, unknown>) =>
      client.functions.completeSuccess({ function_execution_id, outputs: outputs as never });
    for (const outputs of [{}, { answer: 1 }, { answer: 'Rain', wind: 'none' }])
      await expect(complete(outputs)).rejects.toMatchObject({
        data: { error: 'parameter_validation_failed' },
      });
    await complete({ answer: 'Rain' });
    expect(execution).toMatchObject({ status: 'done', outputs: { answer: 'Rain' } });
    await expect(
      client.functions.completeError({ function_execution_id, error: 'No' }),
    ).rejects.toMatchObject({ data: { error: 'execution_not_in_running_state' } });
    await expect(
      client.functions.completeError({ function_execution_id: 'Fx0', error: 'No' }),
    ).rejects.toMatchObject({ data: { error: 'function_execution_not_found' } });
  });

  it('is not run without what it needs, or where the app has none of that name', async () => {
    await expect(slack.runStep('forecast', {})).rejects.toThrow('City');
    await expect(slack.runStep('sunshine', {})).rejects.toThrow('no step');
  });
});
