import { PREFERRED_CHECKPOINT } from '../../../models/catalogue.ts';
import type { DeclinedFamily } from '../../answer.ts';
import type { Words } from './en.ts';
import { FIGURES } from './figures.ts';

const ASK_MENU = 'Frag zu diesem Bild';
const AGAIN = 'Noch mal fragen';

const DECLINED: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    'Wörter und Zahlen in Bildern kann ich nicht lesen. Frag mich, was für ein Schild oder Gegenstand das ist, oder nimm für den Text eine Texterkennung (OCR).',
  why: 'Warum etwas so ist oder wozu es dient, kann ich nicht sagen. Frag mich lieber, was zu sehen ist: was jemand tut, was da ist oder wo es ist.',
  'who-is-this':
    'Ich erkenne keine Personen und rate weder Namen noch Herkunft. Frag mich, was jemand tut, trägt oder hält.',
  'not-about-the-picture':
    'Ich beantworte nur Fragen zu einem Bild. Frag mich, was darauf ist, etwa „What animal is this?“ oder „How many people are there?“',
  'other-language':
    'Ich verstehe bisher nur Englisch. Frag bitte noch einmal auf Englisch, etwa „What animal is this?“',
};

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const seconds = (count: number) => counted(count, 'Sekunde', 'Sekunden');

