import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { databaseFile } from '../../src/store/database-url.js';
import { openWorkplace, type Workplace } from '../end-to-end/workplace.js';

describe('While another program locks the database', () => {
  let workplace: Workplace;
  let other: Database.Database;
  beforeEach(async () => {
    workplace = await openWorkplace();
    other = new Database(databaseFile(workplace.databaseUrl));
    other.exec('BEGIN EXCLUSIVE');
  });
  afterEach(async () => {
    other.close();
    await workplace.close();
  });

  it('a command that changes something is answered with a sentence and a reference of the log, and works afterwards', async () => {
    const setUp = 'digest on tameside at 08:30 weekdays';
    const refused = await workplace.ask(setUp);
    expect(refused.text).toContain(
      'The bot’s database is busy with something else, so nothing was changed: try again in a minute.',
    );
    const [reference = ''] = /\b[0-9A-F]{8}\b/.exec(refused.text) ?? [];
    expect(workplace.log()).toContain(reference);
    expect(workplace.slack.messages('general')).toEqual([]);
    other.exec('COMMIT');
    await workplace.ask(setUp);
    const kept = await workplace.inStore((store) =>
      store.subscriptions.list(workplace.slack.team.id),
    );
    expect(kept).toMatchObject([{ authorities: ['80569'], at: '08:30', status: 'active' }]);
  });

  it('questions are answered as ever', async () => {
    const answer = await workplace.ask('tameside latest');
    expect(answer.text).toContain('inadequate');
  });
});
