import "reflect-metadata";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Migration } from "@mikro-orm/migrations";
import { MaxLength } from "class-validator";
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType } from "type-graphql";
import { Mutation, Query, Resolver, Root } from "type-graphql";
import { type RowRule, VisibleRows, WritableRows } from "../database/row-rule.ts";
import { Gtin } from "../graphql/scalars.ts";
import { Parties } from "../graphql/parties.ts";
import { Visible } from "../graphql/visible.ts";
import { Classed, Masked } from "../mask/mask.ts";
import { byId } from "../loading/by-id.ts";
import { loadPage } from "../loading/load-page.ts";
import { manyBy } from "../loading/many-by.ts";
import { referenceById, referenceToStub } from "../loading/reference.ts";
import type { SubgraphContext } from "../loading/subgraph-context.ts";
import type { Subgraph } from "../subgraph.ts";
import { type Page, pageOf } from "../types/page.ts";

/** A notice is between two companies, or for a consumer: the smallest thing that shows all that the kit does. */
const noticeRows: RowRule = (row, viewer) =>
  `${row}.author_id = ${viewer.organization} or ${row}.reader_id = ${viewer.organization} or ${row}.reader_id = any(${viewer.customers})`;

const ownNotices: RowRule = (row, viewer) => `${row}.author_id = ${viewer.organization}`;

@Directive('@key(fields: "id")')
@Parties({ owner: "author", buyer: "reader", subject: "readerId" })
@Visible("AFTER_SALES")
@ObjectType({ description: "A notice that one company gives another." })
@Entity({ tableName: "notice" })
@VisibleRows(noticeRows)
@WritableRows({ insert: ownNotices, change: ownNotices, delete: ownNotices })
@Masked({
  rows: "AFTER_SALES",
  facts: {
    owner: { sql: "this.author_id", holds: "one" },
    buyer: { sql: "this.reader_id", holds: "one" },
    subject: { sql: "this.reader_id", holds: "one" },
  },
})
export class Notice {
  @Field(() => ID, { description: "The notice's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not a field: `Company` is the type that a viewer sees.
  @Classed("AFTER_SALES")
  @Property({ type: "text" })
  authorId!: string;

  @Field(() => ID, { nullable: true, description: "To whom it was given: a company or a customer relation." })
  @Property({ type: "text" })
  readerId!: string;

  @Visible("AFTER_SALES")
  @Field(() => String, { nullable: true, description: "What it says." })
  @Property({ type: "text" })
  title!: string;

  static of(notice: { id: string; authorId: string; readerId: string; title: string }): Notice {
    return Object.assign(new Notice(), notice);
  }
}

@Directive('@key(fields: "id")')
@ObjectType({ description: "A company, of which another subgraph knows more." })
export class Company {
  @Field(() => ID, { description: "The company's id." })
  id!: string;

  static of(id: string): Company {
    return Object.assign(new Company(), { id });
  }
}

@ObjectType({ description: "A page of notices." })
class NoticePage extends pageOf(Notice) {}

@ArgsType()
class AddNoticeArgs {
  @MaxLength(20)
  @Field({ description: "What it says." })
  title!: string;

  @Field(() => Gtin, { nullable: true, description: "The product it is about." })
  gtin?: string | null;
}

const noticesByAuthor = manyBy({ entity: Notice, by: "authorId", orderBy: { id: "asc" } });

@Resolver(() => Notice)
class NoticeResolver {
  @Query(() => Notice, { nullable: true, description: "One notice." })
  async notice(
    @Arg("id", () => ID, { description: "The notice's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Notice | null> {
    return context.load(byId(Notice), id);
  }

  @Query(() => NoticePage, { description: "All notices." })
  async notices(
    @Arg("first", () => Int, { defaultValue: 20, description: "How many." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Those after this cursor." }) after:
      | string
      | null
      | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Notice>> {
    const orderBy = [{ title: "asc" as const }, { id: "asc" as const }];
    return loadPage(context, { entity: Notice, list: "notices", where: {}, orderBy, first, after });
  }

  @Query(() => Int, { description: "Fails as a bug would." })
  async broken(@Ctx() { em }: SubgraphContext): Promise<number> {
    await em.execute("select 'canary' / 0");
    return 0;
  }

  @Mutation(() => Notice, { nullable: true, description: "Gives a notice." })
  async addNotice(@Args(() => AddNoticeArgs) { title }: AddNoticeArgs): Promise<Notice> {
    return Notice.of({ id: "new", authorId: "a", readerId: "b", title });
  }

  @Visible("PUBLIC")
  @FieldResolver(() => Company, { description: "Who gave it." })
  author(@Root() { authorId }: Notice): Company {
    return Company.of(authorId);
  }

  @FieldResolver(() => Company, { nullable: true, description: "To whom it was given." })
  reader(@Root() { readerId }: Notice): Company {
    return Company.of(readerId);
  }
}

@Resolver(() => Company)
class CompanyResolver {
  @FieldResolver(() => [Notice], { description: "The notices that it gave." })
  async notices(@Root() { id }: Company, @Ctx() context: SubgraphContext): Promise<Notice[]> {
    return context.load(noticesByAuthor, id);
  }
}

class CreateNotices extends Migration {
  override up(): void {
    this.addSql("create table notice (id text primary key, author_id text, reader_id text, title text)");
  }
}

/** A small subgraph for the kit's own tests; it borrows the name of a real one, as audiences are named by it. */
export const noticeSubgraph: Subgraph = {
  name: "catalogue",
  entities: [Notice],
  resolvers: [NoticeResolver, CompanyResolver],
  references: { Notice: referenceById(Notice), Company: referenceToStub(Company) },
  migrations: [{ name: "create-notices", class: CreateNotices }],
};
