import { type Control, stateOf } from '../command.ts';
import { forgetPanel, forgottenPanel, PRIVACY, privacyPanel } from '../panel-privacy.ts';

/** The buttons of `/privacy`: they ask first, then delete all that is kept about whoever presses them. */
export const privacy: Control = {
  id: PRIVACY,
  answers: 'in place',
  free: true,
  async execute({ customId }, { askerId, memory: { people }, words }) {
    switch (stateOf(customId)[0]) {
      case 'ask':
        return forgetPanel(words);
      case 'yes':
        return forgottenPanel(people.forget(askerId), words);
      default:
        return privacyPanel(people.whatIsKeptAbout(askerId), words);
    }
  },
};
