/** What to do in each platform's own pages; menus are named as the platform names them. */
export const fr = {
  shopify: {
    secretStep:
      "Dans l’administration de Shopify, ouvrez Paramètres › Notifications › Webhooks. La phrase «\u00a0Vos webhooks seront signés avec\u00a0» en bas de page donne la clé de signature\u00a0: copiez-la ci-dessous.",
    noKeyStep:
      "Si aucune clé n’apparaît, créez d’abord un webhook «\u00a0Création de commande\u00a0» vers l’adresse de votre site\u00a0: la clé s’affiche. Vous remplacerez l’adresse ensuite.",
    createStep: "Ouvrez Paramètres › Notifications › Webhooks, puis «\u00a0Créer un webhook\u00a0».",
    topicsStep:
      "Créez-en cinq, au format JSON, tous vers la même adresse\u00a0: Création de commande, Paiement de commande, Traitement de commande, Annulation de commande, Création de remboursement.",
    urlStep: "Collez cette adresse dans le champ URL, et gardez la version de l’API la plus récente.",
    clickStep:
      "Collez l’extrait de suivi dans votre thème\u00a0: il écrit le clic dans le panier, sous l’attribut sys_click. Les codes promo sont reconnus sans lui.",
    testStep: "Passez une commande d’essai\u00a0: elle apparaît dans le journal en quelques secondes.",
  },
  woocommerce: {
    createStep:
      "Dans WordPress, ouvrez WooCommerce › Réglages › Avancé › Webhooks, puis «\u00a0Ajouter un webhook\u00a0».",
    topicsStep:
      "Ajoutez-en deux, état «\u00a0Activé\u00a0», version de l’API «\u00a0WP REST API Integration v3\u00a0»\u00a0: sujet «\u00a0Commande créée\u00a0», puis sujet «\u00a0Commande mise à jour\u00a0».",
    urlStep: "Collez cette adresse dans «\u00a0URL de livraison\u00a0».",
    secretStep: "Collez le secret affiché ici dans «\u00a0Secret\u00a0», le même pour les deux.",
    clickStep:
      "Collez l’extrait de suivi dans votre thème\u00a0: il écrit le clic dans la commande, sous _sys_click. Les codes promo sont reconnus sans lui.",
    tokenStep:
      "Pour l’interrogation\u00a0: WooCommerce › Réglages › Avancé › API REST › «\u00a0Ajouter une clé\u00a0», permission «\u00a0Lecture\u00a0».",
    testStep: "Passez une commande d’essai\u00a0: elle apparaît dans le journal en quelques secondes.",
  },
  youcan: {
    appStep:
      "Sur partners.youcan.shop, créez une application pour votre boutique, avec les droits edit-rest-hooks et lecture des commandes, puis installez-la.",
    secretStep:
      "Copiez le «\u00a0Client secret\u00a0» de l’application ci-dessous\u00a0: c’est lui qui signe les messages.",
    subscribeStep:
      "Abonnez cette adresse aux événements order.created, order.updated et order.paid, avec le jeton d’accès de l’application\u00a0:",
    command: "Commande à lancer une fois par événement",
    clickStep:
      "Collez l’extrait de suivi dans votre boutique (Réglages › Scripts). Les codes promo sont reconnus sans lui.",
    testStep: "Passez une commande d’essai\u00a0: elle apparaît dans le journal en quelques secondes.",
  },
  courier: {
    giveStep: "Donnez cette adresse et le secret au service technique de votre transporteur.",
    sendStep: "À chaque changement d’état d’un colis, il envoie un message JSON comme celui-ci\u00a0:",
    example: "Message d’un transporteur",
    signStep:
      "Il le signe dans l’en-tête X-Sys-Signature\u00a0: HMAC-SHA-256 du corps avec le secret, en hexadécimal. Numéro de commande ou numéro de suivi\u00a0: l’un des deux suffit.",
    csvStep:
      "Votre transporteur ne sait pas le faire\u00a0? Importez son fichier CSV à la place\u00a0: la même table de libellés s’applique.",
  },
  postback: {
    openStep: "À chaque commande, et à chaque changement d’état, votre système ouvre cette adresse\u00a0:",
    example: "Adresse à ouvrir",
    signStep:
      "sig est le HMAC-SHA-256, en hexadécimal, des autres paramètres tels qu’ils sont envoyés, triés et reliés par «\u00a0&\u00a0». Le secret n’est jamais dans l’adresse\u00a0; ts est l’heure en secondes, à cinq minutes près.",
    docsStep: "Un exemple complet, étape par étape, est dans la documentation de l’API.",
  },
};
