// The child process of the witness: it may crash, and takes nothing with it.
import type { WitnessQuestion, WitnessSaid } from './question.ts';

const say = (said: WitnessSaid) => {
  process.send?.(said);
};

process.once('message', (question: WitnessQuestion) => {
  void answer(question).then(() => process.disconnect());
});

async function answer(question: WitnessQuestion): Promise<void> {
  switch (question.protocol) {
    case 'modbus':
      return (await import('./read-with-modbus-serial.ts')).readWithModbusSerial(question, say);
    case 's7':
      return (await import('./read-with-nodes7.ts')).readWithNodes7(question, say);
  }
}
