// The closed list of failures an edge may tell. Each code has its HTTP status; the reader's words for it live in the
// renderer's catalogue under `error.<code>`. Source: design, section 4.

export const errorStatus = {
  badRequest: 400,
  notSignedIn: 401,
  wrongPassword: 401,
  forbidden: 403,
  passwordNotOwn: 403,
  foreignOrigin: 403,
  notFound: 404,
  conflict: 409,
  stageNotAllowed: 409,
  recalled: 410,
  userNameTaken: 409,
  alreadySetUp: 409,
  tooLarge: 413,
  unsupportedFile: 415,
  emptyFile: 422,
  truncatedFile: 422,
  passwordProtectedFile: 422,
  hostileFile: 422,
  secretPaper: 422,
  importHasErrors: 422,
  rangeNotSatisfiable: 416,
  tooManyRequests: 429,
  internal: 500,
  storageFull: 507,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** A failure meant for the outside: one code of the closed list and plain details, never an internal message. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}, options: { cause?: unknown } = {}) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** The JSON body of every failed request. `message` is Vietnamese and may be shown as it is. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; details: Record<string, unknown> };
}
