/** What was asked of the disk, in the order in which it was done. A file keeps its number when it is renamed. */
export type Operation =
  | { readonly type: 'make'; readonly path: string; readonly file: number }
  | { readonly type: 'folder'; readonly path: string }
  | {
      readonly type: 'write'
      readonly file: number
      readonly at: number
      readonly bytes: Uint8Array
    }
  | { readonly type: 'cut'; readonly file: number; readonly length: number }
  | { readonly type: 'rename'; readonly from: string; readonly to: string }
  | { readonly type: 'remove'; readonly path: string }
  /** Whatever was done before `until` is on the disk: what is in the file, or the names in the folder. */
  | {
      readonly type: 'sync'
      readonly path: string
      readonly file: number | null
      readonly until: number
    }
  /** Somebody was told that this is saved. */
  | { readonly type: 'acknowledged'; readonly what: Acknowledged }

export type Acknowledged =
  | { readonly type: 'record'; readonly id: string; readonly version: number }
  | {
      readonly type: 'settled'
      readonly id: string
      readonly place: string
      readonly slot: string
      readonly ref: string
    }
  | { readonly type: 'setting'; readonly name: string; readonly value: number }
