import { ask } from "../gateway/ask.ts";
import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";

/** A company that the viewer knows of. */
export interface Company {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** An agreement that the viewer may know. */
export interface KnownAgreement {
  readonly id: string;
  readonly status: string;
  readonly model: string;
  readonly parties: readonly { readonly company: string; readonly role: string }[];
}

/** Companies, and what they agreed on. */
export interface AgreementNetwork {
  readonly companies: readonly Company[];
  readonly agreements: readonly KnownAgreement[];
}

const QUERY = `query Chain {
  agreements {
    id
    status
    model
    parties { role organization { id name roles } }
  }
}`;

/** Asks which agreements the viewer may know. Throws in words when the gateway refuses. */
export async function loadAgreementNetwork(token: string): Promise<AgreementNetwork> {
  const { body } = await ask({ query: QUERY }, { token });
  const list = isObject(body.data) ? body.data["agreements"] : undefined;
  if (!isList(list)) throw new Error(body.errors?.[0]?.message ?? "");
  return networkOf(list.filter(isObject));
}

/** The network of a list of agreements as the gateway answers them, companies by name. */
function networkOf(list: readonly JsonObject[]): AgreementNetwork {
  const companies = new Map<string, Company>();
  const agreements = list.map((agreement) => ({
    id: textOf(agreement["id"]),
    status: textOf(agreement["status"]),
    model: textOf(agreement["model"]),
    parties: objectsOf(agreement["parties"]).map((party) => {
      const company = companyOf(party["organization"]);
      companies.set(company.id, company);
      return { company: company.id, role: textOf(party["role"]) };
    }),
  }));
  const sorted = [...companies.values()].toSorted((one, other) => one.name.localeCompare(other.name));
  return { companies: sorted, agreements };
}

function companyOf(value: Json | undefined): Company {
  const organization = isObject(value) ? value : {};
  const roles = organization["roles"];
  return {
    id: textOf(organization["id"]),
    name: textOf(organization["name"]),
    roles: isList(roles) ? roles.map(textOf) : [],
  };
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function textOf(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
