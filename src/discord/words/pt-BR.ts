import { PREFERRED_CHECKPOINT } from '../../../models/catalogue.ts';
import type { DeclinedFamily } from '../../answer.ts';
import type { Words } from './en.ts';
import { FIGURES } from './figures.ts';

const ASK_MENU = 'Perguntar sobre esta imagem';
const AGAIN = 'Perguntar de novo';

const DECLINED: Readonly<Record<DeclinedFamily, string>> = {
  'reads-text':
    'Não consigo ler palavras nem números em imagens. Pergunte que tipo de placa ou objeto é, ou use um leitor de texto (OCR) para as palavras.',
  why: 'Não sei dizer por que algo é como é, nem para que serve. Pergunte sobre o que dá para ver: o que alguém está fazendo, o que há ali ou onde está.',
  'who-is-this':
    'Não reconheço pessoas e não tento adivinhar nomes nem de onde alguém é. Pergunte o que elas estão fazendo, vestindo ou segurando.',
  'not-about-the-picture':
    'Só respondo a perguntas sobre uma imagem. Pergunte o que há nela, como “What animal is this?” ou “How many people are there?”',
  'other-language': 'Por enquanto só entendo inglês. Pergunte de novo em inglês, como “What animal is this?”',
};

const counted = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const seconds = (count: number) => counted(count, 'segundo', 'segundos');

