import { PREFERRED_CHECKPOINT } from '../../../models/catalogue.ts';
import type { DeclinedFamily } from '../../answer.ts';
import type { Words } from './en.ts';
import { FIGURES } from './figures.ts';

const ASK_MENU = 'Question sur cette image';
const AGAIN = 'Autre question';

const DECLINED: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    "Je ne sais pas lire les mots ni les chiffres dans les images. Demandez-moi de quel panneau ou objet il s'agit, ou utilisez un logiciel de reconnaissance de texte (OCR).",
  why: "Je ne peux pas dire pourquoi une chose est ainsi, ni à quoi elle sert. Demandez-moi plutôt ce qu'on voit : ce que fait quelqu'un, ce qu'il y a, ou bien où c'est.",
  'who-is-this':
    "Je ne reconnais pas les gens et je ne devine ni leur nom ni leur origine. Demandez-moi ce qu'ils font, portent ou tiennent.",
  'not-about-the-picture':
    "Je ne réponds qu'aux questions sur une image. Demandez-moi ce qu'on y voit, par exemple « What animal is this? » ou « How many people are there? »",
  'other-language':
    "Pour l'instant, je ne comprends que l'anglais. Reposez la question en anglais, par exemple « What animal is this? »",
};

const counted = (count: number, one: string, more: string) => `${count} ${count < 2 ? one : more}`;
const seconds = (count: number) => counted(count, 'seconde', 'secondes');

