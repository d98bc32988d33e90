import { describe, expect, it } from '@jest/globals';
import { openWorkplace } from './workplace.js';

const DAY_MS = 86_400_000;

describe('An error report, and a rating', () => {
  it('is deleted after REPORTS_KEEP_DAYS, and a newer one is kept', async () => {
    const workplace = await openWorkplace({ env: { REPORTS_KEEP_DAYS: '30' } });
    try {
      const report = (reference: string, days: number) => ({
        ...{ reference, team: 'T1', passages: [], text: 'The date is wrong' },
        reportedAt: new Date(Date.now() - days * DAY_MS).toISOString(),
      });
      const rating = (id: string, days: number) => ({
        ...{ id, team: 'T1', rating: 'up', choice: null, comment: null, intent: 'latest' },
        ...{ parts: [], record: 'aaaaaaaaaaaa', day: report('', days).reportedAt.slice(0, 10) },
      });
      await workplace.inStore(async ({ errorReports, feedback }) => {
        await feedback.rate({ ...rating('old', 31), rating: 'up' });
        await feedback.rate({ ...rating('new', 29), rating: 'up' });
        await errorReports.add(report('AAAAAAAA', 31));
        await errorReports.add(report('BBBBBBBB', 29));
      });
      await workplace.restart();
      const left = await workplace.inStore(({ errorReports }) => errorReports.list());
      expect(left.map(({ reference }) => reference)).toEqual(['BBBBBBBB']);
      const ratings = await workplace.inStore(({ feedback }) => feedback.list());
      expect(ratings.map(({ id }) => id)).toEqual(['new']);
    } finally {
      await workplace.close();
    }
  });
});
