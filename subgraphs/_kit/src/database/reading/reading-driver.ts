import type { Configuration } from "@mikro-orm/core";
import { PostgreSqlDriver } from "@mikro-orm/postgresql";
import { ReadingConnection } from "./reading-connection.ts";

/** MikroORM's driver, with a connection that reads by itself. */
export class ReadingDriver extends PostgreSqlDriver {
  protected override readonly connection: ReadingConnection;

  constructor(config: Configuration) {
    super(config);
    this.connection = new ReadingConnection(config);
  }
}
