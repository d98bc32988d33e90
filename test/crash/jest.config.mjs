import base from '../../jest.config.mjs';

/** Bots that are killed while they send digests. They run from dist/ (`npm run build`). */
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/test/crash'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 1_800_000,
  maxWorkers: 1,
};
