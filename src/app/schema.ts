/** The version of what a record's body looks like. Raised with an upcast whenever that changes. */
export const SCHEMA = 3
