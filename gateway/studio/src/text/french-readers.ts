/** Who may read each data class. */
export const FRENCH_READERS: Readonly<Record<string, string>> = {
  "Everybody reads it.": "Tout le monde le lit.",
  "Read by its owner and its audience, and by everybody once it is published; by a partner under a DataSharing clause of level EXISTENCE or more.":
    "Lu par son propriétaire et son public, et par tous une fois publié ; par un partenaire selon une clause DataSharing de niveau EXISTENCE ou plus.",
  "Read by every professional buyer of the category that it is for, and by the seller's own buyers.":
    "Lu par tout acheteur professionnel de la catégorie visée, et par les acheteurs du vendeur.",
  "Negotiated prices are read by seller and buyer only, whatever is agreed (floor F2); a general tariff also by every reseller of its category.":
    "Les prix négociés ne sont lus que par le vendeur et l’acheteur, quoi qu’il soit convenu (plancher F2) ; un tarif général aussi par tout revendeur de sa catégorie.",
  "Read by seller and buyer, and by everybody once it is published; never by the supplier (floor F1), save for past aggregates under a PriceVisibility clause of level AGGREGATE.":
    "Lu par le vendeur et l’acheteur, et par tous une fois publié ; jamais par le fournisseur (plancher F1), sauf agrégats passés selon une clause PriceVisibility de niveau AGGREGATE.",
  "Read by its owner only, whatever is agreed.": "Lu par son seul propriétaire, quoi qu’il soit convenu.",
  "Read by the seller, by the brand and by the customer; by a co-holder under a CustomerOwnership clause CO_OWNED, by a partner under a DataSharing clause of level PSEUDONYMOUS or more.":
    "Lu par le vendeur, la marque et le client ; par un codétenteur selon une clause CustomerOwnership CO_OWNED, par un partenaire selon une clause DataSharing de niveau PSEUDONYMOUS ou plus.",
  "Read by the customer and, while a lawful basis is in force, by the holder and the seller; by a co-holder under a CustomerOwnership clause with joint controllers and consent, by who serves the customer under a Service clause.":
    "Lu par le client et, tant qu’une base légale est en vigueur, par le détenteur et le vendeur ; par un codétenteur selon une clause CustomerOwnership avec responsables conjoints et consentement, par qui sert le client selon une clause Service.",
  "Read by the customer and by the owner; by a co-holder under a DataSharing clause of level FULL and, for a person, with her consent to share.":
    "Lu par le client et le propriétaire ; par un codétenteur selon une clause DataSharing de niveau FULL et, pour une personne, avec son consentement au partage.",
  "Read by its owner; by a partner only as an aggregate under a KpiSharing clause.":
    "Lu par son propriétaire ; par un partenaire seulement en agrégat, selon une clause KpiSharing.",
  "Read by seller, buyer, intermediary and brand; by a partner of the owner under a DataSharing clause of level PSEUDONYMOUS or AGGREGATE.":
    "Lu par le vendeur, l’acheteur, l’intermédiaire et la marque ; par un partenaire du propriétaire selon une clause DataSharing de niveau PSEUDONYMOUS ou AGGREGATE.",
  "Read by seller, buyer and intermediary, and by everybody once the law publishes it; never by the supplier of what is sold on (floor F1).":
    "Lu par le vendeur, l’acheteur et l’intermédiaire, et par tous une fois publié par la loi ; jamais par le fournisseur de ce qui est revendu (plancher F1).",
  "Read by the company that decides; never by its counterpart, who learns the outcome only (floor F5).":
    "Lu par l’entreprise qui décide ; jamais par l’autre partie, qui n’apprend que l’issue (plancher F5).",
  "Read by the companies that negotiate.": "Lu par les entreprises qui négocient.",
  "Read by the bidder and, after the deadline, by the buyer; never by another bidder (floor F3).":
    "Lu par le candidat et, après l’échéance, par l’acheteur ; jamais par un autre candidat (plancher F3).",
  "Read by seller, buyer, intermediary and carrier; by who ships or serves under a Service clause.":
    "Lu par le vendeur, l’acheteur, l’intermédiaire et le transporteur ; par qui expédie ou sert selon une clause Service.",
  "Read by who pays the freight; by a partner only as an aggregate under a KpiSharing clause.":
    "Lu par qui paie le transport ; par un partenaire seulement en agrégat, selon une clause KpiSharing.",
  "Read by seller, buyer and intermediary; by who serves under a Service clause.":
    "Lu par le vendeur, l’acheteur et l’intermédiaire ; par qui sert selon une clause Service.",
  "Read by who pays the commission and by who is paid.":
    "Lu par qui paie la commission et par qui la reçoit.",
  "Read by the parties of the agreement under its KpiSharing clause, over at least three parties (floor F7).":
    "Lu par les parties à l’accord selon sa clause KpiSharing, sur au moins trois parties (plancher F7).",
  "Read by the parties of the agreement and by regulators.":
    "Lu par les parties à l’accord et par les autorités de contrôle.",
  "Read by the parties of the agreement.": "Lu par les parties à l’accord.",
  "Read by its issuer, by everybody downstream of the product and by regulators; public kinds by all.":
    "Lu par son émetteur, par tout l’aval du produit et par les autorités de contrôle ; par tous pour les genres publics.",
  "Read by seller and buyer, and by the tax authority.":
    "Lu par le vendeur et l’acheteur, et par l’administration fiscale.",
  "Read by who filed it and by the regulator to whom it is addressed.":
    "Lu par le déclarant et par l’autorité destinataire.",
  "Read by the person concerned and by the controller; by a joint controller under a CustomerOwnership clause.":
    "Lu par la personne concernée et par le responsable ; par un responsable conjoint selon une clause CustomerOwnership.",
  "Read by the company that the data is about and by who made the access.":
    "Lu par l’entreprise que les données concernent et par qui y a accédé.",
};
