import { openMemory } from '../../../src/memory/memory.ts';
import { answerTo } from './records.ts';

// Keeps so many answers in the file, one after another, and prints the id of each once it is kept.
const [file = '', many = '0'] = process.argv.slice(2);
const memory = openMemory(file);
for (let i = 0; i < Number(many); i++) process.stdout.write(`${memory.answers.add(answerTo()).id}\n`);
memory.close();
