interface Entry {
  readonly keys: Set<string>;
  readonly interfaces: Set<string>;
  readonly fields: Map<string, string>;
  readonly directives: Set<string>;
}

/** The contracts of some subgraphs while they are being written, and printed as SDL in the end. */
export class ContractBook {
  private readonly types = new Map<string, Map<string, Entry>>();
  private readonly extras = new Map<string, string[]>();

  constructor(subgraphs: readonly string[]) {
    for (const name of subgraphs) this.types.set(name, new Map());
  }

  /** Whether a subgraph has a type. */
  has(subgraph: string, type: string): boolean {
    return this.types.get(subgraph)?.has(type) ?? false;
  }

  /** Whether a subgraph resolves a field itself. */
  owns(subgraph: string, type: string, field: string): boolean {
    const text = this.types.get(subgraph)?.get(type)?.fields.get(field);
    return text !== undefined && !text.includes("@external");
  }

  /** What is written after a field's colon. */
  typeOf(subgraph: string, type: string, field: string): string | undefined {
    return this.types
      .get(subgraph)
      ?.get(type)
      ?.fields.get(field)
      ?.replace(/^\w+(\(.*?\))?: /, "");
  }

  /** Gives a type a key and the fields that the key is made of. */
  key(
    subgraph: string,
    type: string,
    { fields, directives = "" }: { fields: string; directives?: string },
  ): void {
    this.entry(subgraph, type).keys.add(`@key(fields: "${fields}"${directives})`);
    for (const name of fields.split(" ")) this.field(subgraph, type, { name, is: "ID! @shareable" });
  }

  /** Writes a field unless the type has it there already. */
  field(subgraph: string, type: string, { name, is }: { name: string; is: string }): void {
    const { fields } = this.entry(subgraph, type);
    const label = name.replace(/\(.*/, "");
    if (!fields.has(label)) fields.set(label, `${name}: ${is}`);
  }

  implement(subgraph: string, type: string, of: string): void {
    this.entry(subgraph, type).interfaces.add(of);
  }

  /** A directive on the type itself. */
  direct(subgraph: string, type: string, directive: string): void {
    this.entry(subgraph, type).directives.add(directive);
  }

  /** Whatever else a contract holds. */
  add(subgraph: string, text: string): void {
    const known = this.extras.get(subgraph) ?? [];
    if (!known.includes(text)) this.extras.set(subgraph, [...known, text]);
  }

  /** SDL by the name of the subgraph. */
  print(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.types].map(([name, types]) => [name, this.printOne(name, types)]));
  }

  private printOne(name: string, types: ReadonlyMap<string, Entry>): string {
    const printed = [...types].map(([type, { keys, interfaces, fields, directives }]) => {
      const implemented = interfaces.size > 0 ? ` implements ${[...interfaces].join(" & ")}` : "";
      const head = [...keys, ...directives].join(" ");
      return `type ${type}${implemented} ${head} {\n  ${[...fields.values()].join("\n  ")}\n}`;
    });
    return [...(this.extras.get(name) ?? []), ...printed].join("\n");
  }

  private entry(subgraph: string, type: string): Entry {
    const types = this.types.get(subgraph);
    if (!types) throw new Error(`There is no subgraph ${subgraph}`);
    let entry = types.get(type);
    if (!entry) {
      entry = { keys: new Set(), interfaces: new Set(), fields: new Map(), directives: new Set() };
      types.set(type, entry);
    }
    return entry;
  }
}
