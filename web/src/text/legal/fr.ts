export const fr = {
  termsTitle: "Conditions d’utilisation",
  termsLead: "Ce que ShareYourSales fait, ce que chacun promet, et ce qui se passe quand une vente échoue.",
  terms: [
    {
      title: "Le service",
      paragraphs: [
        "ShareYourSales relie des marchands et des influenceurs. Un influenceur partage un lien ou un code\u00a0; la plateforme sait de qui vient la vente, suit la commande jusqu’à l’encaissement et calcule la commission.",
        "La plateforme calcule et relève. Elle n’est ni une banque ni un établissement de paiement\u00a0: elle ne garde pas l’argent des clients et ne vend pas les produits.",
      ],
    },
    {
      title: "Le contrat de vente",
      paragraphs: [
        "La vente est conclue entre le client et le marchand. Le marchand s’identifie, informe et livre selon la loi 31-08 sur la protection du consommateur, et respecte le délai de rétractation de 7 jours des ventes à distance.",
      ],
    },
    {
      title: "Commissions et frais",
      paragraphs: [
        "Le taux, la durée d’attribution et la garde d’une commande sont figés quand la commande est reçue. Une commission est gagnée quand l’argent est encaissé, et disponible quand la garde est finie et que le marchand a réglé son relevé.",
        "Une commande annulée, refusée ou retournée annule la commission, ou la reprend si elle était déjà gagnée. Les lignes restent visibles\u00a0: rien n’est effacé.",
        "Les frais de plateforme sont ceux du forfait du jour de la commande. Les retenues à la source et la TVA suivent le code général des impôts et le profil fiscal déclaré.",
      ],
    },
    {
      title: "La publicité se dit",
      paragraphs: [
        "Une recommandation payée doit être reconnaissable comme telle. L’influenceur l’indique clairement, par exemple avec #pub ou إشهار, et ne promet pas ce que le produit ne fait pas.",
      ],
    },
    {
      title: "Ce qui n’est pas permis",
      paragraphs: [
        "Acheter par son propre lien pour toucher la commission, simuler des clics ou des commandes, utiliser l’identité d’autrui, ou promouvoir des produits interdits. Une commission douteuse est retenue jusqu’à la décision d’une personne, qui donne sa raison\u00a0; vous pouvez la contester.",
      ],
    },
    {
      title: "Acceptation et preuve",
      paragraphs: [
        "En créant un compte, vous acceptez ces conditions. La version acceptée et la date sont conservées, comme signature électronique simple au sens de la loi 43-20.",
        "Ces conditions existent en français, en arabe et en anglais. Pour un consommateur, la version arabe fait foi.",
      ],
    },
    {
      title: "Nous joindre",
      paragraphs: [
        "support@shareyoursales.ma répond aux questions, aux réclamations et aux demandes d’identification légale de l’exploitant (raison sociale, registre du commerce, ICE, adresse).",
      ],
    },
  ],
  privacyTitle: "Confidentialité",
  privacyLead: "Ce que nous savons, pourquoi, combien de temps, et comment reprendre la main. Selon la loi 09-08.",
  privacy: [
    {
      title: "Qui est responsable",
      paragraphs: [
        "L’exploitant de ShareYourSales est responsable du traitement de vos données. Pour toute demande, y compris les formalités accomplies auprès de la CNDP\u00a0: support@shareyoursales.ma.",
      ],
    },
    {
      title: "Ce que nous gardons sur vous",
      paragraphs: [
        "Votre compte\u00a0: nom affiché, e-mail, téléphone s’il est donné, langue, et l’empreinte de votre mot de passe (jamais le mot de passe).",
        "Votre activité\u00a0: liens, commandes attribuées, commissions et virements, car c’est votre argent et la loi demande d’en garder les pièces.",
        "Vos connexions\u00a0: appareil, pays et date, pour que vous puissiez reconnaître et fermer une session.",
      ],
    },
    {
      title: "Les visiteurs qui cliquent",
      paragraphs: [
        "Un clic est compté sans identifier la personne. Aucune adresse IP n’est conservée\u00a0: elle sert à calculer une empreinte dont la clé change chaque jour. Nous ne posons pas de cookie publicitaire.",
        "Un client n’a pas de compte. Si le marchand envoie son numéro pour confirmer la commande, il est chiffré, lisible par ce seul marchand, et effacé à la fin de la commande ou après 30 jours.",
      ],
    },
    {
      title: "Combien de temps",
      paragraphs: [
        "Les clics bruts restent 35 jours en base, puis en archive pseudonymisée, 13 mois au plus. Les pièces comptables et les opérations restent 10 ans. Un compte fermé est pseudonymisé tout de suite, et purgé quand la loi le permet.",
      ],
    },
    {
      title: "Où sont les données",
      paragraphs: [
        "La plateforme fonctionne sur le réseau de Cloudflare, dont les serveurs sont aussi hors du Maroc. Les mots de passe sont hachés\u00a0; les documents, les numéros et les secrets sont chiffrés.",
        "Nous ne vendons aucune donnée. Un influenceur ne voit jamais les clients d’un marchand.",
      ],
    },
    {
      title: "Vos droits",
      paragraphs: [
        "Vous pouvez voir, corriger, exporter et faire effacer vos données (loi 09-08, articles 7 à 9), depuis vos réglages ou en écrivant à support@shareyoursales.ma. Vous pouvez aussi saisir la CNDP, cndp.ma.",
      ],
    },
    {
      title: "Cookies",
      paragraphs: [
        "Seulement ceux qui tiennent votre session et la protègent. La langue et l’apparence choisies restent sur votre appareil.",
      ],
    },
  ],
};
