/**
 * Where expected.json and the report itself differ, and the report is right. In these three a
 * bullet of "What needs to improve" introduces a list of its own ("Services to care leavers,
 * including: …"); it is an item like the others.
 */
export const KNOWN_DIFFERENCES = {
  '80419-isle-of-wight/2023-12-15.pdf': { recommendations: 4 },
  '80461-devon/2020-03-17.pdf': { recommendations: 8 },
  '80521-manchester/2022-05-19.pdf': { recommendations: 4 },
};
