/**
 * A failure whose message is one clear sentence that a user can act on; shown as it is, never
 * logged as a fault.
 */
export class InspectionError extends Error {
  override name = 'InspectionError';
}
