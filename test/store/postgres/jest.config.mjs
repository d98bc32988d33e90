import base from '../../../jest.config.mjs';

/** @type {import('jest').Config} */
export default {
  ...base,
  rootDir: '../../..',
  roots: ['<rootDir>/test/store/postgres'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
};
