import type { Configuration } from "@mikro-orm/core";
import { PostgreSqlDriver } from "@mikro-orm/postgresql";
import { ArrayPlatform } from "./array-platform.ts";
import { ReadingConnection } from "./reading-connection.ts";

/** MikroORM's driver, with a connection that reads by itself and arrays that hold what they should. */
export class ReadingDriver extends PostgreSqlDriver {
  protected override readonly connection: ReadingConnection;

  protected override readonly platform = new ArrayPlatform();

  constructor(config: Configuration) {
    super(config);
    this.connection = new ReadingConnection(config);
  }
}
