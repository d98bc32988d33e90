/**
 * A failure whose message is one clear sentence that a user can act on. It is shown as it is and
 * never logged as a fault.
 */
export class InspectionError extends Error {
  override name = 'InspectionError';
}

/**
 * The database cannot do its work just now. The message is fit for a user; the cause is for the
 * log.
 */
export class StoreError extends InspectionError {
  override name = 'StoreError';
}
