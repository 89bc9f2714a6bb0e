import { beforeEach, describe, expect, it } from 'vitest';
import { type Admission, createAdmission, LimitError, RATES } from '../../src/discord/admission.ts';

let time: number;
let admission: Admission;

beforeEach(() => {
  time = 1_000_000;
  admission = createAdmission(() => time);
});

const enter = (userId: string | undefined, channelId = 'a channel', guildId: string | undefined = undefined) =>
  admission.enter({ userId, channelId, guildId });
const askAndFinish = (userId: string, channelId?: string, guildId?: string) =>
  enter(userId, channelId, guildId).leave();
const times = (count: number, act: (index: number) => void) => Array.from({ length: count }, (_, index) => act(index));

function limitOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    return error instanceof LimitError ? error.limit : String(error);
  }
  return undefined;
}

describe('a person', () => {
  it('has one request at a time', () => {
    enter('ada');
    expect(() => enter('ada', 'another channel')).toThrow(/still working on your last request/);
  });

  it('is let in again once the request is done', () => {
    askAndFinish('ada');
    expect(() => enter('ada')).not.toThrow();
  });

  it('does not make others wait', () => {
    enter('ada');
    expect(() => enter('bob')).not.toThrow();
  });

  it('is refused who has asked too often, and told how long to wait', () => {
    times(RATES.person.burst, () => askAndFinish('ada'));
    expect(() => enter('ada')).toThrow('Please wait 6 seconds and ask again.');
  });

  it('is told a time after which the next request is let in', () => {
    times(RATES.person.burst, () => askAndFinish('ada'));
    time += RATES.person.refillMs - 900;
    expect(() => enter('ada')).toThrow('Please wait 1 second and ask again.');
    time += 1000;
    expect(() => enter('ada')).not.toThrow();
  });

  it('may ask once more for each time that passes', () => {
    times(RATES.person.burst, () => askAndFinish('ada'));
    time += RATES.person.refillMs;
    askAndFinish('ada');
    expect(() => enter('ada')).toThrow(/wait/);
  });

  it('saves up no more than the burst', () => {
    askAndFinish('ada');
    time += 1000 * RATES.person.refillMs;
    times(RATES.person.burst, () => askAndFinish('ada'));
    expect(() => enter('ada')).toThrow(/wait/);
  });
});

describe('a channel', () => {
  const crowd = () => times(RATES.channel.burst, (index) => askAndFinish(`person ${index}`, 'busy'));

  it('is refused in which everybody together has asked too often', () => {
    crowd();
    expect(() => enter('ada', 'busy')).toThrow('This channel has asked a lot just now. Please try again in 2 seconds.');
    expect(limitOf(() => enter('ada', 'busy'))).toBe('channel');
  });

  it('leaves the other channels alone, and those who were refused lose nothing', () => {
    crowd();
    times(RATES.person.burst, () => expect(limitOf(() => enter('ada', 'busy'))).toBe('channel'));
    times(RATES.person.burst, () => askAndFinish('ada', 'quiet'));
  });

  it('is let in again at its steady rate', () => {
    crowd();
    time += RATES.channel.refillMs;
    askAndFinish('ada', 'busy');
    expect(limitOf(() => enter('bob', 'busy'))).toBe('channel');
  });

  it('has limits too where nobody in particular asks, who then has no turn of their own', () => {
    times(RATES.channel.burst, () => void enter(undefined, 'busy'));
    expect(limitOf(() => enter(undefined, 'busy'))).toBe('channel');
  });
});

describe('a server', () => {
  it('is refused whose channels together have asked too often, and leaves other servers and direct messages alone', () => {
    times(RATES.server.burst, (index) => askAndFinish(`person ${index}`, `channel ${index % 5}`, 'busy'));
    expect(() => enter('ada', 'new channel', 'busy')).toThrow('This server has asked a lot just now.');
    expect(limitOf(() => enter('ada', 'new channel', 'busy'))).toBe('server');
    askAndFinish('ada', 'elsewhere', 'another server');
    askAndFinish('ada', 'direct');
  });
});

describe('admission', () => {
  it('tells how many requests are ahead', () => {
    const first = enter('ada');
    expect(first.ahead()).toBe(0);
    expect(enter('bob').ahead()).toBe(1);
    first.leave();
    expect(enter('eve').ahead()).toBe(1);
  });

  it('asks everyone to come back later once it is closed', () => {
    admission.close();
    expect(() => enter('ada')).toThrow(/about to restart/);
  });
});
