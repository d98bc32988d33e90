import { loadRecord } from '../../src/corpus/load.js';
import { pdfOf } from '../support/pdf.js';
import { ilacsReport, visitLetter } from '../support/reports.js';
import type { PublishedReport, SiteCouncil } from './published.js';

/** The first number of a file; Ofsted's have eight digits. */
const FIRST = 50_000_000;

/**
 * Councils of the register with reports of visits that never took place: an inspection, a
 * monitoring visit and one of a kind that has no layout, each of another council's days.
 */
export async function councilsWithReports(count: number): Promise<SiteCouncil[]> {
  const { authorities } = await loadRecord();
  return authorities.slice(0, count).map(({ urn, name }, i) => ({
    urn,
    name,
    reports: [
      inspection(name, FIRST + 3 * i),
      monitoringVisit(name, FIRST + 3 * i + 1),
      ...(i % 4 === 0 ? [jointInspection(name, FIRST + 3 * i + 2)] : []),
    ],
  }));
}

export const inspection = (
  council: string,
  number: number,
  dates = { printed: '4 to 15 December 2023', visit: '2023-12-04', published: '2024-02-13' },
): PublishedReport => ({
  number,
  title: 'Children’s services inspection',
  visit: dates.visit,
  published: dates.published,
  content: pdfOf(ilacsReport({ council, dates: `Inspection dates: ${dates.printed}` })),
});

const monitoringVisit = (council: string, number: number): PublishedReport => ({
  number,
  title: 'Monitoring visit',
  visit: '2017-09-05',
  published: '2017-09-30',
  content: pdfOf(
    visitLetter({
      heading: `Monitoring visit of ${council} local authority children’s services`,
      opening: `This letter summarises the findings of the monitoring visit to ${council} children’s services on 5 and 6 September 2017. The visit was the third monitoring visit since the local authority was judged inadequate in December 2016. The inspectors were Firstname Lastname HMI and Givenname Familyname HMI.`,
    }),
  ),
});

export const jointInspection = (council: string, number: number): PublishedReport => ({
  number,
  title: 'Joint area child protection inspection',
  visit: '2019-05-13',
  published: '2019-07-01',
  content: pdfOf([
    [
      { text: `Joint targeted area inspection of ${council}`, x: 71, y: 700, size: 26 },
      { text: 'Partners work well together.', x: 71, y: 600, size: 12 },
    ],
  ]),
});
