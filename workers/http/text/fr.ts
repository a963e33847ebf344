import type { CommonTexts } from "./texts.ts";

export const fr: CommonTexts = {
  "request.malformed": {
    title: "Requête illisible",
    detail: "Le corps doit être du JSON, avec Content-Type: application/json.",
  },
  "request.invalid": {
    title: "Données incorrectes",
    detail: "Un ou plusieurs champs sont à corriger. Rien n'a été enregistré.",
  },
  "request.too_large": {
    title: "Requête trop grande",
    detail: "Le contenu dépasse la taille admise ici. Il n'a pas été lu et rien n'a été enregistré.",
  },
  "route.not_found": { title: "Adresse inconnue", detail: "Aucun service ne répond à cette adresse." },
  "method.not_allowed": { title: "Méthode non admise", detail: "Cette adresse n'accepte pas cette méthode." },
  "key.invalid": { title: "Clé d'API refusée", detail: "La clé est inconnue, expirée ou révoquée." },
  "key.scope_missing": {
    title: "Droit manquant",
    detail: "Cette clé n'a pas le droit nécessaire à cette opération.",
  },
  "role.required": { title: "Accès refusé", detail: "Cette opération n'est pas ouverte à votre type de compte." },
  "admin.scope_missing": { title: "Accès refusé", detail: "Votre compte d'administration n'a pas ce droit." },
  "account.suspended": { title: "Compte suspendu", detail: "Ce compte est suspendu. Contactez l'assistance." },
  "idempotency.key_reused": {
    title: "Clé d'idempotence déjà utilisée",
    detail: "Cette clé a servi pour une autre requête. Prenez-en une nouvelle.",
  },
  "idempotency.key_invalid": {
    title: "Clé d'idempotence incorrecte",
    detail: "Elle doit compter 1 à 255 caractères ASCII visibles.",
  },
  "row.changed": {
    title: "Modification simultanée",
    detail: "Quelqu'un d'autre vient de modifier cet objet. Rien n'a été enregistré : réessayez.",
  },
  "conversion.not_found": {
    title: "Commande introuvable",
    detail: "Aucune de vos commandes ne porte cet identifiant.",
  },
  "conversion.order_id_reused": {
    title: "Numéro de commande déjà utilisé",
    detail: "Cette commande existe avec un autre montant, une autre devise ou un autre paiement.",
  },
  "conversion.currency_blocked": {
    title: "Taux de change attendu",
    detail: "Cette commande en devise attend son taux de change.",
  },
  "conversion.rate_already_set": { title: "Taux déjà fixé", detail: "Cette commande a déjà sa valeur en dirhams." },
  "event.id_reused": {
    title: "Identifiant d'événement déjà utilisé",
    detail: "Cet événement existe avec un autre contenu.",
  },
  "refund.id_reused": {
    title: "Identifiant de remboursement déjà utilisé",
    detail: "Ce remboursement existe avec un autre montant.",
  },
  "link.not_found": { title: "Lien introuvable", detail: "Aucun de vos liens ne porte cet identifiant." },
  "link.slug_taken": { title: "Adresse courte déjà prise", detail: "Choisissez une autre adresse courte." },
  "link.slug_reserved": { title: "Adresse courte réservée", detail: "Choisissez une autre adresse courte." },
  "link.target_outside_hosts": {
    title: "Destination non autorisée",
    detail: "La destination doit rester sur un site vérifié du marchand.",
  },
  "product.not_found": { title: "Produit introuvable", detail: "Ce produit n'existe pas ou n'est plus proposé." },
  "request.not_approved": {
    title: "Affiliation non approuvée",
    detail: "Le marchand n'a pas approuvé votre demande pour ce produit.",
  },
  "coupon.code_taken": { title: "Code déjà pris", detail: "Ce marchand a déjà un code identique." },
  "coupon.rate_too_high": {
    title: "Taux trop élevé",
    detail: "Seul le marchand peut accorder à un code un taux supérieur à celui convenu.",
  },
  "user.not_found": { title: "Utilisateur introuvable", detail: "Aucun utilisateur ne porte cet identifiant." },
  "user.wrong_role": {
    title: "Opération sans objet",
    detail: "Cette opération ne s'applique pas à ce type de compte.",
  },
  "session.missing": {
    title: "Connexion nécessaire",
    detail: "Connectez-vous, ou envoyez l'en-tête Authorization: Bearer avec une clé d'API.",
  },
  "session.expired": {
    title: "Session terminée",
    detail: "Votre session a expiré ou a été fermée. Reconnectez-vous.",
  },
  "session.reused": {
    title: "Session fermée par sécurité",
    detail: "Un ancien jeton de cette session a resservi. Elle est fermée : reconnectez-vous.",
  },
  "session.raced": {
    title: "Session déjà renouvelée",
    detail: "Une autre fenêtre vient de renouveler la session. Réessayez.",
  },
  "session.not_found": { title: "Session introuvable", detail: "Cette session n'existe pas ou n'est pas la vôtre." },
  "session.required": {
    title: "Connexion par mot de passe nécessaire",
    detail: "Cette opération demande une session ouverte dans le navigateur, pas une clé d'API.",
  },
  "login.failed": { title: "Connexion refusée", detail: "L'adresse ou le mot de passe ne convient pas." },
  "login.slowed": {
    title: "Trop d'essais",
    detail: "Attendez avant le prochain essai. Un nouveau mot de passe par e-mail lève l'attente.",
  },
  "totp.required": {
    title: "Code à six chiffres demandé",
    detail: "Ajoutez le code de votre application d'authentification, ou un code de secours.",
  },
  "totp.wrong": { title: "Code refusé", detail: "Ce code n'est pas le bon, ou il a déjà servi." },
  "totp.already_enabled": {
    title: "Double vérification déjà active",
    detail: "Désactivez-la avant d'en configurer une nouvelle.",
  },
  "totp.not_enabled": {
    title: "Double vérification inactive",
    detail: "Aucune n'est en place ou en préparation sur ce compte.",
  },
  "totp.obligatory": {
    title: "Double vérification obligatoire",
    detail: "Un compte d'administration doit la garder active.",
  },
  "email.taken": {
    title: "Adresse déjà utilisée",
    detail: "Un compte existe avec cette adresse. Connectez-vous ou demandez un nouveau mot de passe.",
  },
  "email.not_verified": {
    title: "Adresse à confirmer",
    detail: "Confirmez d'abord votre adresse avec le message reçu.",
  },
  "token.invalid": {
    title: "Lien refusé",
    detail: "Ce lien est inconnu, expiré ou a déjà servi. Demandez-en un nouveau.",
  },
  "password.wrong": { title: "Mot de passe refusé", detail: "Le mot de passe actuel ne convient pas." },
  "csrf.invalid": {
    title: "Demande non confirmée",
    detail: "Le jeton de protection manque ou ne correspond pas à la session. Rechargez la page.",
  },
  "origin.foreign": { title: "Origine refusée", detail: "Cette demande ne vient pas de notre site." },
  "rate.limited": {
    title: "Trop de demandes",
    detail: "La limite est atteinte. Réessayez après le délai indiqué par Retry-After.",
  },
  "address.denied": {
    title: "Adresse réseau bloquée",
    detail: "Les demandes de cette adresse ne sont pas acceptées.",
  },
  "rule.not_found": { title: "Règle introuvable", detail: "Cette règle d'adresse n'existe pas." },
  "key.not_found": { title: "Clé introuvable", detail: "Cette clé n'existe pas ou n'est pas la vôtre." },
  "key.limit_reached": { title: "Trop de clés", detail: "Révoquez une clé avant d'en créer une autre." },
  "handle.taken": { title: "Nom public déjà pris", detail: "Choisissez-en un autre." },
  "account.has_open_money": {
    title: "Compte encore en cours",
    detail: "De l'argent est encore dû ou en route. Le compte pourra être supprimé ensuite.",
  },
  "mail.not_found": { title: "Message introuvable", detail: "Ce message n'existe pas." },
  "product.quota_reached": {
    title: "Limite de produits atteinte",
    detail: "Votre offre n'admet pas plus de produits actifs. Mettez-en un en pause ou changez d'offre.",
  },
  "product.not_active": { title: "Produit en pause", detail: "Ce produit n'est pas proposé en ce moment." },
  "product.archived": { title: "Produit archivé", detail: "Un produit archivé ne change plus. Créez-en un nouveau." },
  "product.reference_taken": {
    title: "Référence déjà prise",
    detail: "Un autre de vos produits porte cette référence.",
  },
  "product.landing_outside_hosts": {
    title: "Page hors de vos sites vérifiés",
    detail: "La page de vente doit être sur un site dont vous avez prouvé la propriété.",
  },
  "host.not_found": { title: "Site introuvable", detail: "Ce site n'est pas dans votre liste." },
  "host.taken": { title: "Site déjà vérifié", detail: "Ce site est vérifié par un autre compte." },
  "host.proof_missing": {
    title: "Preuve introuvable",
    detail:
      "Ni l'enregistrement DNS ni la balise ne sont encore visibles. Une modification DNS peut prendre une heure.",
  },
  "host.in_use": {
    title: "Site utilisé",
    detail: "Des produits mènent à ce site. Changez leur page de vente d'abord.",
  },
  "image.type_unsupported": { title: "Format d'image refusé", detail: "Envoyez une image JPEG, PNG, WebP ou AVIF." },
  "image.unreadable": { title: "Image illisible", detail: "Ce fichier n'est pas une image entière." },
  "image.too_many_pixels": { title: "Image trop grande", detail: "Une image a 25 mégapixels au plus." },
  "image.carries_metadata": {
    title: "Image avec données cachées",
    detail: "Enregistrez cette image sans ses métadonnées, ou en JPEG.",
  },
  "image.limit_reached": { title: "Trop d'images", detail: "Un produit a 8 images au plus." },
  "image.not_found": { title: "Image introuvable", detail: "Cette image n'existe pas." },
  "import.malformed": {
    title: "Fichier illisible",
    detail: "Ce fichier n'est pas un CSV avec la ligne de titres attendue.",
  },
  "import.too_long": { title: "Fichier trop long", detail: "Un fichier a 10 000 lignes au plus." },
  "import.has_faults": {
    title: "Des lignes sont fausses",
    detail: "Rien n'a été importé. Corrigez les lignes indiquées et renvoyez le fichier.",
  },
  "request.not_found": { title: "Demande introuvable", detail: "Cette demande n'existe pas." },
  "request.already_open": {
    title: "Demande déjà ouverte",
    detail: "Vous avez déjà une demande en cours ou acceptée pour ce produit.",
  },
  "request.too_soon": {
    title: "Trop tôt pour redemander",
    detail: "Après un refus, vous pouvez redemander au bout de 30 jours.",
  },
  "request.already_decided": { title: "Demande déjà décidée", detail: "Cette demande n'attend plus de décision." },
  "request.blocked": { title: "Demande impossible", detail: "Ce marchand n'accepte pas vos demandes." },
  "link.slug_refused": { title: "Adresse courte refusée", detail: "Choisissez une autre adresse courte." },
  "coupon.not_found": { title: "Code introuvable", detail: "Ce code n'existe pas." },
  "storefront.not_found": {
    title: "Vitrine introuvable",
    detail: "Cette vitrine n'existe pas ou n'est pas publiée.",
  },
  "storefront.handle_missing": {
    title: "Choisissez un nom public",
    detail: "Une vitrine a besoin de votre nom public : choisissez-le dans votre profil.",
  },
  "server.unavailable": {
    title: "Service momentanément indisponible",
    detail: "Rien n'a été enregistré. Réessayez dans quelques instants.",
  },
  "server.failed": {
    title: "Une erreur est survenue",
    detail: "Rien n'a été enregistré. Donnez l'identifiant de requête à l'assistance.",
  },
};
