import { describe, expect, it, test } from 'vitest';
import { normaliseQuestion } from '../../src/vqa/normalise-question.ts';

describe('a question is reduced to what it asks', () => {
  test.each([
    ['What is this?', 'what is this'],
    ['WHATS THIS', 'what is this'],
    ["what's this", 'what is this'],
    ['what\u2019s this\u2026', 'what is this'],
    ['wat is this', 'what is this'],
    ['hey glimpse, what is this?', 'what is this'],
    ['ok so um what is this', 'what is this'],
    ['<@123456789012345678> what is this', 'what is this'],
    ['what is this <:dog:123456789012345678> :dog:', 'what is this'],
    ['what is this https://example.com/a.png', 'what is this'],
    ['Can you please tell me what animal this is?', 'what animal is this'],
    ['could someone tell me where this was taken', 'where was this taken'],
    ['do you know what the man is doing', 'what is the man doing'],
    ['i was wondering what colour the car is', 'what colour is the car'],
    ['any idea what this is', 'what is this'],
    ['please count the dogs', 'count the dogs'],
    ['can you count the dogs', 'count the dogs'],
    ['In this picture, how many dogs are there?', 'how many dogs are there'],
    ['how many dogs are there in the picture?', 'how many dogs are there'],
    ['What animal is shown in this image', 'what animal'],
    ['is there a dog in this photo, please?', 'is there a dog'],
    ["it's a dog, isn't it?", 'is it a dog'],
    ['this is a dog, right?', 'this is a dog'],
    ['is it a dog or not', 'is it a dog'],
    ["isn't it a dog", 'is not it a dog'],
    ['doesnt he have a hat', 'does not he have a hat'],
    ['is it a cat/dog', 'is it a cat or dog'],
    ['what is on his/her head', 'what is on his head'],
    ['red,green , or  blue', 'red, green, or blue'],
    ['is it day time', 'is it daytime'],
    ['was this photo taken at night', 'was it taken at night'],
    ['r there any dogs', 'are there any dogs'],
    ["what is the man's name", "what is the man's name"],
    ['what is a yo-yo', 'what is a yo-yo'],
    ['Is this a dog? Or a cat?', 'is this a dog, or a cat'],
    ['bruh waht is dis', 'what is this'],
    ['ok so like what anmial is dat', 'what animal is that'],
    ['hwo many ppl r there', 'how many people are there'],
    ['whcih colro is teh car', 'which color is the car'],
    ['wats she wearin rn', 'what is she wearing'],
    ['y is he sad', 'why is he sad'],
    ['were is the cat', 'where is the cat'],
    ['were they happy', 'were they happy'],
    ['is there a way to tell what age he is', 'what age is he'],
    ['anyone know who this is?', 'who is this'],
    ['at what time of day was this taken', 'what time of day was this taken'],
    ['around what time was this taken', 'what time was this taken'],
    ['name the animal in this picture', 'what is the animal'],
    ['what breed is it', 'what breed is it'],
    ['how old is this man?', 'how old is this man'],
    ['what is in the lower right', 'what is in the lower right'],
  ])('%j', (question, text) => {
    expect(normaliseQuestion(question)).toBe(text);
  });

  it('but never to nothing', () => {
    for (const text of ['please', 'hey', 'in the picture', 'is it here', 'what', 'can you see it', 'right?']) {
      expect(normaliseQuestion(text), text).not.toBe('');
    }
  });

  it('and once reduced it stays', () => {
    for (const text of ['hey, can you tell me what animal this is?', 'is there a dog in this photo, please?']) {
      expect(normaliseQuestion(normaliseQuestion(text))).toBe(normaliseQuestion(text));
    }
  });
});