/** What Glimpse says in German, with "du". */
export const DE: Words = {
  commands: {
    ask: {
      name: 'fragen',
      description: 'Beantwortet eine Frage zu einem Bild',
      options: {
        question: { name: 'frage', description: 'Auf Englisch, zum Beispiel: what animal is this?' },
        image: {
          name: 'bild',
          description: 'PNG, JPEG, WebP oder GIF. Wenn du keins angibst: das neueste Bild im Kanal',
        },
        choices: {
          name: 'auswahl',
          description: 'Nur diese Antworten kommen infrage, auf Englisch, mit Kommas getrennt: a cat, a dog',
        },
        private: { name: 'privat', description: 'Nur du siehst die Antwort' },
      },
    },
    caption: {
      name: 'beschreiben',
      description: 'Beschreibt ein Bild in einem Satz',
      options: {
        image: {
          name: 'bild',
          description: 'PNG, JPEG, WebP oder GIF. Wenn du keins angibst: das neueste Bild im Kanal',
        },
        style: {
          name: 'stil',
          description: 'Wie: in Kürze, als Alt-Text zum Kopieren oder mit Stichwörtern',
          choices: {
            short: 'In einem kurzen Satz',
            'alt-text': 'Als Alt-Text zum Kopieren',
            tags: 'Mit Stichwörtern und wie gut sie passen',
          },
        },
        private: { name: 'privat', description: 'Nur du siehst die Antwort' },
      },
    },
    rank: {
      name: 'rangfolge',
      description: 'Ordnet deine eigenen Texte danach, wie gut sie zu einem Bild passen',
      options: {
        texts: {
          name: 'texte',
          description: '2 bis 25 Texte auf Englisch, mit Kommas, Semikolons oder Zeilenumbrüchen: a cat, a dog, a fox',
        },
        image: {
          name: 'bild',
          description: 'PNG, JPEG, WebP oder GIF. Wenn du keins angibst: das neueste Bild im Kanal',
        },
        private: { name: 'privat', description: 'Nur du siehst die Antwort' },
      },
    },
    match: {
      name: 'passendes-bild',
      description: 'Findet unter bis zu 10 Bildern das, das am besten zu einem Text passt',
      options: {
        text: { name: 'text', description: 'Auf Englisch, zum Beispiel: a dog on a beach' },
        picture: (number) => ({ name: `bild${number}`, description: `Bild ${number}` }),
        private: { name: 'privat', description: 'Nur du siehst die Antwort' },
      },
    },
    where: {
      name: 'wo',
      description: 'Zeigt, wo etwas auf einem Bild ist',
      options: {
        thing: { name: 'ding', description: 'Auf Englisch, zum Beispiel: the red car' },
        image: {
          name: 'bild',
          description: 'PNG, JPEG, WebP oder GIF. Wenn du keins angibst: das neueste Bild im Kanal',
        },
        private: { name: 'privat', description: 'Nur du siehst die Antwort' },
      },
    },
    settings: { name: 'einstellungen', description: 'Wie sich Glimpse auf diesem Server verhält' },
    help: { name: 'hilfe', description: 'Was du Glimpse fragen kannst, und wie' },
    about: { name: 'über', description: 'Welches Glimpse das ist und wie es ihm geht' },
    privacy: { name: 'datenschutz', description: 'Was Glimpse über dich speichert, mit einem Button zum Löschen' },
  },
  menus: {
    ask: ASK_MENU,
    caption: 'Bild beschreiben',
    altText: 'Alt-Text vorschlagen',
  },

  answer: {
    cantTell: (guesses) => `Das kann ich nicht sicher sagen. Meine besten Vermutungen: ${guesses}`,
    cantTellAtAll: 'Das kann ich nicht sagen.',
    noDescription: 'Ein Bild, für das mir die Worte fehlen',
    declined: (family) => DECLINED[family],
    unfamiliar:
      'Ich kenne nur Zeichnungen, und das hier sieht nach einem Foto aus oder nach etwas anderem, das nicht gezeichnet ist.',
    unfamiliarRemedy: `Das vollständige CLIP kennt auch Fotos: Wer mich betreibt, kann mit CLIP_MODEL=${PREFERRED_CHECKPOINT} darauf umstellen.`,
    unfamiliarRanking: 'Ich kenne nur Zeichnungen, und das hier sieht nicht so aus: Die Reihenfolge sagt wenig aus.',
    unfamiliarMatch:
      'Ich kenne nur Zeichnungen, und nicht alle diese Bilder sind welche: Die Reihenfolge sagt wenig aus.',
    fitsBest: (text, share) => `${text} passt am besten · ${share}`,
    matchesBest: (picture, text, share) => `${picture} passt am besten zu ${text} · ${share}`,
    pictureNumber: (number) => `Bild ${number}`,
    altTextReady: 'Kopier das als Alt-Text des Bildes:',
    aiCaption: 'KI-Bildbeschreibung',
  },
  footer: {
    smallModel: (model) => `${model} (kleines Offline-Modell: kennt am besten Zeichnungen)`,
    firstPictures: (shown, all) =>
      shown === 1 ? `das erste von ${all} Bildern` : `die ersten ${shown} von ${all} Bildern`,
    onePicture: (number, all) => `Bild ${number} von ${all}`,
    thePicture: 'das Bild',
    newestPicture: 'das neueste Bild hier',
  },

  buttons: { why: 'Warum?', where: 'Wo?', again: AGAIN, wrong: 'Falsch?', remove: 'Löschen' },
  why: {
    compared:
      'Für jede mögliche Antwort habe ich einen Satz mit dem Bild verglichen. Der Anteil zeigt, wie viel jede bekommen hat:',
    comparedCaptions: 'Ich habe das Bild mit diesen Sätzen verglichen. Der Anteil zeigt, wie viel jeder bekommen hat:',
    nothing: 'Hier habe ich nichts verglichen: Solche Fragen beantworte ich nicht durch Vergleichen.',
    more: (count) => `... und ${count} weitere`,
    numbers:
      'Die drei Zahlen danach sind die Ähnlichkeit mit dem Bild (Kosinus), die Verzerrung, die davon abgezogen wird, und das Vorwissen, das hinzukommt (Nats).',
    chart: {
      similarity: 'Ähnlichkeit',
      bias: 'Verzerrung',
      prior: 'Vorwissen',
      share: 'Anteil',
      cosine: 'Kosinus',
      more: (count) => `… und ${count} weitere`,
      average: (count) => `${count} andere Sätze, im Durchschnitt`,
      closest: 'die passendsten dieser Sätze',
      formula: '(Ähnlichkeit − Verzerrung) × Skala des Modells + Vorwissen bestimmt den Anteil.',
      formulaOfYesNo: (slope) =>
        `Der Anteil ist die logistische Funktion 1 ÷ (1 + e^−x) von x = ${slope} × Skala des Modells × Unterschied der (Ähnlichkeit − Verzerrung) zur anderen Zeile + Unterschied des Vorwissens.`,
      formulaOfPlaces:
        'Hier werden die Unterschiede aller Dinge addiert, die die Frage nennt; die Zeilen zeigen das erste.',
      formulaOfNone: (zero, slope) =>
        `Der Anteil von ${zero} ist die logistische Funktion von ${slope} × Skala des Modells × Vorsprung seiner (Ähnlichkeit − Verzerrung) vor der des Gezählten selbst, das keine Zeile hat. Den Rest teilen sich die anderen nach (Ähnlichkeit − Verzerrung) × Skala des Modells + Vorwissen.`,
      described: (question) => `Diagramm dessen, was für „${question}“ mit dem Bild verglichen wurde.`,
      captions: 'Die verglichenen Beschreibungen',
      captionsDescribed: 'Diagramm der Beschreibungen, die mit dem Bild verglichen wurden.',
    },
  },
  where: {
    found: (thing, place, share) => `${thing}: ${place} · zu ${share} sicher, dass es da ist`,
    absent: (thing, share) => `${thing} scheint nicht da zu sein · zu ${share} sicher`,
    unknown: (thing) => `Das kann ich nicht sagen: ${thing} kenne ich nicht.`,
    mapFound: (thing, place) =>
      `Wärmebild des Bildes für ${thing}. Der Rahmen umgibt die Stelle, die am besten passt: ${place}.`,
    mapAbsent: (thing) => `Wärmebild des Bildes für ${thing}, was nicht da zu sein scheint.`,
    low: 'wenig',
    high: 'viel',
    places: {
      'top left': 'oben links',
      top: 'oben',
      'top right': 'oben rechts',
      left: 'links',
      middle: 'in der Mitte',
      right: 'rechts',
      'bottom left': 'unten links',
      bottom: 'unten',
      'bottom right': 'unten rechts',
      'top, most of the width': 'oben, über den größten Teil der Breite',
      'halfway up, most of the width': 'auf halber Höhe, über den größten Teil der Breite',
      'bottom, most of the width': 'unten, über den größten Teil der Breite',
      'left, most of the height': 'links, über den größten Teil der Höhe',
      'halfway across, most of the height': 'in der Mitte, über den größten Teil der Höhe',
      'right, most of the height': 'rechts, über den größten Teil der Höhe',
      'most of the picture': 'der größte Teil des Bildes',
    },
  },
  asking: {
    title: ASK_MENU,
    question: 'Deine Frage, auf Englisch',
    example: 'What animal is this?',
    which: 'Welches Bild?',
    all: (count) => `Alle ${count} Bilder`,
    first: (shown, all) => `Die ersten ${shown} von ${all} Bildern`,
  },
  wrong: {
    title: 'Was ist die richtige Antwort?',
    pick: 'Wähl die richtige Antwort',
    type: 'oder schreib sie',
    which: 'Welche Antwort ist falsch?',
    thanks: 'Danke. Ich habe das für die gespeichert, die diesen Server verwalten.',
    nothing: 'Bitte wähl die richtige Antwort oder schreib sie.',
  },

  waiting: {
    loading: 'Ich wache gerade erst auf: Mein Modell lädt noch. Deine Antwort erscheint hier.',
    downloading: (percent) =>
      `Mein Modell wird noch heruntergeladen (${percent} fertig). Deine Antwort erscheint hier.`,
    queue: (ahead) =>
      `${ahead === 1 ? 'Vor dir ist noch 1 Anfrage' : `Vor dir sind noch ${ahead} Anfragen`} dran. Deine Antwort erscheint hier.`,
    tooLong: 'Mein Modell ist noch immer nicht bereit. Frag bitte später noch einmal.',
  },

  settings: {
    title: 'So verhält sich Glimpse auf diesem Server',
    hint: 'Jede Auswahl hier gilt sofort.',
    captions: 'Kanäle, in denen ich jedes Bild von selbst beschreibe',
    captionsHint: 'Ich antworte auf jedes Bild mit einer Beschreibung und benachrichtige dabei niemanden.',
    captionsBlind:
      '**Das kann ich noch nicht:** Discord zeigt mir keine Bilder, zu denen mich niemand fragt. Wer mich betreibt, muss mir im Entwicklerportal von Discord den Message Content Intent erlauben und mich mit `MESSAGE_CONTENT=1` starten.',
    lacks: (channel, permissions) => `In ${channel} fehlt mir: ${permissions}.`,
    lacksInMore: (channels) =>
      channels === 1 ? 'In 1 weiteren Kanal fehlt mir etwas.' : `In ${channels} weiteren Kanälen fehlt mir etwas.`,
    cantAttach: (channels) =>
      `Ohne „Dateien anhängen“ kann ich in ${channels} die Bilder nicht zeigen, die jemand meinen Befehlen mitgibt.`,
    permissions: {
      ViewChannel: 'Kanal ansehen',
      SendMessages: 'Nachrichten senden',
      SendMessagesInThreads: 'Nachrichten in Threads senden',
      ReadMessageHistory: 'Nachrichtenverlauf lesen',
    },
    silent: 'Kanäle, in denen ich nie antworte',
    silentHint: 'In einem Kanal, den du hier auswählst, beschreibe ich keine Bilder mehr, und umgekehrt.',
    noChannel: 'Kein Kanal',
    nowCaptioned: (channels) => `${channels}: Hier beschreibe ich jetzt Bilder, bin also nicht mehr stumm.`,
    nowSilent: (channels) => `${channels}: Hier bin ich jetzt stumm, beschreibe also keine Bilder mehr.`,
    roles: 'Wer mich fragen darf',
    rolesHint: (everybody) => (everybody ? 'Alle dürfen.' : 'Nur Leute mit einer dieser Rollen.'),
    rolesGone: (count) =>
      count === 1
        ? 'Eine Rolle, die du ausgewählt hast, gibt es nicht mehr.'
        : `${count} Rollen, die du ausgewählt hast, gibt es nicht mehr.`,
    rolesAllGone: 'Die Rollen, die du ausgewählt hast, gibt es nicht mehr, deshalb darf mich niemand fragen.',
    noRole: 'Alle',
    everybody: 'Alle fragen lassen',
    threshold: 'Wie sicher ich sein muss, um zu antworten',
    thresholdHint: 'Darunter sage ich, dass ich es nicht sicher weiß, und zeige meine besten Vermutungen.',
    ownThreshold: 'So sicher, wie ich es selbst für richtig halte',
    thresholdOf: (percent) => `Mindestens ${percent} sicher`,
    style: 'Was meine Antworten zeigen',
    styles: {
      short: 'Die Antwort und eine Beschreibung',
      bars: 'Die Antwort, eine Beschreibung und was ich abgewogen habe, mit Balken',
      chart: 'Die Antwort, eine Beschreibung und was ich abgewogen habe, als Diagramm',
    },
    wrongAnswers: (count) => `Falsche Antworten (${count})`,
    reset: 'Zurücksetzen',
    resetQuestion: 'Alle Einstellungen dieses Servers zurücksetzen?',
    resetHint:
      'Dann beschreibe ich nirgends mehr von selbst Bilder und bin in keinem Kanal stumm, alle dürfen mich fragen, und meine Antworten sind wie am Anfang. Die gemeldeten falschen Antworten bleiben.',
    resetYes: 'Zurücksetzen',
    resetNo: 'Abbrechen',
    resetDone: 'Alle Einstellungen sind wie am Anfang.',
    notMember:
      'Auf diesem Server gibt es nur meine Befehle, ich selbst bin nicht dabei. Wer ihn verwaltet, kann mich als Bot einladen.',
    corrections: {
      title: 'Was als falsch gemeldet wurde',
      none: 'Auf diesem Server hat mir niemand eine falsche Antwort gemeldet.',
      said: (given, right) => `Ich habe ${given} gesagt, richtig ist ${right}`,
      saidNothing: (right) => `Ich habe keine Antwort gegeben, richtig ist ${right}`,
      more: (count) => (count === 1 ? '1 ältere steht in der Datei.' : `${count} ältere stehen in der Datei.`),
      export: 'Alle als Datei',
      exported: (count) => (count === 1 ? '1 falsche Antwort, als JSON.' : `${count} falsche Antworten, als JSON.`),
      exportedNewest: (count, all) =>
        `Die neuesten ${count} von ${all} falschen Antworten, als JSON: Mehr passt hier nicht in eine Datei.`,
      cantAttach:
        'In diesem Kanal darf ich keine Dateien anhängen. Gib mir hier die Berechtigung „Dateien anhängen“, oder frag in einem anderen Kanal.',
    },
  },
  help: {
    title: 'Was du mich fragen kannst',
    intro:
      'Ich sehe mir ein Bild an, wäge mögliche Antworten auf deine Frage ab und sage, welche am besten passt und wie sicher ich bin. Frag auf Englisch, zum Beispiel:',
    more: 'Auch zu Material, Wetter, Sport, Essen, Räumen, Formen, Mustern und Stimmungen: zu allem, was man sehen kann. Stellst du mehrere Fragen auf einmal, beantworte ich die ersten zwei.',
    ways: 'So fragst du',
    mention: (mention) => `Häng ein Bild an und schreib: ${mention} what animal is this?`,
    reply: 'Antworte auf eine Nachricht mit einem Bild, und erwähne mich mit deiner Frage.',
    replyToAnswer: 'Antworte auf eine meiner Antworten, und erwähne mich: Ich kenne das Bild noch.',
    direct: 'In Direktnachrichten genügen ein Bild und eine Frage.',
    menu: (ask, caption, altText) =>
      `Bei einem Bild, das schon da ist: das Menü seiner Nachricht > Apps > **${ask}**, **${caption}** oder **${altText}**.`,
    ask: (command) => `${command}: eine Frage zu einem Bild, auf Wunsch mit eigenen Antworten zur Auswahl.`,
    caption: (command) => `${command}: ein Bild in einem Satz.`,
    rank: (command) => `${command}: welcher deiner Texte am besten zu einem Bild passt.`,
    match: (command) => `${command}: welches deiner Bilder am besten zu einem Text passt.`,
    where: (command) => `${command}: wo etwas auf einem Bild ist.`,
    buttons: (why, again) =>
      `Unter einer Antwort zeigt **${why}** alles, was ich abgewogen habe, und mit **${again}** stellst du eine weitere Frage.`,
    cant: 'Was ich nicht kann',
    cantRead: 'Wörter oder Zahlen in einem Bild lesen.',
    cantReason: 'Sagen, warum etwas so ist oder wozu es dient.',
    cantName: 'Sagen, wer jemand ist.',
    cantCount: 'Mehr als eine Handvoll zählen.',
    cantOtherLanguages: 'Fragen in anderen Sprachen als Englisch verstehen.',
    cantPhotographs:
      'Auf Fotos viel erkennen: Das kleine Modell, das hier läuft, kennt nur Zeichnungen. Bei Fotos weise ich oft darauf hin, ansonsten liege ich oft falsch.',
    unsure: 'Wenn ich nicht sicher bin, sage ich das und zeige meine besten Vermutungen.',
    also: (privacy, about, settings) =>
      `${privacy}: was ich über dich speichere. ${about}: wie es mir geht. ${settings}: für alle, die einen Server verwalten.`,
  },

  about: {
    title: (version) => `Glimpse ${version}`,
    intro: 'Ich beantworte Fragen zu Bildern, auf dem Rechner der Person, die mich betreibt.',
    model: (model) => `Modell: ${model}`,
    modelLoading: 'Modell: lädt noch',
    modelDownloading: (percent) => `Modell: wird heruntergeladen (${percent} fertig)`,
    modelFailed: 'Modell: keins. Es ließ sich nicht laden, deshalb beantworte ich nichts, bis ich neu gestartet werde.',
    started: (ago) => `Gestartet: ${ago}`,
    answers: (count) => `Antworten seitdem: ${count}`,
    median: (milliseconds) => `Zeit für eine Antwort: ${milliseconds} ms (Median)`,
    pictures:
      'Bilder verlassen diesen Rechner nie: Ich sehe sie mir an, antworte und vergesse sie. Keins wird gespeichert.',
    licence: (name) => `Lizenz: ${name}`,
    source: (address) => `Quellcode: ${address}`,
  },

  privacy: {
    title: 'Was ich über dich speichere',
    nothing: 'Im Moment nichts.',
    recentQuestions: (count) =>
      `${counted(count, 'Frage', 'Fragen')} von dir aus letzter Zeit, als Vorschläge beim Tippen`,
    answers: (count) =>
      `${counted(count, 'Antwort', 'Antworten')} an dich: die Frage, was ich abgewogen habe und wo das Bild ist`,
    corrections: (count) =>
      `${counted(count, 'Korrektur', 'Korrekturen')} falscher Antworten, von dir oder zu einer Antwort an dich`,
    howLong: (days) =>
      `Fragen und Antworten lösche ich nach ${counted(days, 'Tag', 'Tagen')} von selbst. Korrekturen bleiben für die Moderation ihres Servers, bis du sie hier löschst.`,
    leftServers: (days) =>
      `Wenn ich von einem Server entfernt werde, lösche ich dessen Antworten und Korrekturen nach ${counted(days, 'Tag', 'Tagen')}.`,
    never:
      'Bilder speichere ich nie: Ich sehe mir jedes auf dem Rechner der Person an, die mich betreibt, antworte und vergesse es.',
    logs: 'Mein Protokoll enthält die IDs von Personen und Nachrichten, bei denen etwas schiefging oder abgelehnt wurde, nie Worte oder Bilder.',
    delete: 'Alles löschen',
    sure: 'Alles löschen, was ich über dich speichere?',
    sureHint:
      'Das gilt für alle Server und unsere Direktnachrichten und lässt sich nicht rückgängig machen. Was in Discord steht, bleibt dort, aber die Buttons unter meinen Antworten an dich funktionieren dann nicht mehr.',
    deleteYes: 'Löschen',
    deleteNo: 'Abbrechen',
    deleted: (questions, answers, corrections) =>
      `Gelöscht: ${counted(questions, 'Frage', 'Fragen')}, ${counted(answers, 'Antwort', 'Antworten')}, ${counted(corrections, 'Korrektur', 'Korrekturen')}. Ich speichere nichts mehr über dich.`,
    nothingDeleted: 'Es gab nichts zu löschen: Ich speichere nichts über dich.',
  },

  refusals: {
    restarting: 'Ich starte gleich neu. Frag bitte in einer Minute noch einmal.',
    oneAtATime: 'Ich arbeite noch an deiner letzten Anfrage. Frag bitte wieder, wenn sie beantwortet ist.',
    tooMuch: (count) => `Das war viel auf einmal. Warte bitte ${seconds(count)} und frag dann noch einmal.`,
    channelBusy: (count) =>
      `In diesem Kanal wurde gerade viel gefragt. Versuch es bitte in ${seconds(count)} noch einmal.`,
    serverBusy: (count) =>
      `Auf diesem Server wurde gerade viel gefragt. Versuch es bitte in ${seconds(count)} noch einmal.`,
    silentChannel: 'In diesem Kanal antworte ich nicht: Wer den Server verwaltet, hat mich hier abgeschaltet.',
    notAllowed: 'Auf diesem Server dürfen mich nur bestimmte Rollen fragen. Wende dich an die Serververwaltung.',
    managersOnly: 'Nur wer diesen Server verwalten darf, kann ändern, wie ich mich hier verhalte.',
    serverOnly: 'Diese Einstellungen gelten für einen Server. Benutz den Befehl auf einem Server.',
    deleteNotYours: 'Das kann nur löschen, wer gefragt hat oder hier moderiert.',
    pictureGone:
      'Ich habe das Bild nicht mehr zur Hand. Häng es bitte noch einmal an, oder frag über das Menü seiner Nachricht.',
    answerGone: 'Ich weiß nicht mehr, worum es hier ging. Frag bitte noch einmal.',
    noPictureInMessage:
      'In dieser Nachricht habe ich kein Bild gefunden. Wähl bitte eine Nachricht mit einem PNG, JPEG, WebP oder GIF.',
    notAPicture: 'Diese Datei ist kein Bild. Häng bitte ein PNG, JPEG, WebP oder GIF an.',
    noPictureHere: `Unter den neuesten Nachrichten hier habe ich kein Bild gefunden. Häng eins an, oder öffne das Menü seiner Nachricht: Apps > ${ASK_MENU}.`,
    cantSeePictures: `Die Bilder anderer sehe ich hier nicht von selbst. Häng eins an, oder öffne das Menü seiner Nachricht: Apps > ${ASK_MENU}.`,
    cantReadChannel: `In diesen Kanal kann ich nicht hineinsehen. Häng ein Bild an, oder öffne das Menü seiner Nachricht: Apps > ${ASK_MENU}.`,
    pictureDeleted: 'Dieses Bild wurde gelöscht. Ich sehe es mir nicht mehr an.',
    messageGone: 'Die Nachricht, auf die du geantwortet hast, wurde gelöscht. Ihr Bild kann ich nicht mehr sehen.',
    cantSeeReplied: `Das Bild in der Nachricht, auf die du geantwortet hast, kann ich nicht sehen. Öffne das Menü dieser Nachricht: Apps > ${ASK_MENU}.`,
    cantSeeWords: `Discord zeigt mir nicht, was du da geschrieben hast. Nimm den Button „${AGAIN}“ unter der Antwort, oder erwähne mich in deiner Nachricht.`,
    lottieSticker: 'Das ist ein animierter Sticker, den ich nicht öffnen kann. Schick bitte ein Bild.',
    tooFewTexts: 'Gib mir bitte mindestens zwei Texte zum Vergleichen, mit Kommas dazwischen: `a cat, a dog, a fox`.',
    tooManyTexts: (count, most) =>
      `Das sind ${count} Texte. Ich kann höchstens ${most} auf einmal vergleichen, lass bitte ein paar weg.`,
    oldCommand:
      'Diesen Befehl kenne ich nicht mehr. Lade Discord neu. Wird er danach noch angeboten, muss die Person, die mich betreibt, npm run deploy-commands ausführen.',
    bug: (id) => `Bei mir ist etwas schiefgegangen. Die Fehler-ID ist ${id}.`,
  },
  failures: {
    busy: 'Ich habe gerade mehr zu tun, als ich schaffe. Versuch es in einer Minute noch einmal.',
    'choices-invalid': `Mit dieser Auswahl kann ich nicht antworten. Gib 2 bis ${FIGURES.textsCount} verschiedene Antworten mit je höchstens ${FIGURES.text} Zeichen an, und lass sie bei Ja-Nein-Fragen und bei Fragen nach links oder rechts weg.`,
    'model-unavailable':
      'Mein Modell lässt sich nicht laden, deshalb kann ich gerade nichts beantworten. Sag bitte der Person Bescheid, die mich betreibt.',
    'no-picture': 'Ich habe kein Bild gefunden. Häng bitte ein PNG, JPEG, WebP oder GIF an.',
    'picture-corrupt':
      'Die Datei dieses Bildes ist leer, beschädigt oder abgeschnitten. Speicher es neu und schick es noch einmal.',
    'picture-host': 'Ich öffne nur Bilder, die auf Discord gepostet wurden. Lade das Bild hoch, statt es zu verlinken.',
    'picture-refused':
      'Dieses Bild hat mich schon zweimal aus dem Tritt gebracht, deshalb lasse ich die Finger davon. Speicher es in einem anderen Format und schick das.',
    'picture-too-large': `Dieses Bild ist größer als ${FIGURES.megabytes} MB, mehr öffne ich nicht. Schick ein kleineres oder stärker komprimiertes.`,
    'picture-too-many-pixels': `Dieses Bild hat mehr als ${FIGURES.megapixels} Megapixel, mehr öffne ich nicht. Schick eine kleinere Fassung.`,
    'picture-type': 'Diese Datei kann ich nicht als Bild öffnen. Schick ein PNG, JPEG, WebP oder GIF.',
    'picture-unavailable':
      'Ich konnte dieses Bild nicht abrufen. Versuch es in einer Minute noch einmal, oder lade es neu hoch.',
    'question-empty': 'Stell eine Frage zum Bild, auf Englisch, etwa „What animal is this?“',
    'question-too-long': `Diese Frage ist zu lang: Ich lese höchstens ${FIGURES.question} Zeichen.`,
    'texts-invalid': `Mit diesen Texten kann ich nichts anfangen. Gib 2 bis ${FIGURES.textsCount} Texte mit je höchstens ${FIGURES.text} Zeichen an, mit Kommas dazwischen.`,
    'thing-invalid': `Nenne ein einziges Ding, nach dem ich suchen soll, auf Englisch und mit höchstens ${FIGURES.thing} Zeichen, etwa „red car“.`,
    timeout: 'Das hat zu lange gedauert. Versuch es in einer Minute noch einmal, oder mit einem kleineren Bild.',
  },
};
