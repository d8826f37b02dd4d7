/** For whom an operation is planned. */
export interface Asker {
  /** Whose share of the planners it takes. */
  readonly company: string;
  /** Told what planning costs when it begins, as much as so many fields of answers. */
  readonly charge: (fields: number) => void;
}