/** What Glimpse says in French, with "vous". Before : ; ? ! and inside « » stands a no-break space (U+00A0). */
export const FR: Words = {
  commands: {
    ask: {
      name: 'demander',
      description: 'Poser une question sur une image',
      options: {
        question: { name: 'question', description: 'En anglais, par exemple : what animal is this?' },
        image: {
          name: 'image',
          description: "PNG, JPEG, WebP ou GIF. À défaut, l'image la plus récente du salon",
        },
        choices: {
          name: 'choix',
          description: 'Les seules réponses possibles, en anglais, séparées par des virgules : a cat, a dog',
        },
        private: { name: 'privé', description: "La réponse n'est visible que par vous" },
      },
    },
    caption: {
      name: 'décrire',
      description: 'Décrire une image en une phrase',
      options: {
        image: {
          name: 'image',
          description: "PNG, JPEG, WebP ou GIF. À défaut, l'image la plus récente du salon",
        },
        style: {
          name: 'forme',
          description: 'En bref, comme texte alternatif à copier, ou avec des mots-clés',
          choices: {
            short: 'En une phrase courte',
            'alt-text': 'Comme texte alternatif, à copier',
            tags: 'Avec des mots-clés et leur justesse',
          },
        },
        private: { name: 'privé', description: "La réponse n'est visible que par vous" },
      },
    },
    rank: {
      name: 'classer',
      description: 'Classer vos textes selon leur correspondance avec une image',
      options: {
        texts: {
          name: 'textes',
          description: '2 à 25 textes en anglais séparés par virgules, points-virgules ou lignes : a cat, a dog, a fox',
        },
        image: {
          name: 'image',
          description: "PNG, JPEG, WebP ou GIF. À défaut, l'image la plus récente du salon",
        },
        private: { name: 'privé', description: "La réponse n'est visible que par vous" },
      },
    },
    match: {
      name: 'meilleure-image',
      description: 'Trouver, parmi 10 images au plus, celle qui correspond le mieux à un texte',
      options: {
        text: { name: 'texte', description: 'En anglais, par exemple : a dog on a beach' },
        picture: (number) => ({ name: `image${number}`, description: `Image ${number}` }),
        private: { name: 'privé', description: "La réponse n'est visible que par vous" },
      },
    },
    where: {
      name: 'où',
      description: 'Montrer où se trouve quelque chose dans une image',
      options: {
        thing: { name: 'chose', description: 'En anglais, par exemple : the red car' },
        image: {
          name: 'image',
          description: "PNG, JPEG, WebP ou GIF. À défaut, l'image la plus récente du salon",
        },
        private: { name: 'privé', description: "La réponse n'est visible que par vous" },
      },
    },
    settings: { name: 'paramètres', description: 'Comment Glimpse se comporte sur ce serveur' },
    help: { name: 'aide', description: 'Ce que vous pouvez demander à Glimpse, et comment' },
    about: { name: 'à-propos', description: "De quel Glimpse il s'agit, et comment il va" },
    privacy: {
      name: 'confidentialité',
      description: 'Ce que Glimpse conserve sur vous, et un bouton pour le supprimer',
    },
  },
  menus: {
    ask: ASK_MENU,
    caption: 'Décrire cette image',
    altText: 'Proposer un texte alternatif',
  },

  answer: {
    cantTell: (guesses) => `Difficile à dire. Mes meilleures hypothèses : ${guesses}`,
    cantTellAtAll: 'Je ne saurais le dire.',
    noDescription: 'Une image que je ne sais pas décrire',
    declined: (family) => DECLINED[family],
    unfamiliar:
      "Je ne connais que les dessins, et ceci ressemble à une photo ou à autre chose qui n'a pas été dessiné.",
    unfamiliarRemedy: `Le CLIP complet connaît les photos : la personne qui m'héberge peut y passer avec CLIP_MODEL=${PREFERRED_CHECKPOINT}.`,
    unfamiliarRanking:
      "Je ne connais que les dessins, et ceci n'y ressemble pas : ce classement ne veut pas dire grand-chose.",
    unfamiliarMatch:
      "Je ne connais que les dessins, et certaines de ces images n'y ressemblent pas : ce classement ne veut pas dire grand-chose.",
    fitsBest: (text, share) => `${text} correspond le mieux · ${share}`,
    matchesBest: (picture, text, share) => `${picture} correspond le mieux à ${text} · ${share}`,
    pictureNumber: (number) => `Image ${number}`,
    altTextReady: "Copiez ceci comme texte alternatif de l'image :",
    aiCaption: "Description par l'IA",
  },
  footer: {
    smallModel: (model) => `${model} (petit modèle hors ligne : il connaît surtout les dessins)`,
    firstPictures: (shown, all) =>
      shown < 2 ? `la première de ${all} images` : `les ${shown} premières de ${all} images`,
    onePicture: (number, all) => `image ${number} sur ${all}`,
    thePicture: "l'image",
    newestPicture: "l'image la plus récente ici",
  },

  buttons: { why: 'Pourquoi ?', where: 'Où ?', again: AGAIN, wrong: 'Erreur ?', remove: 'Supprimer' },
  why: {
    compared: "J'ai comparé l'image à une phrase pour chaque réponse possible. Le pourcentage est la part de chacune :",
    comparedCaptions: "J'ai comparé l'image à ces phrases. Le pourcentage est la part de chacune :",
    nothing: "Ici, je n'ai rien comparé : ce n'est pas une question à laquelle je réponds en comparant.",
    more: (count) => `... et ${count} de plus`,
    numbers:
      "Les trois nombres suivants sont la similarité avec l'image (cosinus), le biais qui en est soustrait et l'a priori qui s'y ajoute (nats).",
    chart: {
      similarity: 'similarité',
      bias: 'biais',
      prior: 'a priori',
      share: 'part',
      cosine: 'cosinus',
      more: (count) => `… et ${count} de plus`,
      average: (count) => `${count} autres phrases, en moyenne`,
      closest: 'les plus proches de ces phrases',
      formula: "(similarité − biais) × l'échelle du modèle + a priori décide de la part.",
      formulaOfYesNo: (slope) =>
        `La part est la fonction logistique 1 ÷ (1 + e^−x) de x = ${slope} × l'échelle du modèle × la différence de (similarité − biais) avec l'autre ligne + la différence d'a priori.`,
      formulaOfPlaces:
        'Ici, les différences de toutes les choses que nomme la question sont additionnées, et les lignes montrent la première.',
      formulaOfNone: (zero, slope) =>
        `La part de ${zero} est la fonction logistique de ${slope} × l'échelle du modèle × l'avance de sa (similarité − biais) sur celle de la chose elle-même, qui n'a pas de ligne. Les autres se partagent le reste selon (similarité − biais) × l'échelle du modèle + a priori.`,
      described: (question) => `Graphique de ce qui a été comparé à l'image pour « ${question} ».`,
      captions: 'Les descriptions comparées',
      captionsDescribed: "Graphique des descriptions qui ont été comparées à l'image.",
    },
  },
  where: {
    found: (thing, place, share) => `${thing} : ${place} · sûr à ${share} que cela s'y trouve`,
    absent: (thing, share) => `${thing} : ne semble pas s'y trouver · sûr à ${share}`,
    unknown: (thing) => `Je ne peux pas le dire : je ne connais pas ${thing}.`,
    mapFound: (thing, place) =>
      `Carte de chaleur de l'image pour ${thing}. Le cadre entoure la zone qui convient le mieux : ${place}.`,
    mapAbsent: (thing) => `Carte de chaleur de l'image pour ${thing}, qui ne semble pas s'y trouver.`,
    low: 'peu',
    high: 'beaucoup',
    places: {
      'top left': 'en haut à gauche',
      top: 'en haut',
      'top right': 'en haut à droite',
      left: 'à gauche',
      middle: 'au milieu',
      right: 'à droite',
      'bottom left': 'en bas à gauche',
      bottom: 'en bas',
      'bottom right': 'en bas à droite',
      'top, most of the width': 'en haut, sur la majeure partie de la largeur',
      'halfway up, most of the width': 'à mi-hauteur, sur la majeure partie de la largeur',
      'bottom, most of the width': 'en bas, sur la majeure partie de la largeur',
      'left, most of the height': 'à gauche, sur la majeure partie de la hauteur',
      'halfway across, most of the height': 'au milieu, sur la majeure partie de la hauteur',
      'right, most of the height': 'à droite, sur la majeure partie de la hauteur',
      'most of the picture': "la majeure partie de l'image",
    },
  },
  asking: {
    title: ASK_MENU,
    question: 'Votre question, en anglais',
    example: 'What animal is this?',
    which: 'Quelle image ?',
    all: (count) => `Les ${count} images`,
    first: (shown, all) => `Les ${shown} premières de ${all} images`,
  },
  wrong: {
    title: 'Quelle est la bonne réponse ?',
    pick: 'Choisissez la bonne réponse',
    type: 'ou écrivez-la',
    which: 'Quelle réponse est fausse ?',
    thanks: "Merci. Je l'ai noté pour ceux qui gèrent ce serveur.",
    nothing: 'Choisissez la bonne réponse ou écrivez-la.',
  },

  waiting: {
    loading: 'Je me réveille à peine : mon modèle est encore en cours de chargement. Votre réponse apparaîtra ici.',
    downloading: (percent) =>
      `Mon modèle est encore en cours de téléchargement (${percent}). Votre réponse apparaîtra ici.`,
    queue: (ahead) =>
      `Il y a ${ahead < 2 ? `${ahead} demande` : `${ahead} demandes`} avant la vôtre. Votre réponse apparaîtra ici.`,
    tooLong: "Mon modèle n'est toujours pas prêt. Reposez votre question plus tard.",
  },

  settings: {
    title: 'Comment Glimpse se comporte sur ce serveur',
    hint: "Chaque choix s'applique aussitôt.",
    captions: 'Salons où je décris chaque image de moi-même',
    captionsHint: 'Je réponds à chaque image par une description, sans notifier personne.',
    captionsBlind:
      "**Je ne peux pas encore le faire :** Discord ne me montre pas les images sur lesquelles on ne me demande rien. La personne qui m'héberge doit m'accorder le Message Content Intent dans le portail des développeurs de Discord et me lancer avec `MESSAGE_CONTENT=1`.",
    lacks: (channel, permissions) => `Dans ${channel}, il me manque : ${permissions}.`,
    lacksInMore: (channels) =>
      channels < 2
        ? `Dans ${channels} autre salon, il me manque quelque chose.`
        : `Dans ${channels} autres salons, il me manque quelque chose.`,
    cantAttach: (channels) =>
      `Sans « Joindre des fichiers », je ne peux pas montrer dans ${channels} les images données à mes commandes.`,
    permissions: {
      ViewChannel: 'Voir le salon',
      SendMessages: 'Envoyer des messages',
      SendMessagesInThreads: 'Envoyer des messages dans les fils',
      ReadMessageHistory: 'Voir les anciens messages',
    },
    silent: 'Salons où je ne réponds jamais',
    silentHint: 'Dans un salon choisi ici, je ne décris plus les images, et inversement.',
    noChannel: 'Aucun salon',
    nowCaptioned: (channels) => `${channels} : j'y décris désormais les images, donc je n'y suis plus muet.`,
    nowSilent: (channels) => `${channels} : j'y suis désormais muet, donc je n'y décris plus les images.`,
    roles: 'Qui peut me poser des questions',
    rolesHint: (everybody) => (everybody ? 'Tout le monde.' : "Seulement les personnes qui ont l'un de ces rôles."),
    rolesGone: (count) =>
      count < 2
        ? "Un rôle que vous aviez choisi n'existe plus."
        : `${count} rôles que vous aviez choisis n'existent plus.`,
    rolesAllGone: "Les rôles que vous aviez choisis n'existent plus : personne ne peut donc me poser de questions.",
    noRole: 'Tout le monde',
    everybody: 'Ouvrir à tout le monde',
    threshold: "La certitude qu'il me faut pour répondre",
    thresholdHint: "En dessous, je dis que c'est difficile à dire, et je donne mes meilleures hypothèses.",
    ownThreshold: 'Celle qui me convient',
    thresholdOf: (percent) => `Au moins ${percent} de certitude`,
    style: 'Ce que montrent mes réponses',
    styles: {
      short: 'La réponse et une description',
      bars: "La réponse, une description et ce que j'ai envisagé, avec des barres",
      chart: "La réponse, une description et ce que j'ai envisagé, sous forme de graphique",
    },
    wrongAnswers: (count) => `Mauvaises réponses (${count})`,
    reset: 'Réinitialiser',
    resetQuestion: 'Réinitialiser tous les paramètres de ce serveur ?',
    resetHint:
      "Je ne décrirai plus les images d'aucun salon, je ne serai muet nulle part, tout le monde pourra me poser des questions, et mes réponses seront comme au début. Les mauvaises réponses signalées restent.",
    resetYes: 'Réinitialiser',
    resetNo: 'Annuler',
    resetDone: 'Tous les paramètres sont comme au début.',
    notMember:
      "Seules mes commandes sont présentes sur ce serveur, pas moi. Les personnes qui le gèrent peuvent m'inviter en tant que bot.",
    corrections: {
      title: 'Ce qui a été signalé comme faux',
      none: "Personne ne m'a signalé de mauvaise réponse sur ce serveur.",
      said: (given, right) => `J'ai dit ${given}, la bonne réponse est ${right}`,
      saidNothing: (right) => `Je n'ai pas donné de réponse, la bonne est ${right}`,
      more: (count) =>
        count < 2
          ? `${count} plus ancienne se trouve dans le fichier.`
          : `${count} plus anciennes se trouvent dans le fichier.`,
      export: 'Toutes dans un fichier',
      exported: (count) => `${counted(count, 'mauvaise réponse', 'mauvaises réponses')}, au format JSON.`,
      exportedNewest: (count, all) =>
        `Les ${count} plus récentes des ${all} mauvaises réponses, au format JSON : un fichier ne peut en contenir plus ici.`,
      cantAttach:
        'Je ne peux pas joindre de fichiers dans ce salon. Donnez-moi ici la permission « Joindre des fichiers », ou demandez dans un autre salon.',
    },
  },
  help: {
    title: 'Ce que vous pouvez me demander',
    intro:
      "Je regarde une image, je compare les réponses possibles à votre question, et je dis laquelle convient le mieux et à quel point j'en suis sûr. Demandez en anglais, par exemple :",
    more: 'Mais aussi sur les matières, la météo, le sport, la nourriture, les pièces, les formes, les motifs, les ambiances : sur tout ce qui se voit. Si vous posez plusieurs questions à la fois, je réponds aux deux premières.',
    ways: 'Comment demander',
    mention: (mention) => `Joignez une image et écrivez : ${mention} what animal is this?`,
    reply: 'Répondez à un message contenant une image, et mentionnez-moi avec votre question.',
    replyToAnswer: "Répondez à l'une de mes réponses, et mentionnez-moi : je me souviens de l'image.",
    direct: 'En message privé, une image et une question suffisent.',
    menu: (ask, caption, altText) =>
      `Pour une image déjà publiée : le menu de son message > Applications > **${ask}**, **${caption}** ou **${altText}**.`,
    ask: (command) => `${command} : une question sur une image, avec vos propres choix si vous voulez.`,
    caption: (command) => `${command} : une image en une phrase.`,
    rank: (command) => `${command} : lequel de vos textes correspond le mieux à une image.`,
    match: (command) => `${command} : laquelle de vos images correspond le mieux à un texte.`,
    where: (command) => `${command} : où se trouve quelque chose dans une image.`,
    buttons: (why, again) =>
      `Sous une réponse, **${why}** montre tout ce que j'ai envisagé, et **${again}** permet de continuer avec la même image.`,
    cant: 'Ce que je ne sais pas faire',
    cantRead: 'Lire les mots ou les chiffres dans une image.',
    cantReason: 'Dire pourquoi une chose est ainsi, ou à quoi elle sert.',
    cantName: "Dire qui est quelqu'un.",
    cantCount: 'Compter plus de quelques éléments.',
    cantOtherLanguages: "Comprendre les questions dans une autre langue que l'anglais.",
    cantPhotographs:
      'Voir grand-chose dans les photos : le petit modèle utilisé ici ne connaît que les dessins. Devant une photo, je le signale souvent ; sinon, je me trompe souvent.',
    unsure: 'Quand je ne suis pas sûr, je le dis et je donne mes meilleures hypothèses.',
    also: (privacy, about, settings) =>
      `${privacy} : ce que je conserve sur vous. ${about} : comment je vais. ${settings} : pour les personnes qui gèrent un serveur.`,
  },

  about: {
    title: (version) => `Glimpse ${version}`,
    intro: "Je réponds à des questions sur des images, sur la machine de la personne qui m'héberge.",
    model: (model) => `Modèle : ${model}`,
    modelLoading: 'Modèle : encore en cours de chargement',
    modelDownloading: (percent) => `Modèle : en cours de téléchargement (${percent})`,
    modelFailed: "Modèle : aucun. Il n'a pas pu être chargé, je ne réponds donc à rien jusqu'à mon prochain démarrage.",
    started: (ago) => `Démarrage : ${ago}`,
    answers: (count) => `Réponses depuis le démarrage : ${count}`,
    median: (milliseconds) => `Temps de réponse : ${milliseconds} ms (médiane)`,
    pictures:
      "Les images ne quittent jamais cette machine : je les regarde, je réponds, et je les oublie. Aucune n'est conservée.",
    licence: (name) => `Licence : ${name}`,
    source: (address) => `Code source : ${address}`,
  },

  privacy: {
    title: 'Ce que je conserve sur vous',
    nothing: 'Rien pour le moment.',
    recentQuestions: (count) =>
      `${counted(count, 'question posée', 'questions posées')} récemment, pour les suggérer pendant la saisie`,
    answers: (count) =>
      `${counted(count, 'réponse', 'réponses')} à vos questions : la question, ce que j'ai envisagé, et où se trouve l'image`,
    corrections: (count) =>
      `${counted(count, 'correction', 'corrections')} de mauvaises réponses, faites par vous ou portant sur une réponse que je vous ai donnée`,
    howLong: (days) =>
      `Je supprime de moi-même les questions et les réponses au bout de ${counted(days, 'jour', 'jours')}. Les corrections restent à la disposition des modérateurs de leur serveur, jusqu'à ce que vous les supprimiez ici.`,
    leftServers: (days) =>
      `Quand on me retire d'un serveur, je supprime ses réponses et ses corrections au bout de ${counted(days, 'jour', 'jours')}.`,
    never:
      "Je ne conserve jamais d'images : je regarde chacune sur la machine de la personne qui m'héberge, je réponds, et je l'oublie.",
    logs: "Mon journal contient les identifiants de personnes et de messages en cas de problème ou de refus, jamais de mots ni d'images.",
    delete: 'Tout supprimer',
    sure: 'Supprimer tout ce que je conserve sur vous ?',
    sureHint:
      "Cela concerne tous les serveurs et nos messages privés, et c'est irréversible. Ce qui est écrit dans Discord y reste, mais les boutons sous les réponses que je vous ai faites ne fonctionneront plus.",
    deleteYes: 'Supprimer',
    deleteNo: 'Annuler',
    deleted: (questions, answers, corrections) =>
      `Supprimé : ${counted(questions, 'question', 'questions')}, ${counted(answers, 'réponse', 'réponses')}, ${counted(corrections, 'correction', 'corrections')}. Je ne conserve plus rien sur vous.`,
    nothingDeleted: "Il n'y avait rien à supprimer : je ne conserve rien sur vous.",
  },

  refusals: {
    restarting: 'Je suis sur le point de redémarrer. Reposez la question dans une minute.',
    oneAtATime: 'Je travaille encore sur votre dernière demande. Attendez ma réponse avant de continuer.',
    tooMuch: (count) => `Cela fait beaucoup d'un coup. Attendez ${seconds(count)} avant de redemander.`,
    channelBusy: (count) => `On m'a beaucoup sollicité dans ce salon. Réessayez dans ${seconds(count)}.`,
    serverBusy: (count) => `On m'a beaucoup sollicité sur ce serveur. Réessayez dans ${seconds(count)}.`,
    silentChannel: "Je ne réponds pas dans ce salon : les responsables du serveur m'y ont désactivé.",
    notAllowed:
      'Sur ce serveur, seuls certains rôles peuvent me poser des questions. Adressez-vous aux responsables du serveur.',
    managersOnly: 'Seules les personnes qui peuvent gérer ce serveur peuvent changer mon comportement ici.',
    serverOnly: "Ces paramètres sont ceux d'un serveur. Utilisez la commande sur un serveur.",
    deleteNotYours: 'Seule la personne qui a posé la question, ou la modération, peut supprimer ceci.',
    pictureGone:
      "Je n'ai plus cette image sous la main. Joignez-la de nouveau, ou posez la question depuis le menu de son message.",
    answerGone: "Je ne sais plus de quoi il s'agissait. Reposez la question.",
    noPictureInMessage:
      "Je n'ai trouvé aucune image dans ce message. Choisissez un message avec une image PNG, JPEG, WebP ou GIF.",
    notAPicture: "Ce fichier n'est pas une image. Joignez un PNG, JPEG, WebP ou GIF.",
    noPictureHere: `Je n'ai trouvé aucune image dans les derniers messages. Joignez-en une, ou ouvrez le menu de son message : Applications > ${ASK_MENU}.`,
    cantSeePictures: `Ici, je n'ai pas accès aux images des autres. Joignez-en une, ou ouvrez le menu de son message : Applications > ${ASK_MENU}.`,
    cantReadChannel: `Je ne peux pas voir ce salon. Joignez une image, ou ouvrez le menu de son message : Applications > ${ASK_MENU}.`,
    pictureDeleted: 'Cette image a été supprimée : je ne la regarde plus.',
    messageGone: 'Le message auquel vous avez répondu a été supprimé : je ne peux plus voir son image.',
    cantSeeReplied: `Je ne vois pas l'image du message auquel vous avez répondu. Ouvrez le menu de ce message : Applications > ${ASK_MENU}.`,
    cantSeeWords: `Discord ne me montre pas ce que vous avez écrit là. Utilisez le bouton « ${AGAIN} » sous la réponse, ou mentionnez-moi dans votre message.`,
    lottieSticker: "C'est un autocollant animé d'un type que je ne peux pas ouvrir. Envoyez une image.",
    tooFewTexts: 'Donnez-moi au moins deux textes à comparer, séparés par des virgules : `a cat, a dog, a fox`.',
    tooManyTexts: (count, most) =>
      `Cela fait ${count} textes. Je peux en comparer ${most} au plus à la fois : retirez-en quelques-uns.`,
    oldCommand:
      "Je ne connais plus cette commande. Rechargez Discord ; si elle est encore proposée, la personne qui m'héberge doit lancer npm run deploy-commands.",
    bug: (id) => `Il y a eu un problème de mon côté. L'identifiant de l'erreur est ${id}.`,
  },
  failures: {
    busy: 'On me demande plus que je ne peux traiter. Réessayez dans une minute.',
    'choices-invalid': `Je ne peux pas répondre avec ces choix. Donnez de 2 à ${FIGURES.textsCount} réponses différentes, de ${FIGURES.text} caractères au plus, et aucune pour les questions par oui ou non ou par gauche ou droite.`,
    'model-unavailable':
      "Mon modèle ne se charge pas : je ne peux rien répondre pour le moment. Prévenez la personne qui m'héberge.",
    'no-picture': "Je n'ai trouvé aucune image. Joignez un PNG, JPEG, WebP ou GIF.",
    'picture-corrupt':
      'Le fichier de cette image est vide, abîmé ou incomplet. Enregistrez-la à nouveau, puis renvoyez-la.',
    'picture-host': "Je n'ouvre que les images publiées sur Discord. Envoyez l'image elle-même plutôt que son lien.",
    'picture-refused':
      "Cette image m'a déjà bloqué deux fois, je préfère la laisser de côté. Enregistrez-la dans un autre format et envoyez celui-ci.",
    'picture-too-large': `Cette image dépasse ${FIGURES.megabytes} Mo, et je n'ouvre rien de plus gros. Envoyez-en une plus petite ou plus compressée.`,
    'picture-too-many-pixels': `Cette image dépasse ${FIGURES.megapixels} mégapixels, et je n'ouvre rien de plus grand. Envoyez une version plus petite.`,
    'picture-type': 'Je ne peux pas ouvrir ce fichier comme image. Envoyez un PNG, JPEG, WebP ou GIF.',
    'picture-unavailable': "Je n'ai pas pu récupérer cette image. Réessayez dans une minute, ou envoyez-la à nouveau.",
    'question-empty': "Posez une question sur l'image, en anglais, par exemple « What animal is this? »",
    'question-too-long': `Cette question est trop longue : je lis ${FIGURES.question} caractères au plus.`,
    'texts-invalid': `Je ne peux pas comparer ces textes. Donnez-en de 2 à ${FIGURES.textsCount}, de ${FIGURES.text} caractères au plus, séparés par des virgules.`,
    'thing-invalid': `Nommez une seule chose à chercher, en anglais et en ${FIGURES.thing} caractères au plus, par exemple «\u00a0red car\u00a0».`,
    timeout: 'Cela a pris trop de temps. Réessayez dans une minute, ou avec une image plus petite.',
  },
};
