import { expect, it } from 'vitest';
import { answerTo, correctionOf } from './support/records.ts';
import { DAY, NOON, temporaryMemory } from './support/temporary-memory.ts';

const temporary = temporaryMemory();

const DEFAULTS = {
  guildId: 'zoo',
  captionChannels: [],
  silentChannels: [],
  threshold: undefined,
  style: 'bars',
  allowedRoles: [],
};

it('gives the defaults where nothing was chosen', () => {
  expect(temporary.open().settings.get('zoo')).toEqual(DEFAULTS);
});

it('changes what it is told to, and leaves the rest', () => {
  const { settings } = temporary.open();
  expect(settings.change('zoo', { style: 'short', captionChannels: ['1', '2'] })).toEqual({
    ...DEFAULTS,
    style: 'short',
    captionChannels: ['1', '2'],
  });
  settings.change('zoo', { threshold: 0.25, silentChannels: ['3'], allowedRoles: ['4'] });
  const chosen = { captionChannels: ['1', '2'], silentChannels: ['3'], allowedRoles: ['4'], style: 'short' };
  expect(temporary.open().settings.get('zoo')).toEqual({ guildId: 'zoo', threshold: 0.25, ...chosen });
});

it('goes back to its own threshold when it is told so, and only then', () => {
  const { settings } = temporary.open();
  settings.change('zoo', { threshold: 0 });
  expect(settings.change('zoo', { style: 'short' }).threshold).toBe(0);
  expect(settings.change('zoo', { threshold: undefined }).threshold).toBeUndefined();
});

it.each([-0.1, 1.1])('does not keep the threshold %f', (threshold) => {
  const { settings } = temporary.open();
  settings.change('zoo', { threshold: 0.5 });
  expect(() => settings.change('zoo', { threshold, style: 'short' })).toThrow(/CHECK/);
  expect(settings.get('zoo')).toMatchObject({ threshold: 0.5, style: 'bars' });
});

it('keeps each server apart, and forgets one that is reset', () => {
  const { settings } = temporary.open();
  settings.change('zoo', { style: 'short' });
  settings.change('park', { style: 'short' });
  settings.reset('zoo');
  expect(settings.get('zoo')).toEqual(DEFAULTS);
  expect(settings.get('park').style).toBe('short');
});

it('gives settings that cannot be changed in passing', () => {
  const { settings } = temporary.open();
  expect(Object.isFrozen(settings.get('zoo'))).toBe(true);
  expect(Object.isFrozen(settings.change('zoo', { style: 'short' }))).toBe(true);
});

it('deletes what belongs to a server that was left before a time, and nothing of the others', () => {
  const { settings, answers, corrections } = temporary.open();
  for (const guildId of ['zoo', 'park']) {
    settings.change(guildId, { style: 'short' });
    const { id } = answers.add(answerTo({ guildId }));
    corrections.add(correctionOf(id, { guildId }));
  }
  const direct = answers.add(answerTo({ guildId: undefined }));
  settings.leave('zoo');
  expect(settings.deleteLeftBefore(NOON)).toBe(0);
  expect(settings.get('zoo').style).toBe('short');
  expect(settings.deleteLeftBefore(NOON + 1)).toBe(1);
  expect([settings.get('zoo').style, corrections.count('zoo')]).toEqual(['bars', 0]);
  expect([settings.get('park').style, corrections.count('park')]).toEqual(['short', 1]);
  expect(answers.find(direct.id)).toBeDefined();
  expect(settings.known()).toEqual(['park']);
});

it('keeps the settings of a server that is joined again', () => {
  const { settings } = temporary.open();
  settings.change('zoo', { style: 'short' });
  settings.leave('zoo');
  settings.join('zoo');
  expect(settings.deleteLeftBefore(NOON + DAY)).toBe(0);
  expect(settings.get('zoo').style).toBe('short');
});

it('counts from the first time that it was told of the leaving', () => {
  const { settings } = temporary.open();
  settings.leave('zoo');
  temporary.now = NOON + DAY;
  settings.leave('zoo');
  expect(settings.deleteLeftBefore(NOON + 1)).toBe(1);
});

it('knows the servers of which anything is kept, until they are left', () => {
  const { settings, answers, corrections } = temporary.open();
  settings.change('zoo', { style: 'short' });
  const { id } = answers.add(answerTo({ guildId: 'park' }));
  corrections.add(correctionOf(id, { guildId: 'farm' }));
  answers.add(answerTo({ guildId: undefined }));
  expect(settings.known()).toEqual(['farm', 'park', 'zoo']);
  settings.leave('farm');
  expect(settings.known()).toEqual(['park', 'zoo']);
});
