import base from '../../jest.config.mjs';

/*
 * The tests that drive a real browser. They need Chromium and the compiled page (`npm run build`).
 */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 60_000,
  maxWorkers: 1,
};
