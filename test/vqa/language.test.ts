import { describe, expect, it, test } from 'vitest';
import { isOtherLanguage } from '../../src/vqa/language.ts';

describe('another language is told from English', () => {
  test.each([
    ['Spanish', '¿Qué es esto?', 'que animal es este', 'cuantos perros hay en la foto'],
    ['French', "qu'est-ce que c'est ?", 'quel animal est-ce', 'combien de chiens'],
    ['German', 'was ist das', 'wie viele hunde sind auf dem bild', 'welche farbe hat das auto'],
    ['Portuguese', 'o que é isso', 'qual a cor do carro', 'onde está o gato'],
    ['Italian', "che cos'è questo", 'di che colore è la macchina', 'quanti cani ci sono'],
    ['Dutch', 'wat is dit', 'welke kleur heeft de auto', 'hoeveel honden zijn er'],
    ['Russian', 'что это за животное'],
    ['Chinese', '这是什么'],
    ['Japanese', 'これは何ですか'],
    ['Korean', '이게 뭐야'],
    ['Arabic', 'ما هذا'],
    ['Hindi', 'यह क्या है'],
    ['Turkish', 'bu nedir', 'resimde kaç köpek var'],
    ['Polish', 'co to jest', 'ile jest psów na zdjęciu'],
    ['Vietnamese', 'đây là con gì', 'có bao nhiêu con chó'],
    ['Indonesian', 'apa ini', 'ini hewan apa'],
    ['Swedish', 'vad är det här'],
  ])('%s', (_, ...questions) => {
    for (const question of questions) expect(isOtherLanguage(question), question).toBe(true);
  });

  it('but slang, typos, names and single foreign words are English', () => {
    for (const question of [
      'wat is dis',
      'wut is dat animal',
      'yo whats this',
      'is this a crème brûlée or a café',
      'what does "no es bueno" mean',
      'is there a piñata',
      'is it la tour eiffel',
      'is this las vegas',
      'is that Erdoğan',
      'Who is René Magritte?',
      'what is a chat',
      'do they die',
      'dog',
      'm or f?',
      'is it paella or risotto',
      'what does 猫 mean on the sign',
      '12',
      '<@123> what is this :perro:',
    ])
      expect(isOtherLanguage(question), question).toBe(false);
  });
});
