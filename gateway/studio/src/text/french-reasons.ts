/** What the policies say of themselves. */
export const FRENCH_REASONS: Readonly<Record<string, string>> = {
  "Who owns this is not known, so nobody may read it.":
    "On ne sait pas à qui cela appartient : personne ne peut donc le lire.",
  "A supplier may not learn the prices at which its products are sold on (Regulation (EU) 2022/720, article 4).":
    "Un fournisseur ne peut pas apprendre les prix auxquels ses produits sont revendus (règlement (UE) 2022/720, article 4).",
  "The amount of a resale would tell a supplier the resale price.":
    "Le montant d’une revente dirait au fournisseur le prix de revente.",
  "A supplier may not learn who the end users of a reseller are; only who sells to them, joint controllers and who serves them after the sale may.":
    "Un fournisseur ne peut pas apprendre qui sont les clients finaux d’un revendeur ; seuls le peuvent qui leur vend, les responsables conjoints et qui les sert après la vente.",
  "What one buyer negotiated must not reach another buyer, not even through the supplier they share.":
    "Ce qu’un acheteur a négocié ne doit pas parvenir à un autre, pas même par leur fournisseur commun.",
  "A bid and its unit prices are for the bidder and, once the deadline has passed, for the buyer.":
    "Une offre et ses prix unitaires sont pour le candidat et, une fois l’échéance passée, pour l’acheteur.",
  "There is no lawful basis in force to show who this person is.":
    "Aucune base légale en vigueur ne permet de montrer qui est cette personne.",
  "A person's profile leaves the company that holds it only with her consent to share it.":
    "Le profil d’une personne ne quitte l’entreprise qui le détient qu’avec son consentement au partage.",
  "Who said no inside a company is for that company alone; the others learn the state only.":
    "Qui a dit non dans une entreprise ne regarde qu’elle ; les autres n’apprennent que l’état.",
  "An indicator over fewer than three parties would let one of them compute the other.":
    "Un indicateur sur moins de trois parties permettrait à l’une de calculer l’autre.",
  "What a product costs its owner never leaves that company, whatever an agreement says.":
    "Ce qu’un produit coûte à son propriétaire ne quitte jamais cette entreprise, quoi que dise un accord.",
  "This is public.": "C’est public.",
  "Its owner made it public, or the law did: an open catalogue, an advertised price, a public kind of document, the total of a public contract.":
    "Son propriétaire l’a rendu public, ou la loi : un catalogue ouvert, un prix affiché, un document public, le total d’un marché public.",
  "Conditions of sale are due to every professional buyer of the category they are for (Code de commerce, L441-1).":
    "Les conditions de vente sont dues à tout acheteur professionnel de la catégorie visée (Code de commerce, L441-1).",
  "A seller's conditions of sale are due to its buyers.":
    "Les conditions de vente d’un vendeur sont dues à ses acheteurs.",
  "Conditions for consumers are for every consumer.":
    "Les conditions pour les consommateurs sont pour chacun d’eux.",
  "The general tariff is due to every reseller of the category it is for (Code de commerce, L441-1).":
    "Le tarif général est dû à tout revendeur de la catégorie visée (Code de commerce, L441-1).",
  "This is about you.": "Cela vous concerne.",
  "This is about your company.": "Cela concerne votre entreprise.",
  "Seller and buyer must both hold the invoice.": "Vendeur et acheteur doivent tous deux détenir la facture.",
  "The filing is addressed to your authority.": "La déclaration est adressée à votre autorité.",
  "The deadline has passed and your administration may open the bids.":
    "L’échéance est passée : votre administration peut ouvrir les offres.",
  "Your authority may read this without a request.": "Votre autorité peut lire cela sans demande.",
  "Your authority may read general tariffs without a request.":
    "Votre autorité peut lire les tarifs généraux sans demande.",
  "The tax authority may read what concerns taxes.":
    "L’administration fiscale peut lire ce qui concerne l’impôt.",
  "The data protection authority may read the file of a person's request.":
    "L’autorité de protection des données peut lire le dossier de la demande d’une personne.",
  "An open disclosure request names this class and a legal basis.":
    "Une demande de communication ouverte nomme cette classe et une base légale.",
  "An open disclosure request of the tax authority names this class and a legal basis.":
    "Une demande de communication ouverte de l’administration fiscale nomme cette classe et une base légale.",
  "An open disclosure request of the data protection authority names this class and a legal basis.":
    "Une demande de communication ouverte de l’autorité de protection des données nomme cette classe et une base légale.",
  "A clause of an agreement keeps this from your company.":
    "Une clause d’un accord soustrait cela à votre entreprise.",
  "A data sharing clause opens this part of the catalogue to your company.":
    "Une clause de partage de données ouvre cette partie du catalogue à votre entreprise.",
  "A price visibility clause gives your company past resale prices as an aggregate.":
    "Une clause de visibilité des prix donne à votre entreprise les prix de revente passés en agrégat.",
  "A customer ownership clause makes your company a co-owner of this customer.":
    "Une clause de propriété du client fait de votre entreprise sa copropriétaire.",
  "A data sharing clause lets your company know that this customer exists, without saying who it is.":
    "Une clause de partage de données apprend à votre entreprise que ce client existe, sans dire qui il est.",
  "Your company is joint controller of this customer's record, and she agreed to its being shared.":
    "Votre entreprise est responsable conjointe du dossier de cette cliente, qui a accepté son partage.",
  "A service clause puts your company in charge of this customer's after-sales service.":
    "Une clause de service charge votre entreprise du service après-vente de ce client.",
  "A data sharing clause gives your company, who holds this customer too, the profile.":
    "Une clause de partage de données donne le profil à votre entreprise, qui détient aussi ce client.",
  "A shared indicator counts prospects without naming one.":
    "Un indicateur partagé compte les prospects sans en nommer.",
  "A data sharing clause shows your company these orders, without the customer.":
    "Une clause de partage de données montre ces commandes à votre entreprise, sans le client.",
  "A data sharing clause shows your company these orders as an aggregate.":
    "Une clause de partage de données montre ces commandes à votre entreprise, en agrégat.",
  "A service clause makes your company ship or serve here.":
    "Selon une clause de service, votre entreprise expédie ou sert ici.",
  "A shared indicator gives your company the cost of logistics as an aggregate.":
    "Un indicateur partagé donne à votre entreprise le coût logistique en agrégat.",
  "A clause shares this indicator with your company.":
    "Une clause partage cet indicateur avec votre entreprise.",
  "Your company is joint controller of this customer's record.":
    "Votre entreprise est responsable conjointe du dossier de ce client.",
  "It belongs to your company.": "Cela appartient à votre entreprise.",
  "This customer buys under your company's brand.": "Ce client achète sous la marque de votre entreprise.",
  "You pay this.": "C’est vous qui payez.",
  "Your company pays this.": "C’est votre entreprise qui paie.",
  "Your company carries this.": "C’est votre entreprise qui transporte.",
  "Your company is in the audience that it is for.": "Votre entreprise fait partie du public visé.",
  "Your company made this access.": "C’est votre entreprise qui a accédé à ces données.",
  "Your company negotiated this price.": "Votre entreprise a négocié ce prix.",
  "Your company negotiates here.": "Votre entreprise négocie ici.",
  "Your company sells or buys at this price.": "Votre entreprise vend ou achète à ce prix.",
  "Your company sells to this customer.": "Votre entreprise vend à ce client.",
  "Your company sells, buys or mediates here.": "Votre entreprise vend, achète ou s’entremet ici.",
  "Your company signed the clause that keeps this from it.":
    "Votre entreprise a signé la clause qui lui soustrait cela.",
  "Everybody knows that conditions of sale and bids exist.":
    "Chacun sait que des conditions de vente et des offres existent.",
  "Everybody knows that a general tariff exists.": "Chacun sait qu’un tarif général existe.",
  "Your company is a party to this agreement.": "Votre entreprise est partie à cet accord.",
  "Your company is a party, so it knows that this exists.":
    "Votre entreprise est partie : elle sait que cela existe.",
  "Your company holds this customer or brings its brand, so it knows that she exists.":
    "Votre entreprise détient ce client ou apporte sa marque : elle sait qu’il existe.",
  "Your company trades with the owner, so it knows that these prices exist.":
    "Votre entreprise commerce avec le propriétaire : elle sait que ces prix existent.",
  "Your company shares this indicator, but the group is too small.":
    "Votre entreprise partage cet indicateur, mais le groupe est trop petit.",
  "The agreement concerns your data; its essence is for you (GDPR, article 26, paragraph 2).":
    "L’accord concerne vos données ; ses grandes lignes sont pour vous (RGPD, article 26, paragraphe 2).",
  "The agreement concerns your company's data; its essence is for it.":
    "L’accord concerne les données de votre entreprise ; ses grandes lignes sont pour elle.",
  "a CUSTOMER_OWNERSHIP clause of kind CO_OWNED, for a customer whom your company holds, too":
    "une clause CUSTOMER_OWNERSHIP de genre CO_OWNED, pour un client que votre entreprise détient aussi",
  "a CUSTOMER_OWNERSHIP clause with joint controllers and the person's consent to share":
    "une clause CUSTOMER_OWNERSHIP avec responsables conjoints, et le consentement de la personne au partage",
  "a CUSTOMER_OWNERSHIP clause with joint controllers":
    "une clause CUSTOMER_OWNERSHIP avec responsables conjoints",
  "a DATA_SHARING clause for CATALOG_RESTRICTED of level EXISTENCE or more":
    "une clause DATA_SHARING pour CATALOG_RESTRICTED de niveau EXISTENCE ou plus",
  "a DATA_SHARING clause for CUSTOMER_EXISTENCE of level PSEUDONYMOUS or more":
    "une clause DATA_SHARING pour CUSTOMER_EXISTENCE de niveau PSEUDONYMOUS ou plus",
  "a DATA_SHARING clause for CUSTOMER_PROFILE of level FULL, and a person's consent to share":
    "une clause DATA_SHARING pour CUSTOMER_PROFILE de niveau FULL, et le consentement de la personne au partage",
  "a DATA_SHARING clause for TRADE_CORE of level AGGREGATE":
    "une clause DATA_SHARING pour TRADE_CORE de niveau AGGREGATE",
  "a DATA_SHARING clause for TRADE_CORE of level PSEUDONYMOUS or more":
    "une clause DATA_SHARING pour TRADE_CORE de niveau PSEUDONYMOUS ou plus",
  "a KPI_SHARING clause of the agreement that the indicator belongs to":
    "une clause KPI_SHARING de l’accord dont relève l’indicateur",
  "a KPI_SHARING clause, over at least three parties": "une clause KPI_SHARING, sur au moins trois parties",
  "a PRICE_VISIBILITY clause for PRICE_RESALE of level AGGREGATE, whose delay has passed":
    "une clause PRICE_VISIBILITY pour PRICE_RESALE de niveau AGGREGATE, dont le délai est passé",
  "a SERVICE clause that covers after-sales service, and a basis for it":
    "une clause SERVICE qui couvre l’après-vente, et une base pour cela",
  "a SERVICE clause that makes your company responsible":
    "une clause SERVICE qui rend votre entreprise responsable",
  "an open disclosure request of the data protection authority":
    "une demande de communication ouverte de l’autorité de protection des données",
  "an open disclosure request of the tax authority":
    "une demande de communication ouverte de l’administration fiscale",
  "an open disclosure request of your authority that names this class, its owner and a legal basis":
    "une demande de communication ouverte de votre autorité, qui nomme cette classe, son propriétaire et une base légale",
  "There is nothing here that you may know of.": "Il n’y a rien ici que vous puissiez connaître.",
  "No rule lets you read this.": "Aucune règle ne vous laisse lire cela.",
  "Each object here is decided on by itself; ask about a field of one, by its own id.":
    "Chaque objet se décide ici pour lui-même ; demandez un champ de l’un d’eux, par son propre id.",
  "an agreement to which the company that keeps this is a party, too":
    "un accord auquel l’entreprise qui garde cela est partie aussi",
};