/** What Glimpse says in Brazilian Portuguese, with "você". */
export const PT_BR: Words = {
  commands: {
    ask: {
      name: 'perguntar',
      description: 'Responde a uma pergunta sobre uma imagem',
      options: {
        question: { name: 'pergunta', description: 'Em inglês, por exemplo: what animal is this?' },
        image: {
          name: 'imagem',
          description: 'PNG, JPEG, WebP ou GIF. Se não houver, a imagem mais recente do canal',
        },
        choices: {
          name: 'opções',
          description: 'As únicas respostas possíveis, em inglês e separadas por vírgulas: a cat, a dog',
        },
        private: { name: 'privado', description: 'Só você vê a resposta' },
      },
    },
    caption: {
      name: 'descrever',
      description: 'Descreve uma imagem em uma frase',
      options: {
        image: {
          name: 'imagem',
          description: 'PNG, JPEG, WebP ou GIF. Se não houver, a imagem mais recente do canal',
        },
        style: {
          name: 'estilo',
          description: 'Como: em resumo, como texto alternativo para copiar ou com etiquetas',
          choices: {
            short: 'Em uma frase curta',
            'alt-text': 'Como texto alternativo, para copiar',
            tags: 'Com etiquetas e o quanto combinam',
          },
        },
        private: { name: 'privado', description: 'Só você vê a resposta' },
      },
    },
    rank: {
      name: 'classificar',
      description: 'Classifica seus próprios textos pelo quanto combinam com uma imagem',
      options: {
        texts: {
          name: 'textos',
          description:
            'De 2 a 25 textos em inglês, separados por vírgula, ponto e vírgula ou linha: a cat, a dog, a fox',
        },
        image: {
          name: 'imagem',
          description: 'PNG, JPEG, WebP ou GIF. Se não houver, a imagem mais recente do canal',
        },
        private: { name: 'privado', description: 'Só você vê a resposta' },
      },
    },
    match: {
      name: 'melhor-imagem',
      description: 'Encontra, entre até 10 imagens, a que mais combina com um texto',
      options: {
        text: { name: 'texto', description: 'Em inglês, por exemplo: a dog on a beach' },
        picture: (number) => ({ name: `imagem${number}`, description: `Imagem ${number}` }),
        private: { name: 'privado', description: 'Só você vê a resposta' },
      },
    },
    where: {
      name: 'onde',
      description: 'Mostra onde algo está em uma imagem',
      options: {
        thing: { name: 'coisa', description: 'Em inglês, por exemplo: the red car' },
        image: {
          name: 'imagem',
          description: 'PNG, JPEG, WebP ou GIF. Se não houver, a imagem mais recente do canal',
        },
        private: { name: 'privado', description: 'Só você vê a resposta' },
      },
    },
    settings: { name: 'configurações', description: 'Como o Glimpse se comporta neste servidor' },
    help: { name: 'ajuda', description: 'O que você pode perguntar ao Glimpse, e como' },
    about: { name: 'sobre', description: 'Qual Glimpse é este e como ele está' },
    privacy: { name: 'privacidade', description: 'O que o Glimpse guarda sobre você, e um botão para apagar' },
  },
  menus: {
    ask: ASK_MENU,
    caption: 'Descrever esta imagem',
    altText: 'Sugerir texto alternativo',
  },

  answer: {
    cantTell: (guesses) => `Não sei dizer ao certo. Meus melhores palpites: ${guesses}`,
    cantTellAtAll: 'Não sei dizer.',
    noDescription: 'Uma imagem que não sei descrever',
    declined: (family) => DECLINED[family],
    unfamiliar: 'Só conheço desenhos, e isto parece uma foto ou outra coisa que não foi desenhada.',
    unfamiliarRemedy: `O CLIP completo conhece fotos: quem me hospeda pode trocar para ele com CLIP_MODEL=${PREFERRED_CHECKPOINT}.`,
    unfamiliarRanking: 'Só conheço desenhos, e isto não parece um: a classificação não quer dizer muito.',
    unfamiliarMatch:
      'Só conheço desenhos, e nem todas estas imagens parecem ser: a classificação não quer dizer muito.',
    fitsBest: (text, share) => `${text} é o que mais combina · ${share}`,
    matchesBest: (picture, text, share) => `${picture} é a que mais combina com ${text} · ${share}`,
    pictureNumber: (number) => `Imagem ${number}`,
    altTextReady: 'Copie isto como texto alternativo da imagem:',
    aiCaption: 'Descrição por IA',
  },
  footer: {
    smallModel: (model) => `${model} (modelo pequeno e offline: o que mais conhece são desenhos)`,
    firstPictures: (shown, all) =>
      shown === 1 ? `a primeira de ${all} imagens` : `as primeiras ${shown} de ${all} imagens`,
    onePicture: (number, all) => `imagem ${number} de ${all}`,
    thePicture: 'a imagem',
    newestPicture: 'a imagem mais recente daqui',
  },

  buttons: { why: 'Por quê?', where: 'Onde?', again: AGAIN, wrong: 'Errado?', remove: 'Excluir' },
  why: {
    compared:
      'Comparei a imagem com uma frase para cada resposta possível. A porcentagem é a parte que cada uma recebeu:',
    comparedCaptions: 'Comparei a imagem com estas frases. A porcentagem é a parte que cada uma recebeu:',
    nothing: 'Aqui não comparei nada: não é uma pergunta que eu responda comparando.',
    more: (count) => `... e mais ${count}`,
    numbers:
      'Os três números seguintes são a similaridade com a imagem (cosseno), o viés que é subtraído dela e o valor a priori que é somado (nats).',
    chart: {
      similarity: 'similaridade',
      bias: 'viés',
      prior: 'a priori',
      share: 'parte',
      cosine: 'cosseno',
      more: (count) => `… e mais ${count}`,
      average: (count) => `${count} outras frases, em média`,
      closest: 'as mais próximas dessas frases',
      formula: '(similaridade − viés) × a escala do modelo + a priori decide a parte.',
      formulaOfYesNo: (slope) =>
        `A parte é a função logística 1 ÷ (1 + e^−x) de x = ${slope} × a escala do modelo × a diferença de (similaridade − viés) em relação à outra linha + a diferença de a priori.`,
      formulaOfPlaces:
        'Aqui se somam as diferenças de todas as coisas que a pergunta nomeia, e as linhas mostram a primeira.',
      formulaOfNone: (zero, slope) =>
        `A parte de ${zero} é a função logística de ${slope} × a escala do modelo × quanto a sua (similaridade − viés) supera a da própria coisa, que não tem linha. As outras dividem o resto conforme (similaridade − viés) × a escala do modelo + a priori.`,
      described: (question) => `Gráfico do que foi comparado com a imagem para “${question}”.`,
      captions: 'As descrições comparadas',
      captionsDescribed: 'Gráfico das descrições que foram comparadas com a imagem.',
    },
  },
  where: {
    found: (thing, place, share) => `${thing}: ${place} · ${share} de certeza de que está ali`,
    absent: (thing, share) => `${thing}: parece que não está ali · ${share} de certeza`,
    unknown: (thing) => `Não sei dizer: não conheço ${thing}.`,
    mapFound: (thing, place) =>
      `Mapa de calor da imagem para ${thing}. A moldura cerca a região que mais combina: ${place}.`,
    mapAbsent: (thing) => `Mapa de calor da imagem para ${thing}, que não parece estar ali.`,
    low: 'pouco',
    high: 'muito',
    places: {
      'top left': 'no alto à esquerda',
      top: 'no alto',
      'top right': 'no alto à direita',
      left: 'à esquerda',
      middle: 'no meio',
      right: 'à direita',
      'bottom left': 'embaixo à esquerda',
      bottom: 'embaixo',
      'bottom right': 'embaixo à direita',
      'top, most of the width': 'no alto, na maior parte da largura',
      'halfway up, most of the width': 'a meia altura, na maior parte da largura',
      'bottom, most of the width': 'embaixo, na maior parte da largura',
      'left, most of the height': 'à esquerda, na maior parte da altura',
      'halfway across, most of the height': 'no meio, na maior parte da altura',
      'right, most of the height': 'à direita, na maior parte da altura',
      'most of the picture': 'a maior parte da imagem',
    },
  },
  asking: {
    title: ASK_MENU,
    question: 'Sua pergunta, em inglês',
    example: 'What animal is this?',
    which: 'Qual imagem?',
    all: (count) => `Todas as ${count} imagens`,
    first: (shown, all) => `As primeiras ${shown} de ${all} imagens`,
  },
  wrong: {
    title: 'Qual é a resposta certa?',
    pick: 'Escolha a resposta certa',
    type: 'ou escreva',
    which: 'Qual resposta está errada?',
    thanks: 'Obrigado. Guardei isso para quem gerencia este servidor.',
    nothing: 'Escolha a resposta certa ou escreva qual é.',
  },

  waiting: {
    loading: 'Acabei de acordar: meu modelo ainda está carregando. Sua resposta vai aparecer aqui.',
    downloading: (percent) => `Meu modelo ainda está sendo baixado (${percent}). Sua resposta vai aparecer aqui.`,
    queue: (ahead) =>
      `Há ${ahead === 1 ? '1 pedido' : `${ahead} pedidos`} antes do seu. Sua resposta vai aparecer aqui.`,
    tooLong: 'Meu modelo ainda não está pronto. Pergunte de novo mais tarde.',
  },

  settings: {
    title: 'Como o Glimpse se comporta neste servidor',
    hint: 'Cada escolha aqui vale na hora.',
    captions: 'Canais em que descrevo cada imagem por conta própria',
    captionsHint: 'Respondo a cada imagem com uma descrição, sem notificar ninguém.',
    captionsBlind:
      '**Ainda não consigo fazer isso:** o Discord não me mostra imagens sobre as quais ninguém me pergunta. Quem me hospeda precisa liberar o Message Content Intent para mim no portal de desenvolvedores do Discord e me iniciar com `MESSAGE_CONTENT=1`.',
    lacks: (channel, permissions) => `Em ${channel}, me falta: ${permissions}.`,
    lacksInMore: (channels) =>
      channels === 1 ? 'Em mais 1 canal, me falta algo.' : `Em mais ${channels} canais, me falta algo.`,
    cantAttach: (channels) =>
      `Sem “Anexar arquivos”, não consigo mostrar em ${channels} as imagens enviadas com meus comandos.`,
    permissions: {
      ViewChannel: 'Ver canal',
      SendMessages: 'Enviar mensagens',
      SendMessagesInThreads: 'Enviar mensagens em tópicos',
      ReadMessageHistory: 'Ver histórico de mensagens',
    },
    silent: 'Canais em que nunca respondo',
    silentHint: 'Em um canal escolhido aqui, deixo de descrever imagens, e vice-versa.',
    noChannel: 'Nenhum canal',
    nowCaptioned: (channels) => `${channels}: agora descrevo as imagens, então não estou mais em silêncio.`,
    nowSilent: (channels) => `${channels}: agora estou em silêncio, então não descrevo mais as imagens.`,
    roles: 'Quem pode me fazer perguntas',
    rolesHint: (everybody) => (everybody ? 'Todo mundo.' : 'Só quem tem um destes cargos.'),
    rolesGone: (count) =>
      count === 1
        ? 'Um cargo que você escolheu não existe mais.'
        : `${count} cargos que você escolheu não existem mais.`,
    rolesAllGone: 'Os cargos que você escolheu não existem mais, então ninguém pode me fazer perguntas.',
    noRole: 'Todo mundo',
    everybody: 'Liberar para todo mundo',
    threshold: 'Quanta certeza preciso ter para responder',
    thresholdHint: 'Abaixo disso, digo que não sei ao certo e mostro meus melhores palpites.',
    ownThreshold: 'A que eu achar melhor',
    thresholdOf: (percent) => `Pelo menos ${percent} de certeza`,
    style: 'O que minhas respostas mostram',
    styles: {
      short: 'A resposta e uma descrição',
      bars: 'A resposta, uma descrição e o que considerei, com barras',
      chart: 'A resposta, uma descrição e o que considerei, em um gráfico',
    },
    wrongAnswers: (count) => `Respostas erradas (${count})`,
    reset: 'Redefinir',
    resetQuestion: 'Redefinir todas as configurações deste servidor?',
    resetHint:
      'Deixarei de descrever imagens por conta própria, não ficarei em silêncio em nenhum canal, todo mundo poderá me fazer perguntas e minhas respostas serão como no início. As respostas erradas que me apontaram continuam guardadas.',
    resetYes: 'Redefinir',
    resetNo: 'Cancelar',
    resetDone: 'Todas as configurações estão como no início.',
    notMember: 'Neste servidor só estão meus comandos, eu não. Quem o gerencia pode me convidar como bot.',
    corrections: {
      title: 'O que apontaram como errado',
      none: 'Ninguém me apontou uma resposta errada neste servidor.',
      said: (given, right) => `Eu disse ${given}, o certo é ${right}`,
      saidNothing: (right) => `Não dei resposta, o certo é ${right}`,
      more: (count) => (count === 1 ? 'Há 1 mais antiga no arquivo.' : `Há ${count} mais antigas no arquivo.`),
      export: 'Todas em um arquivo',
      exported: (count) => `${counted(count, 'resposta errada', 'respostas erradas')}, em JSON.`,
      exportedNewest: (count, all) =>
        `As ${count} mais recentes de ${all} respostas erradas, em JSON: não cabem mais em um arquivo aqui.`,
      cantAttach:
        'Não posso anexar arquivos neste canal. Me dê aqui a permissão “Anexar arquivos”, ou peça em outro canal.',
    },
  },
  help: {
    title: 'O que você pode me perguntar',
    intro:
      'Olho uma imagem, comparo respostas possíveis para a sua pergunta e digo qual combina mais e quanta certeza tenho. Pergunte em inglês, por exemplo:',
    more: 'Também sobre materiais, clima, esportes, comida, cômodos, formas, padrões e emoções: sobre tudo o que dá para ver. Se você fizer várias perguntas de uma vez, respondo às duas primeiras.',
    ways: 'Como perguntar',
    mention: (mention) => `Anexe uma imagem e escreva: ${mention} what animal is this?`,
    reply: 'Responda a uma mensagem com imagem e me mencione com a sua pergunta.',
    replyToAnswer: 'Responda a uma resposta minha e me mencione: ainda me lembro da imagem.',
    direct: 'Nas mensagens diretas, bastam uma imagem e uma pergunta.',
    menu: (ask, caption, altText) =>
      `Para uma imagem que já está no canal: o menu da mensagem dela > Apps > **${ask}**, **${caption}** ou **${altText}**.`,
    ask: (command) => `${command}: uma pergunta sobre uma imagem, com suas próprias opções se quiser.`,
    caption: (command) => `${command}: uma imagem em uma frase.`,
    rank: (command) => `${command}: qual dos seus textos combina mais com uma imagem.`,
    match: (command) => `${command}: qual das suas imagens combina mais com um texto.`,
    where: (command) => `${command}: onde algo está em uma imagem.`,
    buttons: (why, again) =>
      `Abaixo de uma resposta, **${why}** mostra tudo o que considerei, e **${again}** aceita outra pergunta.`,
    cant: 'O que não sei fazer',
    cantRead: 'Ler palavras ou números em uma imagem.',
    cantReason: 'Dizer por que algo é assim ou para que serve.',
    cantName: 'Dizer quem é alguém.',
    cantCount: 'Contar mais do que uns poucos.',
    cantOtherLanguages: 'Entender perguntas em outros idiomas além do inglês.',
    cantPhotographs:
      'Ver muita coisa em fotos: o modelo pequeno usado aqui só conhece desenhos. Com fotos, muitas vezes aviso; quando não aviso, muitas vezes erro.',
    unsure: 'Quando não tenho certeza, digo isso e mostro meus melhores palpites.',
    also: (privacy, about, settings) =>
      `${privacy}: o que guardo sobre você. ${about}: como estou. ${settings}: para quem gerencia um servidor.`,
  },

  about: {
    title: (version) => `Glimpse ${version}`,
    intro: 'Respondo a perguntas sobre imagens, na máquina de quem me hospeda.',
    model: (model) => `Modelo: ${model}`,
    modelLoading: 'Modelo: ainda carregando',
    modelDownloading: (percent) => `Modelo: sendo baixado (${percent})`,
    modelFailed: 'Modelo: nenhum. Não pôde ser carregado, então não respondo nada até que me iniciem de novo.',
    started: (ago) => `Início: ${ago}`,
    answers: (count) => `Respostas desde então: ${count}`,
    median: (milliseconds) => `Tempo por resposta: ${milliseconds} ms (mediana)`,
    pictures: 'As imagens nunca saem dessa máquina: olho, respondo e esqueço. Nenhuma fica guardada.',
    licence: (name) => `Licença: ${name}`,
    source: (address) => `Código-fonte: ${address}`,
  },

  privacy: {
    title: 'O que guardo sobre você',
    nothing: 'Nada no momento.',
    recentQuestions: (count) =>
      `${counted(count, 'pergunta recente sua', 'perguntas recentes suas')}, para sugerir enquanto você digita`,
    answers: (count) =>
      `${counted(count, 'resposta', 'respostas')} a você: a pergunta, o que considerei e onde está a imagem`,
    corrections: (count) =>
      `${counted(count, 'correção', 'correções')} de respostas erradas, feitas por você ou sobre uma resposta a você`,
    howLong: (days) =>
      `Apago perguntas e respostas por conta própria depois de ${counted(days, 'dia', 'dias')}. As correções ficam para os moderadores do servidor delas até você apagá-las aqui.`,
    leftServers: (days) =>
      `Quando me removem de um servidor, apago as respostas e correções dele depois de ${counted(days, 'dia', 'dias')}.`,
    never: 'Nunca guardo imagens: olho cada uma na máquina de quem me hospeda, respondo e esqueço.',
    logs: 'Meus logs contêm IDs de pessoas e mensagens em que algo deu errado ou foi recusado, nunca palavras ou imagens.',
    delete: 'Apagar tudo',
    sure: 'Apagar tudo o que guardo sobre você?',
    sureHint:
      'Isso vale para todos os servidores e para as nossas mensagens diretas, e não dá para desfazer. O que está escrito no Discord continua lá, mas os botões abaixo das minhas respostas a você deixarão de funcionar.',
    deleteYes: 'Apagar',
    deleteNo: 'Cancelar',
    deleted: (questions, answers, corrections) =>
      `Apagado: ${counted(questions, 'pergunta', 'perguntas')}, ${counted(answers, 'resposta', 'respostas')}, ${counted(corrections, 'correção', 'correções')}. Não guardo mais nada sobre você.`,
    nothingDeleted: 'Não havia nada para apagar: não guardo nada sobre você.',
  },

  refusals: {
    restarting: 'Estou prestes a reiniciar. Pergunte de novo em um minuto.',
    oneAtATime: 'Ainda estou trabalhando no seu último pedido. Pergunte de novo quando ele for respondido.',
    tooMuch: (count) => `Foi muita coisa de uma vez. Espere ${seconds(count)} e pergunte de novo.`,
    channelBusy: (count) => `Houve muitas perguntas neste canal agora há pouco. Tente de novo em ${seconds(count)}.`,
    serverBusy: (count) => `Houve muitas perguntas neste servidor agora há pouco. Tente de novo em ${seconds(count)}.`,
    silentChannel: 'Não respondo neste canal: quem gerencia o servidor me desativou aqui.',
    notAllowed: 'Neste servidor, só alguns cargos podem me fazer perguntas. Fale com quem gerencia o servidor.',
    managersOnly: 'Só quem pode gerenciar este servidor pode mudar como me comporto nele.',
    serverOnly: 'Estas configurações são de um servidor. Use o comando em um servidor.',
    deleteNotYours: 'Só quem perguntou ou alguém da moderação pode excluir isto.',
    pictureGone: 'Não tenho mais essa imagem à mão. Anexe-a de novo ou pergunte pelo menu da mensagem dela.',
    answerGone: 'Não sei mais do que se tratava. Pergunte de novo.',
    noPictureInMessage:
      'Não encontrei nenhuma imagem nessa mensagem. Escolha uma mensagem com um PNG, JPEG, WebP ou GIF.',
    notAPicture: 'Esse arquivo não é uma imagem. Anexe um PNG, JPEG, WebP ou GIF.',
    noPictureHere: `Não encontrei nenhuma imagem nas mensagens mais recentes daqui. Anexe uma, ou abra o menu da mensagem dela: Apps > ${ASK_MENU}.`,
    cantSeePictures: `Aqui não tenho acesso às imagens dos outros. Anexe uma, ou abra o menu da mensagem dela: Apps > ${ASK_MENU}.`,
    cantReadChannel: `Não consigo ver este canal. Anexe uma imagem, ou abra o menu da mensagem dela: Apps > ${ASK_MENU}.`,
    pictureDeleted: 'Essa imagem foi apagada, e eu não olho mais para ela.',
    messageGone: 'A mensagem que você respondeu foi apagada, e não consigo mais ver a imagem dela.',
    cantSeeReplied: `Não consigo ver a imagem da mensagem que você respondeu. Abra o menu dessa mensagem: Apps > ${ASK_MENU}.`,
    cantSeeWords: `O Discord não me mostra o que você escreveu ali. Use o botão “${AGAIN}” abaixo da resposta, ou me mencione na sua mensagem.`,
    lottieSticker: 'Essa é uma figurinha animada de um tipo que não consigo abrir. Envie uma imagem.',
    tooFewTexts: 'Me dê pelo menos dois textos para comparar, separados por vírgulas: `a cat, a dog, a fox`.',
    tooManyTexts: (count, most) => `São ${count} textos. Consigo comparar até ${most} de uma vez; tire alguns.`,
    oldCommand:
      'Não conheço mais este comando. Recarregue o Discord; se ele ainda aparecer, quem me hospeda deve executar npm run deploy-commands.',
    bug: (id) => `Algo deu errado do meu lado. O ID do erro é ${id}.`,
  },
  failures: {
    busy: 'Tenho mais trabalho do que dou conta. Tente de novo em um minuto.',
    'choices-invalid': `Não consigo responder com essas opções. Dê de 2 a ${FIGURES.textsCount} respostas diferentes, com até ${FIGURES.text} caracteres cada, e nenhuma se a pergunta for de sim ou não, ou de esquerda ou direita.`,
    'model-unavailable': 'Meu modelo não pôde ser carregado, então não consigo responder agora. Avise quem me hospeda.',
    'no-picture': 'Não encontrei nenhuma imagem. Anexe um PNG, JPEG, WebP ou GIF.',
    'picture-corrupt': 'O arquivo desta imagem está vazio, danificado ou incompleto. Salve e envie de novo.',
    'picture-host': 'Só abro imagens publicadas no Discord. Envie a imagem em vez do link dela.',
    'picture-refused':
      'Esta imagem já me travou duas vezes, então vou deixá-la quieta. Salve em outro formato e envie esse.',
    'picture-too-large': `Esta imagem passa de ${FIGURES.megabytes} MB, o máximo que abro. Envie uma menor ou mais comprimida.`,
    'picture-too-many-pixels': `Esta imagem passa de ${FIGURES.megapixels} megapixels, o máximo que abro. Envie uma versão menor.`,
    'picture-type': 'Não consigo abrir este arquivo como imagem. Envie um PNG, JPEG, WebP ou GIF.',
    'picture-unavailable': 'Não consegui obter esta imagem. Tente de novo em um minuto, ou envie outra vez.',
    'question-empty': 'Faça uma pergunta sobre a imagem, em inglês, como “What animal is this?”',
    'question-too-long': `Essa pergunta é longa demais: leio até ${FIGURES.question} caracteres.`,
    'texts-invalid': `Não consigo comparar esses textos. Dê de 2 a ${FIGURES.textsCount} textos, com até ${FIGURES.text} caracteres cada, separados por vírgulas.`,
    'thing-invalid': `Diga uma única coisa a procurar, em inglês e com até ${FIGURES.thing} caracteres, por exemplo “red car”.`,
    timeout: 'Isso demorou demais. Tente de novo em um minuto, ou com uma imagem menor.',
  },
};
