import { PREFERRED_CHECKPOINT } from '../../../models/catalogue.ts';
import type { DeclinedFamily } from '../../answer.ts';
import type { Words } from './en.ts';
import { FIGURES } from './figures.ts';

const ASK_MENU = 'Preguntar sobre esta imagen';
const AGAIN = 'Otra pregunta';

const DECLINED: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    'No sé leer palabras ni números en las imágenes. Pregúntame qué tipo de cartel u objeto es, o usa un reconocedor de texto (OCR) para las palabras.',
  why: 'No puedo decir por qué algo es como es ni para qué sirve. Pregúntame mejor por lo que se ve: qué hace alguien, qué hay o dónde está.',
  'who-is-this':
    'No reconozco a las personas, y no adivino su nombre ni de dónde son. Pregúntame qué hacen, qué llevan puesto o qué tienen en la mano.',
  'not-about-the-picture':
    'Solo respondo preguntas sobre una imagen. Pregúntame qué hay en ella, por ejemplo: «What animal is this?» o «How many people are there?»',
  'other-language': 'Por ahora solo entiendo inglés. Vuelve a preguntar en inglés, por ejemplo: «What animal is this?»',
};

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const seconds = (count: number) => counted(count, 'segundo', 'segundos');

/** What Glimpse says in Spanish, with "tú", in words that serve Spain and Latin America. */
export const ES: Words = {
  commands: {
    ask: {
      name: 'preguntar',
      description: 'Haz una pregunta sobre una imagen',
      options: {
        question: { name: 'pregunta', description: 'En inglés, por ejemplo: what animal is this?' },
        image: {
          name: 'imagen',
          description: 'PNG, JPEG, WebP o GIF. Si no la indicas, la imagen más reciente del canal',
        },
        choices: {
          name: 'opciones',
          description: 'Las únicas respuestas posibles, en inglés y separadas por comas: a cat, a dog',
        },
        private: { name: 'privado', description: 'Solo tú ves la respuesta' },
      },
    },
    caption: {
      name: 'describir',
      description: 'Describe una imagen en una frase',
      options: {
        image: {
          name: 'imagen',
          description: 'PNG, JPEG, WebP o GIF. Si no la indicas, la imagen más reciente del canal',
        },
        style: {
          name: 'estilo',
          description: 'Cómo: en breve, como texto alternativo para copiar o con etiquetas',
          choices: {
            short: 'En una frase corta',
            'alt-text': 'Como texto alternativo, para copiar',
            tags: 'Con etiquetas y cuánto encajan',
          },
        },
        private: { name: 'privado', description: 'Solo tú ves la respuesta' },
      },
    },
    rank: {
      name: 'ordenar',
      description: 'Ordena tus propios textos según lo bien que encajan con una imagen',
      options: {
        texts: {
          name: 'textos',
          description: 'De 2 a 25 textos en inglés separados por comas, punto y coma o líneas: a cat, a dog, a fox',
        },
        image: {
          name: 'imagen',
          description: 'PNG, JPEG, WebP o GIF. Si no la indicas, la imagen más reciente del canal',
        },
        private: { name: 'privado', description: 'Solo tú ves la respuesta' },
      },
    },
    match: {
      name: 'mejor-imagen',
      description: 'Encuentra, entre 10 imágenes como máximo, la que mejor encaja con un texto',
      options: {
        text: { name: 'texto', description: 'En inglés, por ejemplo: a dog on a beach' },
        picture: (number) => ({ name: `imagen${number}`, description: `Imagen ${number}` }),
        private: { name: 'privado', description: 'Solo tú ves la respuesta' },
      },
    },
    where: {
      name: 'dónde',
      description: 'Muestra dónde está algo en una imagen',
      options: {
        thing: { name: 'cosa', description: 'En inglés, por ejemplo: the red car' },
        image: {
          name: 'imagen',
          description: 'PNG, JPEG, WebP o GIF. Si no la indicas, la imagen más reciente del canal',
        },
        private: { name: 'privado', description: 'Solo tú ves la respuesta' },
      },
    },
    settings: { name: 'ajustes', description: 'Cómo se comporta Glimpse en este servidor' },
    help: { name: 'ayuda', description: 'Qué le puedes preguntar a Glimpse, y cómo' },
    about: { name: 'acerca-de', description: 'Qué Glimpse es este y cómo le va' },
    privacy: { name: 'privacidad', description: 'Qué guarda Glimpse sobre ti, y un botón para borrarlo' },
  },
  menus: {
    ask: ASK_MENU,
    caption: 'Describir esta imagen',
    altText: 'Sugerir texto alternativo',
  },

  answer: {
    cantTell: (guesses) => `No lo tengo claro. Lo más probable: ${guesses}`,
    cantTellAtAll: 'No sabría decirlo.',
    noDescription: 'Una imagen que no sé describir',
    declined: (family) => DECLINED[family],
    unfamiliar: 'Solo conozco dibujos, y esto parece una foto u otra cosa que no está dibujada.',
    unfamiliarRemedy: `El CLIP completo conoce las fotos: quien me aloja puede activarlo con CLIP_MODEL=${PREFERRED_CHECKPOINT}.`,
    unfamiliarRanking: 'Solo conozco dibujos, y esto no parece uno: el orden significa poco.',
    unfamiliarMatch: 'Solo conozco dibujos, y no todas estas imágenes lo parecen: el orden significa poco.',
    fitsBest: (text, share) => `${text} es lo que mejor encaja · ${share}`,
    matchesBest: (picture, text, share) => `${picture} es la que mejor encaja con ${text} · ${share}`,
    pictureNumber: (number) => `Imagen ${number}`,
    altTextReady: 'Copia esto como texto alternativo de la imagen:',
    aiCaption: 'Descripción por IA',
  },
  footer: {
    smallModel: (model) => `${model} (modelo pequeño sin conexión: lo que mejor conoce son los dibujos)`,
    firstPictures: (shown, all) =>
      shown === 1 ? `la primera de ${all} imágenes` : `las primeras ${shown} de ${all} imágenes`,
    onePicture: (number, all) => `imagen ${number} de ${all}`,
    thePicture: 'la imagen',
    newestPicture: 'la imagen más reciente de aquí',
  },

  buttons: { why: '¿Por qué?', where: '¿Dónde?', again: AGAIN, wrong: '¿Está mal?', remove: 'Eliminar' },
  why: {
    compared:
      'Comparé la imagen con una frase por cada respuesta posible. El porcentaje es la parte que obtuvo cada una:',
    comparedCaptions: 'Comparé la imagen con estas frases. El porcentaje es la parte que obtuvo cada una:',
    nothing: 'Aquí no comparé nada: no es una pregunta que responda comparando.',
    more: (count) => `... y ${count} más`,
    numbers:
      'Los tres números siguientes son la similitud con la imagen (coseno), el sesgo que se le resta y el valor a priori que se suma (nats).',
    chart: {
      similarity: 'similitud',
      bias: 'sesgo',
      prior: 'a priori',
      share: 'parte',
      cosine: 'coseno',
      more: (count) => `… y ${count} más`,
      average: (count) => `${count} frases más, en promedio`,
      closest: 'las frases más cercanas de estas',
      formula: '(similitud − sesgo) × la escala del modelo + a priori decide la parte.',
      formulaOfYesNo: (slope) =>
        `La parte es la función logística 1 ÷ (1 + e^−x) de x = ${slope} × la escala del modelo × la diferencia de (similitud − sesgo) con la otra fila + la diferencia de a priori.`,
      formulaOfPlaces:
        'Aquí se suman las diferencias de todas las cosas que nombra la pregunta, y las filas muestran la primera.',
      formulaOfNone: (zero, slope) =>
        `La parte de ${zero} es la función logística de ${slope} × la escala del modelo × cuánto supera su (similitud − sesgo) a la de la cosa misma, que no tiene fila. Las demás se reparten el resto según (similitud − sesgo) × la escala del modelo + a priori.`,
      described: (question) => `Gráfico de lo que se comparó con la imagen para «${question}».`,
      captions: 'Las descripciones comparadas',
      captionsDescribed: 'Gráfico de las descripciones que se compararon con la imagen.',
    },
  },
  where: {
    found: (thing, place, share) => `${thing}: ${place} · ${share} de seguridad de que está ahí`,
    absent: (thing, share) => `${thing}: parece que no está · ${share} de seguridad`,
    unknown: (thing) => `No lo sé: no conozco ${thing}.`,
    mapFound: (thing, place) =>
      `Mapa de calor de la imagen para ${thing}. El recuadro rodea la zona que mejor encaja: ${place}.`,
    mapAbsent: (thing) => `Mapa de calor de la imagen para ${thing}, que no parece estar.`,
    low: 'poco',
    high: 'mucho',
    places: {
      'top left': 'arriba a la izquierda',
      top: 'arriba',
      'top right': 'arriba a la derecha',
      left: 'a la izquierda',
      middle: 'en el centro',
      right: 'a la derecha',
      'bottom left': 'abajo a la izquierda',
      bottom: 'abajo',
      'bottom right': 'abajo a la derecha',
      'top, most of the width': 'arriba, en la mayor parte del ancho',
      'halfway up, most of the width': 'a media altura, en la mayor parte del ancho',
      'bottom, most of the width': 'abajo, en la mayor parte del ancho',
      'left, most of the height': 'a la izquierda, en la mayor parte de la altura',
      'halfway across, most of the height': 'en el centro, en la mayor parte de la altura',
      'right, most of the height': 'a la derecha, en la mayor parte de la altura',
      'most of the picture': 'la mayor parte de la imagen',
    },
  },
  asking: {
    title: ASK_MENU,
    question: 'Tu pregunta, en inglés',
    example: 'What animal is this?',
    which: '¿Qué imagen?',
    all: (count) => `Las ${count} imágenes`,
    first: (shown, all) => `Las primeras ${shown} de ${all} imágenes`,
  },
  wrong: {
    title: '¿Cuál es la respuesta correcta?',
    pick: 'Elige la respuesta correcta',
    type: 'o escríbela',
    which: '¿Qué respuesta es incorrecta?',
    thanks: 'Gracias. Lo guardé para quienes administran este servidor.',
    nothing: 'Elige la respuesta correcta o escríbela.',
  },

  waiting: {
    loading: 'Me estoy despertando: mi modelo aún se está cargando. Tu respuesta aparecerá aquí.',
    downloading: (percent) => `Mi modelo aún se está descargando (va por el ${percent}). Tu respuesta aparecerá aquí.`,
    queue: (ahead) =>
      `Hay ${ahead === 1 ? '1 solicitud' : `${ahead} solicitudes`} antes que la tuya. Tu respuesta aparecerá aquí.`,
    tooLong: 'Mi modelo aún no está listo. Vuelve a preguntar más tarde.',
  },

  settings: {
    title: 'Cómo se comporta Glimpse en este servidor',
    hint: 'Cada cambio se aplica al momento.',
    captions: 'Canales donde describo cada imagen por mi cuenta',
    captionsHint: 'Respondo a cada imagen con una descripción, sin notificar a nadie.',
    captionsBlind:
      '**Todavía no puedo hacerlo:** Discord no me muestra las imágenes sobre las que nadie me pregunta. Quien me aloja debe permitirme el Message Content Intent en el portal de desarrolladores de Discord e iniciarme con `MESSAGE_CONTENT=1`.',
    lacks: (channel, permissions) => `En ${channel} me falta: ${permissions}.`,
    lacksInMore: (channels) =>
      channels === 1 ? 'En 1 canal más me falta algo.' : `En ${channels} canales más me falta algo.`,
    cantAttach: (channels) =>
      `Sin «Adjuntar archivos» no puedo mostrar en ${channels} las imágenes enviadas con mis comandos.`,
    permissions: {
      ViewChannel: 'Ver canal',
      SendMessages: 'Enviar mensajes',
      SendMessagesInThreads: 'Enviar mensajes en hilos',
      ReadMessageHistory: 'Leer el historial de mensajes',
    },
    silent: 'Canales donde nunca respondo',
    silentHint: 'En un canal que elijas aquí dejo de describir imágenes, y viceversa.',
    noChannel: 'Ningún canal',
    nowCaptioned: (channels) => `${channels}: ahora describo las imágenes, así que ya no guardo silencio.`,
    nowSilent: (channels) => `${channels}: ahora guardo silencio, así que ya no describo las imágenes.`,
    roles: 'Quién puede preguntarme',
    rolesHint: (everybody) => (everybody ? 'Todo el mundo.' : 'Solo quienes tengan uno de estos roles.'),
    rolesGone: (count) =>
      count === 1 ? 'Un rol que elegiste ya no existe.' : `${count} roles que elegiste ya no existen.`,
    rolesAllGone: 'Los roles que elegiste ya no existen, así que nadie puede preguntarme.',
    noRole: 'Todo el mundo',
    everybody: 'Permitir a todo el mundo',
    threshold: 'Qué certeza necesito para responder',
    thresholdHint: 'Por debajo, digo que no lo tengo claro y muestro lo más probable.',
    ownThreshold: 'La que a mí me parezca bien',
    thresholdOf: (percent) => `Al menos un ${percent} de certeza`,
    style: 'Qué muestran mis respuestas',
    styles: {
      short: 'La respuesta y una descripción',
      bars: 'La respuesta, una descripción y lo que consideré, con barras',
      chart: 'La respuesta, una descripción y lo que consideré, en un gráfico',
    },
    wrongAnswers: (count) => `Respuestas incorrectas (${count})`,
    reset: 'Restablecer',
    resetQuestion: '¿Restablecer todos los ajustes de este servidor?',
    resetHint:
      'Dejaré de describir imágenes por mi cuenta, no guardaré silencio en ningún canal, todo el mundo podrá preguntarme y mis respuestas serán como al principio. Las respuestas incorrectas que me señalaron se conservan.',
    resetYes: 'Restablecer',
    resetNo: 'Cancelar',
    resetDone: 'Todos los ajustes están como al principio.',
    notMember: 'En este servidor solo están mis comandos, yo no. Quienes lo gestionan pueden invitarme como bot.',
    corrections: {
      title: 'Lo que se señaló como incorrecto',
      none: 'Nadie me ha señalado una respuesta incorrecta en este servidor.',
      said: (given, right) => `Dije ${given}, lo correcto es ${right}`,
      saidNothing: (right) => `No di ninguna respuesta, lo correcto es ${right}`,
      more: (count) => (count === 1 ? 'Hay 1 más antigua en el archivo.' : `Hay ${count} más antiguas en el archivo.`),
      export: 'Todas en un archivo',
      exported: (count) => `${counted(count, 'respuesta incorrecta', 'respuestas incorrectas')}, en JSON.`,
      exportedNewest: (count, all) =>
        `Las ${count} más recientes de ${all} respuestas incorrectas, en JSON: aquí no caben más en un archivo.`,
      cantAttach:
        'No puedo adjuntar archivos en este canal. Dame aquí el permiso «Adjuntar archivos», o pídelo en otro canal.',
    },
  },
  help: {
    title: 'Qué me puedes preguntar',
    intro:
      'Miro una imagen, comparo respuestas posibles a tu pregunta y digo cuál encaja mejor y con qué certeza. Pregunta en inglés, por ejemplo:',
    more: 'También sobre materiales, el tiempo, deportes, comida, habitaciones, formas, patrones y ambientes: sobre cualquier cosa que se vea. Si haces varias preguntas a la vez, respondo las dos primeras.',
    ways: 'Cómo preguntar',
    mention: (mention) => `Adjunta una imagen y escribe: ${mention} what animal is this?`,
    reply: 'Responde a un mensaje con una imagen y mencióname con tu pregunta.',
    replyToAnswer: 'Responde a una de mis respuestas y mencióname: aún recuerdo la imagen.',
    direct: 'En los mensajes directos bastan una imagen y una pregunta.',
    menu: (ask, caption, altText) =>
      `Para una imagen ya publicada: el menú de su mensaje > Aplicaciones > **${ask}**, **${caption}** o **${altText}**.`,
    ask: (command) => `${command}: una pregunta sobre una imagen, con tus propias opciones si quieres.`,
    caption: (command) => `${command}: una imagen en una frase.`,
    rank: (command) => `${command}: cuál de tus textos encaja mejor con una imagen.`,
    match: (command) => `${command}: cuál de tus imágenes encaja mejor con un texto.`,
    where: (command) => `${command}: dónde está algo en una imagen.`,
    buttons: (why, again) =>
      `Debajo de una respuesta, **${why}** muestra todo lo que consideré, y **${again}** te deja preguntar más sobre la misma imagen.`,
    cant: 'Lo que no sé hacer',
    cantRead: 'Leer palabras o números en una imagen.',
    cantReason: 'Decir por qué algo es así o para qué sirve.',
    cantName: 'Decir quién es alguien.',
    cantCount: 'Contar más allá de unos pocos.',
    cantOtherLanguages: 'Entender preguntas en idiomas que no sean el inglés.',
    cantPhotographs:
      'Ver mucho en las fotos: el modelo pequeño que uso aquí solo conoce dibujos. Con las fotos suelo avisarlo, y si no, a menudo me equivoco.',
    unsure: 'Cuando no lo tengo claro, lo digo y muestro lo más probable.',
    also: (privacy, about, settings) =>
      `${privacy}: qué guardo sobre ti. ${about}: cómo me va. ${settings}: para quienes gestionan un servidor.`,
  },

  about: {
    title: (version) => `Glimpse ${version}`,
    intro: 'Respondo preguntas sobre imágenes, en el equipo de quien me aloja.',
    model: (model) => `Modelo: ${model}`,
    modelLoading: 'Modelo: aún se está cargando',
    modelDownloading: (percent) => `Modelo: se está descargando (va por el ${percent})`,
    modelFailed: 'Modelo: ninguno. No se pudo cargar, así que no responderé nada hasta que me inicien de nuevo.',
    started: (ago) => `Inicio: ${ago}`,
    answers: (count) => `Respuestas desde entonces: ${count}`,
    median: (milliseconds) => `Tiempo por respuesta: ${milliseconds} ms (mediana)`,
    pictures: 'Las imágenes nunca salen de ese equipo: las miro, respondo y las olvido. No se guarda ninguna.',
    licence: (name) => `Licencia: ${name}`,
    source: (address) => `Código fuente: ${address}`,
  },

  privacy: {
    title: 'Qué guardo sobre ti',
    nothing: 'Por ahora, nada.',
    recentQuestions: (count) =>
      `${counted(count, 'pregunta reciente tuya', 'preguntas recientes tuyas')}, para sugerirlas mientras escribes`,
    answers: (count) =>
      `${counted(count, 'respuesta', 'respuestas')} para ti: la pregunta, lo que consideré y dónde está la imagen`,
    corrections: (count) =>
      `${counted(count, 'corrección', 'correcciones')} de respuestas incorrectas, hechas por ti o sobre una respuesta para ti`,
    howLong: (days) =>
      `Borro las preguntas y respuestas por mi cuenta al cabo de ${counted(days, 'día', 'días')}. Las correcciones quedan para los moderadores de su servidor hasta que las borres aquí.`,
    leftServers: (days) =>
      `Cuando me quitan de un servidor, borro sus respuestas y correcciones al cabo de ${counted(days, 'día', 'días')}.`,
    never: 'Nunca guardo imágenes: miro cada una en el equipo de quien me aloja, respondo y la olvido.',
    logs: 'Mi registro contiene identificadores de personas y mensajes donde algo falló o se rechazó, nunca palabras ni imágenes.',
    delete: 'Borrarlo todo',
    sure: '¿Borrar todo lo que guardo sobre ti?',
    sureHint:
      'Esto abarca todos los servidores y nuestros mensajes directos, y no se puede deshacer. Lo escrito en Discord se queda allí, pero los botones debajo de mis respuestas para ti dejarán de funcionar.',
    deleteYes: 'Borrar',
    deleteNo: 'Cancelar',
    deleted: (questions, answers, corrections) =>
      `Borrado: ${counted(questions, 'pregunta', 'preguntas')}, ${counted(answers, 'respuesta', 'respuestas')}, ${counted(corrections, 'corrección', 'correcciones')}. Ya no guardo nada sobre ti.`,
    nothingDeleted: 'No había nada que borrar: no guardo nada sobre ti.',
  },

  refusals: {
    restarting: 'Estoy a punto de reiniciarme. Vuelve a preguntar en un minuto.',
    oneAtATime: 'Todavía estoy con tu última solicitud. Vuelve a preguntar cuando la haya respondido.',
    tooMuch: (count) => `Eso fue mucho de golpe. Espera ${seconds(count)} y vuelve a preguntar.`,
    channelBusy: (count) =>
      `Hay demasiadas preguntas en este canal ahora mismo. Inténtalo otra vez en ${seconds(count)}.`,
    serverBusy: (count) =>
      `Hay demasiadas preguntas en este servidor ahora mismo. Inténtalo otra vez en ${seconds(count)}.`,
    silentChannel: 'En este canal no respondo: quienes gestionan el servidor me han desactivado aquí.',
    notAllowed: 'En este servidor solo algunos roles pueden preguntarme. Habla con quienes gestionan el servidor.',
    managersOnly: 'Solo quienes pueden gestionar este servidor pueden cambiar cómo me comporto en él.',
    serverOnly: 'Estos ajustes son de un servidor. Usa el comando en uno.',
    deleteNotYours: 'Solo puede eliminar esto quien preguntó o alguien de moderación.',
    pictureGone: 'Ya no tengo esa imagen a mano. Adjúntala otra vez o pregunta desde el menú de su mensaje.',
    answerGone: 'Ya no sé de qué se trataba. Vuelve a preguntar.',
    noPictureInMessage: 'No encontré ninguna imagen en ese mensaje. Elige un mensaje con un PNG, JPEG, WebP o GIF.',
    notAPicture: 'Ese archivo no es una imagen. Adjunta un PNG, JPEG, WebP o GIF.',
    noPictureHere: `No encontré ninguna imagen en los mensajes más recientes. Adjunta una, o abre el menú de su mensaje: Aplicaciones > ${ASK_MENU}.`,
    cantSeePictures: `Aquí no tengo acceso a las imágenes de los demás. Adjunta una, o abre el menú de su mensaje: Aplicaciones > ${ASK_MENU}.`,
    cantReadChannel: `No puedo ver este canal. Adjunta una imagen, o abre el menú de su mensaje: Aplicaciones > ${ASK_MENU}.`,
    pictureDeleted: 'Esa imagen fue eliminada y ya no la miro.',
    messageGone: 'El mensaje al que respondiste fue eliminado y ya no puedo ver su imagen.',
    cantSeeReplied: `No puedo ver la imagen del mensaje al que respondiste. Abre el menú de ese mensaje: Aplicaciones > ${ASK_MENU}.`,
    cantSeeWords: `Discord no me muestra lo que escribiste ahí. Usa el botón «${AGAIN}» debajo de la respuesta, o mencióname en tu mensaje.`,
    lottieSticker: 'Es un sticker animado de un tipo que no puedo abrir. Envía una imagen.',
    tooFewTexts: 'Dame al menos dos textos para comparar, separados por comas: `a cat, a dog, a fox`.',
    tooManyTexts: (count, most) => `Son ${count} textos. Puedo comparar hasta ${most} a la vez; quita algunos.`,
    oldCommand:
      'Ya no conozco este comando. Recarga Discord; si sigue apareciendo, quien me aloja debería ejecutar npm run deploy-commands.',
    bug: (id) => `Algo falló por mi parte. El ID del error es ${id}.`,
  },
  failures: {
    busy: 'Tengo más trabajo del que puedo atender. Inténtalo otra vez en un minuto.',
    'choices-invalid': `No puedo responder con esas opciones. Da de 2 a ${FIGURES.textsCount} respuestas distintas de hasta ${FIGURES.text} caracteres, y ninguna si la pregunta es de sí o no, o de izquierda o derecha.`,
    'model-unavailable': 'Mi modelo no se puede cargar, así que por ahora no puedo responder. Avisa a quien me aloja.',
    'no-picture': 'No encontré ninguna imagen. Adjunta un PNG, JPEG, WebP o GIF.',
    'picture-corrupt':
      'El archivo de esta imagen está vacío, dañado o incompleto. Guárdala de nuevo y vuelve a enviarla.',
    'picture-host': 'Solo abro imágenes publicadas en Discord. Sube la imagen en lugar de su enlace.',
    'picture-refused':
      'Esta imagen ya me ha bloqueado dos veces, así que la dejo estar. Guárdala en otro formato y envía ese.',
    'picture-too-large': `Esta imagen supera los ${FIGURES.megabytes} MB, lo máximo que abro. Envía una más pequeña o más comprimida.`,
    'picture-too-many-pixels': `Esta imagen supera los ${FIGURES.megapixels} megapíxeles, lo máximo que abro. Envía una versión más pequeña.`,
    'picture-type': 'No puedo abrir este archivo como imagen. Envía un PNG, JPEG, WebP o GIF.',
    'picture-unavailable': 'No pude obtener esta imagen. Inténtalo otra vez en un minuto, o súbela de nuevo.',
    'question-empty': 'Haz una pregunta sobre la imagen, en inglés, por ejemplo: «What animal is this?»',
    'question-too-long': `Esa pregunta es demasiado larga: leo ${FIGURES.question} caracteres como máximo.`,
    'texts-invalid': `No puedo comparar esos textos. Da de 2 a ${FIGURES.textsCount}, de hasta ${FIGURES.text} caracteres cada uno, separados por comas.`,
    'thing-invalid': `Nombra una sola cosa que buscar, en inglés y con ${FIGURES.thing} caracteres como máximo, por ejemplo «red car».`,
    timeout: 'Esto tardó demasiado. Inténtalo otra vez en un minuto, o con una imagen más pequeña.',
  },
};
