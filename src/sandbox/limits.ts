/**
 * Discord's limits, in characters, items or bytes. From its developer documentation: resources/message, components/reference,
 * interactions/application-commands, interactions/receiving-and-responding and reference ("Uploading Files").
 */
export const LIMITS = {
  content: 2000,
  nonce: 25,
  embeds: 10,
  embedCharacters: 6000,
  embed: { title: 256, description: 4096, fields: 25, fieldName: 256, fieldValue: 1024, footer: 2048, author: 256 },
  attachments: 10,
  stickers: 3,
  emojiBytes: 256 * 1024,
  emojiName: 32,
  attachmentDescription: 1024,
  fileBytes: 10 * 1024 * 1024,
  requestBytes: 25 * 1024 * 1024,
  actionRows: 5,
  buttonsInRow: 5,
  layoutComponents: 40,
  layoutCharacters: 4000,
  galleryItems: 10,
  mediaDescription: 1024,
  sectionTexts: 3,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  selectOptions: 25,
  selectOptionText: 100,
  selectPlaceholder: 150,
  modalTitle: 45,
  modalComponents: 5,
  label: 45,
  labelDescription: 100,
  textInput: 4000,
  textInputPlaceholder: 100,
  uploadedFiles: 10,
  commandName: 32,
  commandDescription: 100,
  commandCharacters: 8000,
  options: 25,
  choices: 25,
  choiceName: 100,
  choiceText: 100,
  chatInputCommands: 100,
  userCommands: 15,
  messageCommands: 15,
  optionText: 6000,
  /** To one interaction, where the application was installed by the person alone. */
  followUps: 5,
} as const;

/** How long a bot has for its first answer to an interaction, in milliseconds. */
export const ACKNOWLEDGE_WITHIN_MS = 3000;
/** How long an interaction's token lives after that, in milliseconds. */
export const TOKEN_LIFETIME_MS = 15 * 60 * 1000;
/** How long a link to the CDN stays good, in milliseconds. */
export const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000;
/** What Discord's gateway asks for in HELLO, in milliseconds. */
export const HEARTBEAT_INTERVAL_MS = 41_250;
