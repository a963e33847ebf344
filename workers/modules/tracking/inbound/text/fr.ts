export const fr = {
  outcomes: {
    waiting: "Reçue et signée ; elle est en cours de traitement.",
    recorded: "La commande est enregistrée et son état suivi.",
    unchanged: "Déjà connu : rien n’a changé.",
    noted: "Le libellé est noté sur la commande ; son état ne change pas.",
    ignored: "Rien à enregistrer.",
    unknown_label:
      "Ce libellé n’est dans aucune table : la commande garde son état. Ajoutez-le à vos correspondances et elle suivra.",
    order_unknown: "Cette commande n’a jamais été annoncée : rien n’est enregistré.",
    order_differs:
      "La commande est déjà connue avec un autre montant, une autre devise ou un autre paiement : ce qui est venu en premier reste, la suite est suivie.",
    refused: "Le contenu ne décrit pas une commande valable : rien n’est enregistré.",
    signature_wrong: "La signature ne correspond pas : rien n’est lu ni gardé. Vérifiez le secret.",
    too_large: "Le message dépasse 1 Mo : il n’a pas été lu.",
    malformed: "Le message n’a pas la forme attendue : il n’a pas été enregistré.",
    failed: "Plusieurs essais ont échoué de notre côté : rien n’est enregistré. Renvoyez le message.",
  },
  reasons: {
    topic: "Ce message ne parle pas de la vie d’une commande.",
    ping: "La boutique a vérifié que l’adresse répond.",
    paused: "Le connecteur était en pause : rien n’a été enregistré. Renvoyée après la reprise, elle sera traitée.",
    removed: "Le connecteur a été retiré entre-temps.",
    no_amount: "La commande n’a pas de montant qui donne droit à une commission.",
    no_order: "Un brouillon, ou une commande à la corbeille.",
    expired: "L’appel est vieux ou en avance de plus de cinq minutes (ts).",
    content_type: "Le message n’est pas annoncé comme du JSON.",
    "event.id_reused": "Un événement de cet identifiant a déjà été reçu avec un autre contenu : le premier reste.",
    "refund.id_reused": "Un remboursement de cet identifiant a déjà été reçu avec un autre montant : le premier reste.",
    currency: "La devise n’est pas un code ISO 4217 : rien n’est enregistré.",
  },
  faults: {
    refused_address: "L’adresse ne mène pas à un serveur public.",
    redirect: "La boutique renvoie vers une autre adresse.",
    timeout: "La boutique n’a pas répondu en 5 secondes.",
    unreachable: "La boutique est injoignable.",
    too_large: "La réponse dépasse 1 Mo.",
    not_json: "La réponse n’est pas du JSON.",
    unexpected: "La réponse n’est pas une liste de commandes.",
    credentials: "La boutique refuse le jeton ({status}).",
    status: "La boutique a répondu {status}.",
  },
};

export type InboundTexts = typeof fr;
