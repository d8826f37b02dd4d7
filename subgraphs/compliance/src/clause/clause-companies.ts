import type { ClauseRecord } from "@maillon/schema/exchange";

/** The fields in which clauses name companies. */
export type CompanyField =
  | "from"
  | "to"
  | "payer"
  | "payee"
  | "responsible"
  | "bound"
  | "protects"
  | "contactPoint";

type Replaced<Clause, Company> = Clause extends unknown
  ? { [Field in keyof Clause]: Field extends CompanyField ? Company : Clause[Field] }
  : never;

/** A clause with each company that it names in another form, such as an id or an `Organization`. */
export type ClauseNaming<Company> = Replaced<ClauseRecord, Company>;

/** Replaces each company that a clause names. */
export function nameCompanies<Company>(
  clause: ClauseRecord,
  name: (company: string, field: CompanyField) => Company,
): ClauseNaming<Company> {
  switch (clause.type) {
    case "CUSTOMER_OWNERSHIP": {
      const { contactPoint, ...rest } = clause;
      return contactPoint === undefined
        ? rest
        : { ...rest, contactPoint: name(contactPoint, "contactPoint") };
    }
    case "DATA_SHARING":
    case "PRICE_VISIBILITY":
      return { ...clause, from: name(clause.from, "from"), to: name(clause.to, "to") };
    case "COMMISSION":
      return { ...clause, payer: name(clause.payer, "payer"), payee: name(clause.payee, "payee") };
    case "SERVICE":
      return { ...clause, responsible: name(clause.responsible, "responsible") };
    case "RESTRICTION":
      return { ...clause, bound: name(clause.bound, "bound"), protects: name(clause.protects, "protects") };
    case "KPI_SHARING":
    case "OBJECTIVE":
      return clause;
  }
}

/** Each company that a clause names, with the field that names it. */
export function companiesOf(clause: ClauseRecord): { field: CompanyField; company: string }[] {
  const named: { field: CompanyField; company: string }[] = [];
  nameCompanies(clause, (company, field) => named.push({ field, company }));
  return named;
}
