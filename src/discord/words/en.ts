import { CHART_WORDS } from '../../charts/chart-words.ts';
import { UNFAMILIAR, UNFAMILIAR_RANKING, UNFAMILIAR_REMEDY } from '../../unfamiliar.ts';
import { sayDeclined } from '../../vqa/declined.ts';
import type { PlaceInPicture } from '../../where/sighting.ts';

/**
 * Everything that Glimpse says in Discord, in English. The other languages have the same keys (`Words`); what is echoed
 * from elsewhere arrives here escaped already.
 */
export const EN = {
  /** Command names are lower case and at most 32 characters, descriptions at most 100 (Discord's "Application Commands"). */
  commands: {
    ask: {
      name: 'ask',
      description: 'Ask a question about a picture',
      options: {
        question: { name: 'question', description: 'In English, for example: what animal is this?' },
        image: {
          name: 'image',
          description: 'A PNG, JPEG, WebP or GIF. Without one, the newest picture in the channel',
        },
        choices: { name: 'choices', description: 'The only answers to weigh, with commas between them: a cat, a dog' },
        private: { name: 'private', description: 'Only you see the answer' },
      },
    },
    caption: {
      name: 'caption',
      description: 'Describe a picture in a sentence',
      options: {
        image: {
          name: 'image',
          description: 'A PNG, JPEG, WebP or GIF. Without one, the newest picture in the channel',
        },
        style: {
          name: 'style',
          description: 'How it is written: in short, to copy as alt text, or with tags',
          choices: {
            short: 'In a short sentence',
            'alt-text': 'As alt text, to copy',
            tags: 'With tags and how well they fit',
          },
        },
        private: { name: 'private', description: 'Only you see the answer' },
      },
    },
    rank: {
      name: 'rank',
      description: 'Rank your own texts by how well they fit a picture',
      options: {
        texts: {
          name: 'texts',
          description: '2 to 25 texts in English with commas, semicolons or lines between them: a cat, a dog, a fox',
        },
        image: {
          name: 'image',
          description: 'A PNG, JPEG, WebP or GIF. Without one, the newest picture in the channel',
        },
        private: { name: 'private', description: 'Only you see the answer' },
      },
    },
    match: {
      name: 'match',
      description: 'Find which of up to 10 pictures fits a text best',
      options: {
        text: { name: 'text', description: 'In English, for example: a dog on a beach' },
        picture: (number: number) => ({ name: `picture${number}`, description: `Picture ${number}` }),
        private: { name: 'private', description: 'Only you see the answer' },
      },
    },
    where: {
      name: 'where',
      description: 'Show where something is in a picture',
      options: {
        thing: { name: 'thing', description: 'In English, for example: the red car' },
        image: {
          name: 'image',
          description: 'A PNG, JPEG, WebP or GIF. Without one, the newest picture in the channel',
        },
        private: { name: 'private', description: 'Only you see the answer' },
      },
    },
    settings: { name: 'settings', description: 'How Glimpse behaves in this server' },
    help: { name: 'help', description: 'What you can ask Glimpse, and how' },
    about: { name: 'about', description: 'Which Glimpse this is, and how it is doing' },
    privacy: { name: 'privacy', description: 'What Glimpse keeps about you, and a button to delete it' },
  },
  menus: {
    ask: 'Ask about this picture',
    caption: 'Caption this picture',
    altText: 'Describe for alt text',
  },

  answer: {
    cantTell: (guesses: string) => `I can't tell. My best guesses: ${guesses}`,
    cantTellAtAll: "I can't tell.",
    /** Alternative text of a picture that the model knows nothing about. */
    noDescription: 'A picture that I have no words for',
    declined: sayDeclined,
    unfamiliar: UNFAMILIAR,
    unfamiliarRemedy: UNFAMILIAR_REMEDY,
    unfamiliarRanking: UNFAMILIAR_RANKING,
    unfamiliarMatch: 'I only know drawings, and not all of these look like one: the ranking means little.',
    fitsBest: (text: string, share: string) => `${text} fits best · ${share}`,
    matchesBest: (picture: string, text: string, share: string) => `${picture} fits ${text} best · ${share}`,
    pictureNumber: (number: number) => `Picture ${number}`,
    altTextReady: 'Copy this as the alt text of the picture:',
    aiCaption: 'AI caption',
  },
  footer: {
    smallModel: (model: string) => `${model} (small offline model: it knows drawings best)`,
    firstPictures: (shown: number, all: number) => `the first ${shown} of ${all} pictures`,
    onePicture: (number: number, all: number) => `picture ${number} of ${all}`,
    thePicture: 'the picture',
    newestPicture: 'the newest picture here',
  },

  buttons: { why: 'Why?', where: 'Where?', again: 'Ask again', wrong: 'Wrong?', remove: 'Delete' },
  why: {
    /** Above the table: rank, share, answer, and the sentence that was compared with the picture. */
    compared: 'I compared the picture with a sentence for each possible answer. The share is what each got:',
    /** Above the table of a caption: rank, share and sentence. */
    comparedCaptions: 'I compared the picture with these sentences. The share is what each got:',
    nothing: 'I compared nothing here: this is no question that I answer by comparing.',
    more: (count: number) => `... and ${count} more`,
    /** Above a table that has these numbers between share and answer. */
    numbers:
      'The three numbers after it are the similarity with the picture (cosine), the bias that is subtracted from it, and the prior that is added (nats).',
    chart: CHART_WORDS,
  },
  where: {
    /** `share`: how sure it is that the thing is there at all. */
    found: (thing: string, place: string, share: string) => `${thing}: ${place} · ${share} sure that it is there`,
    absent: (thing: string, share: string) => `${thing}: not to be found there · ${share} sure`,
    unknown: (thing: string) => `I can't tell: I don't know ${thing}.`,
    /** Alternative texts of a heat map. */
    mapFound: (thing: string, place: string) =>
      `Heat map of the picture for ${thing}. The box is around the best region: ${place}.`,
    mapAbsent: (thing: string) => `Heat map of the picture for ${thing}, not to be found there.`,
    /** At the ends of its scale. */
    low: 'low',
    high: 'high',
    places: {
      'top left': 'top left',
      top: 'top',
      'top right': 'top right',
      left: 'left',
      middle: 'middle',
      right: 'right',
      'bottom left': 'bottom left',
      bottom: 'bottom',
      'bottom right': 'bottom right',
      'top, most of the width': 'top, most of the width',
      'halfway up, most of the width': 'halfway up, most of the width',
      'bottom, most of the width': 'bottom, most of the width',
      'left, most of the height': 'left, most of the height',
      'halfway across, most of the height': 'halfway across, most of the height',
      'right, most of the height': 'right, most of the height',
      'most of the picture': 'most of the picture',
    } satisfies Record<PlaceInPicture, string> as Record<PlaceInPicture, string>,
  },
  asking: {
    title: 'Ask about this picture',
    question: 'Your question, in English',
    example: 'What animal is this?',
    which: 'Which picture?',
    all: (count: number) => `All ${count} pictures`,
    first: (shown: number, all: number) => `The first ${shown} of ${all} pictures`,
  },
  wrong: {
    title: "What's the right answer?",
    pick: 'Pick the right answer',
    type: 'or type it',
    which: 'Which answer is wrong?',
    thanks: "Thank you. I've kept that for whoever manages this server.",
    nothing: 'Please pick the right answer or type it.',
  },

  waiting: {
    loading: 'I am just waking up: my model is still loading. Your answer will appear here.',
    downloading: (percent: string) =>
      `My model is still being downloaded (${percent} done). Your answer will appear here.`,
    queue: (ahead: number) => `There are ${ahead} requests ahead of yours. Your answer will appear here.`,
    tooLong: 'My model is still not ready. Please ask again later.',
  },

  settings: {
    title: 'How Glimpse behaves in this server',
    hint: 'Every choice here holds at once.',
    captions: 'Channels where I caption every picture by myself',
    captionsHint: 'I reply to each picture with a caption, and notify nobody.',
    /** Without the Message Content intent. */
    captionsBlind:
      "**I can't do this yet:** Discord does not show me pictures that nobody asks me about. Whoever runs me must allow the Message Content intent for me in Discord's developer portal and start me with `MESSAGE_CONTENT=1`.",
    lacks: (channel: string, permissions: string) => `In ${channel} I lack: ${permissions}.`,
    lacksInMore: (channels: number) =>
      channels === 1 ? 'In 1 more channel I lack something.' : `In ${channels} more channels I lack something.`,
    cantAttach: (channels: string) =>
      `Without Attach Files I can't show in ${channels} the pictures that people give to my commands.`,
    permissions: {
      ViewChannel: 'View Channel',
      SendMessages: 'Send Messages',
      SendMessagesInThreads: 'Send Messages in Threads',
      ReadMessageHistory: 'Read Message History',
    },
    silent: 'Channels where I never answer',
    silentHint: 'A channel that you choose here is no longer captioned, and the other way round.',
    noChannel: 'No channel',
    nowCaptioned: (channels: string) => `${channels}: captioned now, so no longer silent.`,
    nowSilent: (channels: string) => `${channels}: silent now, so no longer captioned.`,
    roles: 'Who may ask me',
    rolesHint: (everybody: boolean): string => (everybody ? 'Everybody may.' : 'Only people with one of these roles.'),
    rolesGone: (count: number) =>
      count === 1 ? 'A role that you chose is gone.' : `${count} roles that you chose are gone.`,
    rolesAllGone: 'The roles that you chose are gone, so nobody may ask me.',
    noRole: 'Everybody',
    everybody: 'Let everybody ask',
    threshold: 'How sure I must be to answer',
    thresholdHint: "Below that, I say that I can't tell, and show my best guesses.",
    ownThreshold: 'As sure as suits me',
    thresholdOf: (percent: string) => `At least ${percent} sure`,
    style: 'What my answers show',
    styles: {
      short: 'The answer and a caption',
      bars: 'The answer, a caption and what I weighed, with bars',
      chart: 'The answer, a caption and what I weighed, as a chart',
    },
    wrongAnswers: (count: number) => `Wrong answers (${count})`,
    reset: 'Reset',
    resetQuestion: 'Reset all settings of this server?',
    resetHint:
      'No channel is captioned or silent then, everybody may ask me, and answers are as at first. The wrong answers that people told me of stay.',
    resetYes: 'Reset them',
    resetNo: 'Cancel',
    resetDone: 'All settings are as at first.',
    notMember: 'Only my commands are in this server, I am not. Whoever manages it can invite me as a bot.',
    corrections: {
      title: 'What people said was wrong',
      none: 'Nobody has told me of a wrong answer in this server.',
      said: (given: string, right: string) => `I said ${given}, right is ${right}`,
      saidNothing: (right: string) => `I gave no answer, right is ${right}`,
      more: (count: number) => (count === 1 ? '1 older one is in the file.' : `${count} older ones are in the file.`),
      export: 'All as a file',
      exported: (count: number) => (count === 1 ? '1 wrong answer, as JSON.' : `${count} wrong answers, as JSON.`),
      exportedNewest: (count: number, all: number) =>
        `The newest ${count} of ${all} wrong answers, as JSON: a file here can hold no more.`,
      cantAttach:
        'I may not attach files in this channel. Give me the permission Attach Files here, or ask in another channel.',
    },
  },
  help: {
    title: 'What you can ask me',
    intro:
      'I look at a picture, weigh possible answers to your question, and say which fits best and how sure I am. Ask in English, for example:',
    more: 'Also about materials, the weather, sports, food, rooms, shapes, patterns, moods: for a thing that can be seen. Of several questions at once I answer the first two.',
    ways: 'How to ask',
    mention: (mention: string) => `Attach a picture and write: ${mention} what animal is this?`,
    reply: 'Reply to a message with a picture, and mention me with your question.',
    replyToAnswer: 'Reply to an answer of mine, and mention me: I still know the picture.',
    direct: 'In direct messages a picture and a question are enough.',
    menu: (ask: string, caption: string, altText: string) =>
      `For a picture that is already there: the menu of its message > Apps > **${ask}**, **${caption}** or **${altText}**.`,
    ask: (command: string) => `${command}: a question about a picture, with choices of your own if you like.`,
    caption: (command: string) => `${command}: a picture in a sentence.`,
    rank: (command: string) => `${command}: which of your texts fits a picture best.`,
    match: (command: string) => `${command}: which of your pictures fits a text best.`,
    where: (command: string) => `${command}: where something is in a picture.`,
    buttons: (why: string, again: string) =>
      `Below an answer, **${why}** shows all that I weighed, and **${again}** takes another question.`,
    cant: "What I can't do",
    cantRead: 'Read words or numbers in a picture.',
    cantReason: 'Say why something is so, or what it is for.',
    cantName: 'Say who somebody is.',
    cantCount: 'Count more than a handful.',
    cantOtherLanguages: 'Understand questions in other languages than English.',
    /** Where the model serves that ships with Glimpse. */
    cantPhotographs:
      "See much in photographs: the small model that serves here knows drawings only. About photographs I often say so, and else I'm often wrong.",
    unsure: "When I'm not sure, I say so and show my best guesses.",
    also: (privacy: string, about: string, settings: string) =>
      `${privacy}: what I keep about you. ${about}: how I am. ${settings}: for whoever manages a server.`,
  },

  about: {
    title: (version: string) => `Glimpse ${version}`,
    intro: 'I answer questions about pictures, on the machine of whoever runs me.',
    model: (model: string) => `Model: ${model}`,
    modelLoading: 'Model: still loading',
    modelDownloading: (percent: string) => `Model: being downloaded (${percent} done)`,
    modelFailed: 'Model: none. It could not be loaded, so I answer nothing until I am started again.',
    started: (ago: string) => `Started: ${ago}`,
    answers: (count: number) => `Answers since then: ${count}`,
    median: (milliseconds: number) => `Time for an answer: ${milliseconds} ms (the median)`,
    pictures: 'Pictures never leave that machine: I look at them, answer, and forget them. None is stored.',
    licence: (name: string) => `Licence: ${name}`,
    source: (address: string) => `Source: ${address}`,
  },

  privacy: {
    title: 'What I keep about you',
    nothing: 'Nothing at the moment.',
    recentQuestions: (count: number) =>
      `${count === 1 ? '1 question' : `${count} questions`} that you asked lately, to suggest while you type`,
    answers: (count: number) =>
      `${count === 1 ? '1 answer' : `${count} answers`} to you: the question, what I weighed, and where the picture is`,
    corrections: (count: number) =>
      `${count === 1 ? '1 correction' : `${count} corrections`} of wrong answers, made by you or of an answer to you`,
    howLong: (days: number) =>
      `I delete questions and answers by myself after ${days} days. Corrections stay for whoever manages their server until you delete them here.`,
    leftServers: (days: number) =>
      `When I am removed from a server, I delete its answers and corrections after ${days} days.`,
    never: 'I never keep pictures: I look at each on the machine of whoever runs me, answer, and forget it.',
    logs: 'My log holds ids of people and messages where something went wrong or was refused, never words or pictures.',
    delete: 'Delete it all',
    sure: 'Delete all that I keep about you?',
    sureHint:
      'This covers every server and our direct messages, and there is no way back. What is written in Discord stays there, but the buttons below my answers to you will no longer work.',
    deleteYes: 'Delete it',
    deleteNo: 'Cancel',
    deleted: (questions: number, answers: number, corrections: number) =>
      `Deleted: ${questions === 1 ? '1 question' : `${questions} questions`}, ${answers === 1 ? '1 answer' : `${answers} answers`}, ${corrections === 1 ? '1 correction' : `${corrections} corrections`}. I keep nothing about you any more.`,
    nothingDeleted: 'There was nothing to delete: I keep nothing about you.',
  },

  refusals: {
    restarting: 'I am about to restart. Please ask again in a minute.',
    oneAtATime: 'I am still working on your last request. Please ask again when it is answered.',
    tooMuch: (seconds: number) =>
      `That was a lot at once. Please wait ${seconds === 1 ? '1 second' : `${seconds} seconds`} and ask again.`,
    channelBusy: (seconds: number) =>
      `This channel has asked a lot just now. Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
    serverBusy: (seconds: number) =>
      `This server has asked a lot just now. Please try again in ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
    silentChannel: "I don't answer in this channel: whoever manages this server has switched me off here.",
    notAllowed: 'In this server only some roles may ask me. Ask whoever manages the server.',
    managersOnly: 'Only people who may manage this server can change how I behave in it.',
    serverOnly: 'These settings belong to a server. Use the command in one.',
    deleteNotYours: 'Only the person who asked, or a moderator, can delete this.',
    pictureGone: 'I no longer have that picture at hand. Please attach it again, or ask with the menu of its message.',
    answerGone: 'I no longer know what this was about. Please ask again.',
    noPictureInMessage: 'I found no picture in that message. Please choose a message with a PNG, JPEG, WebP or GIF.',
    notAPicture: 'That file is not a picture. Please attach a PNG, JPEG, WebP or GIF.',
    noPictureHere:
      'I found no picture among the newest messages here. Attach one, or open the menu of its message: Apps > Ask about this picture.',
    /** Without the Message Content intent, other people's pictures arrive blanked. */
    cantSeePictures:
      "I can't see other people's pictures by myself here. Attach one, or open the menu of its message: Apps > Ask about this picture.",
    cantReadChannel:
      "I can't look into this channel. Attach a picture, or open the menu of its message: Apps > Ask about this picture.",
    pictureDeleted: 'That picture was deleted, so I no longer look at it.',
    messageGone: 'The message that you replied to was deleted, so I can no longer see its picture.',
    cantSeeReplied:
      "I can't see the picture in the message that you replied to. Open the menu of that message: Apps > Ask about this picture.",
    /** Replies to what a command or a button answered arrive without their words (discord-api-docs, issue 5395). */
    cantSeeWords:
      "Discord doesn't show me what you wrote there. Use the button Ask again below the answer, or mention me in your reply.",
    lottieSticker: "That is an animated sticker of a kind that I can't open. Please send a picture.",
    tooFewTexts: 'Please give me at least two texts to compare, with commas between them: `a cat, a dog, a fox`.',
    tooManyTexts: (count: number, most: number) =>
      `Those are ${count} texts. I can compare up to ${most} at once; please leave some out.`,
    oldCommand:
      'I no longer know this command. Reload Discord; if it is still offered, whoever runs me should run npm run deploy-commands.',
    bug: (id: string) => `Something went wrong on my side. The error id is ${id}.`,
  },
  /**
   * A failure of the picture, the question or the model, in place of its own English sentence. English needs few, for
   * its own sentences know more; about the model they know what is for the eyes of whoever runs the bot, e.g. folders.
   */
  failures: {
    'model-unavailable':
      "My model can't be loaded, so I can't answer anything at the moment. Please tell whoever runs me.",
  } as Partial<Record<string, string>>,
};

/** Everything that Glimpse says in Discord, in one language. */
export type Words = typeof EN;
