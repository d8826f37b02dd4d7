/** What the gateway says when it refuses a request, or when a company fails. */
export const FRENCH_FAULTS: Readonly<Record<string, string>> = {
  "The request is not a GraphQL request over HTTP.": "La requête n’est pas une requête GraphQL sur HTTP.",
  "Your company has asked for more than its budget allows; Retry-After says when to ask again.":
    "Votre entreprise a demandé plus que son budget ne permet ; Retry-After dit quand redemander.",
  "The document is not GraphQL.": "Le document n’est pas du GraphQL.",
  "The document does not fit the schema.": "Le document ne correspond pas au schéma.",
  "The gateway failed; its operator finds the cause under the request id.":
    "La passerelle a échoué ; son exploitant trouve la cause sous l’id de la requête.",
  "The token's identity provider cannot be reached; try again.":
    "Le fournisseur d’identité du jeton est injoignable ; réessayez.",
  "The document has no such operation.": "Le document n’a pas cette opération.",
  "The operation asks for more than one request may.": "L’opération demande plus qu’une requête ne peut.",
  "The gateway has too much to do now; Retry-After says when to ask again.":
    "La passerelle a trop à faire en ce moment ; Retry-After dit quand redemander.",
  "The request is larger than the gateway accepts.":
    "La requête est plus grande que la passerelle ne l’accepte.",
  "The bearer token has expired.": "Le jeton a expiré.",
  "The bearer token is not valid here.": "Le jeton n’est pas valable ici.",
  "No company can answer what the operation selects.":
    "Aucune entreprise ne peut répondre à ce que l’opération demande.",
  "The gateway does not run operations of this kind.": "La passerelle n’exécute pas ce genre d’opérations.",
  "The company that owns this field failed to answer it.":
    "L’entreprise à qui appartient ce champ n’a pas su répondre.",
  "The company that owns this field answered it wrongly.":
    "L’entreprise à qui appartient ce champ a mal répondu.",
  "The company that owns this field did not answer in time.":
    "L’entreprise à qui appartient ce champ n’a pas répondu à temps.",
  "The company that owns this field cannot be reached now.":
    "L’entreprise à qui appartient ce champ est injoignable en ce moment.",
  "An argument is not acceptable; extensions.argument names it when it is known.":
    "Un argument n’est pas acceptable ; extensions.argument le nomme s’il est connu.",
  "It is not known now what is agreed; what needs an agreement is left out; try again.":
    "On ne sait pas en ce moment ce qui est convenu ; ce qui demande un accord est omis ; réessayez.",
  "Your company or your role may not do this.": "Votre entreprise ou votre rôle ne peut pas faire cela.",
  "There is no such object, or you may not know of it.":
    "Cet objet n’existe pas, ou vous ne pouvez pas le connaître.",
  "The object is in a state that does not allow this.": "L’objet est dans un état qui ne le permet pas.",
  "This idempotency key already stands for another request.":
    "Cette clé d’idempotence désigne déjà une autre requête.",
  "Rule F1: a clause may not tell a supplier resale prices, or who the end users are.":
    "Règle F1 : une clause ne peut dire à un fournisseur ni les prix de revente, ni qui sont les clients finaux.",
  "Rule F2: a clause may not tell a company what another buyer negotiated.":
    "Règle F2 : une clause ne peut pas dire à une entreprise ce qu’un autre acheteur a négocié.",
  "Rule F3: a clause may not tell anybody but its buyer of a bid.":
    "Règle F3 : une clause ne peut parler d’une offre qu’à son acheteur.",
  "Rule F4: a clause may not share personal data without a purpose that it names.":
    "Règle F4 : une clause ne peut pas partager de données personnelles sans nommer leur finalité.",
  "Rule F5: a clause may not tell another company who decided.":
    "Règle F5 : une clause ne peut pas dire à une autre entreprise qui a décidé.",
  "Rule F6: a clause may not pay a supplier a share of a resale price.":
    "Règle F6 : une clause ne peut pas payer à un fournisseur une part d’un prix de revente.",
  "Rule F7: a clause may not share an aggregate over fewer than three parties.":
    "Règle F7 : une clause ne peut pas partager un agrégat sur moins de trois parties.",
  "Rule COST: a clause may not tell what a product costs its owner.":
    "Règle COST : une clause ne peut pas dire ce qu’un produit coûte à son propriétaire.",
  "Rule NON_COMPETE: a clause may not keep a company from competing for that long.":
    "Règle NON_COMPETE : une clause ne peut pas empêcher une entreprise de concurrencer si longtemps.",
};
