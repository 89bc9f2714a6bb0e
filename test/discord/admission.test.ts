import { beforeEach, describe, expect, it } from 'vitest';
import { type Admission, BURST, createAdmission, REFILL_MS } from '../../src/discord/admission.ts';

let time: number;
let admission: Admission;

beforeEach(() => {
  time = 1_000_000;
  admission = createAdmission(() => time);
});

const askAndFinish = (user: string) => admission.enter(user)();

describe('admission', () => {
  it('lets a person have one request at a time', () => {
    admission.enter('ada');
    expect(() => admission.enter('ada')).toThrow(/still working on your last request/);
  });

  it('lets a person in again once the request is done', () => {
    askAndFinish('ada');
    expect(() => admission.enter('ada')).not.toThrow();
  });

  it('does not make others wait for a person', () => {
    admission.enter('ada');
    expect(() => admission.enter('bob')).not.toThrow();
  });

  it('refuses a person who has asked too often, and says how long to wait', () => {
    for (let i = 0; i < BURST; i++) askAndFinish('ada');
    expect(() => admission.enter('ada')).toThrow('Please wait 6 seconds and ask again.');
  });

  it('counts the time that has already passed', () => {
    for (let i = 0; i < BURST; i++) askAndFinish('ada');
    time += REFILL_MS - 900;
    expect(() => admission.enter('ada')).toThrow('Please wait 1 second and ask again.');
  });

  it('allows one more request for each time that passes', () => {
    for (let i = 0; i < BURST; i++) askAndFinish('ada');
    time += REFILL_MS;
    askAndFinish('ada');
    expect(() => admission.enter('ada')).toThrow(/wait/);
  });

  it('does not save up more than the burst', () => {
    askAndFinish('ada');
    time += 1000 * REFILL_MS;
    for (let i = 0; i < BURST; i++) askAndFinish('ada');
    expect(() => admission.enter('ada')).toThrow(/wait/);
  });

  it('asks everyone to come back later once it is closed', () => {
    admission.close();
    expect(() => admission.enter('ada')).toThrow(/about to restart/);
  });
});
