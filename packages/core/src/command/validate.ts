import type { Command } from '../model/command.js';
import { OffhookError } from '../model/error.js';

/** Throws `invalid-argument`, with what to give instead. */
export function validate(command: Command): void {
  const check = (value: unknown, shape: RegExp, advice: string): void => {
    if (typeof value !== 'string' || !shape.test(value)) throw new OffhookError('invalid-argument', advice);
  };
  // Control characters have no place in a number and every place in an attack.
  if ('to' in command)
    check(command.to, /^(?=.*\S)[^\p{Cc}]{1,128}$/u, 'Give a number, such as +12165325078.');
  if ('digits' in command) check(command.digits, /^[\d*#]{1,64}$/, 'Tones are made of 0 to 9, * and #.');
  if ('text' in command) check(command.text, /^[^]{1,100000}$/, 'Give a text of 1 to 100,000 characters.');
  if ('uri' in command) check(command.uri, /\S/, 'Say which conversation.');
  if ('reason' in command) check(command.reason, /^[^\p{Cc}]{1,128}$/u, 'Give a reason in a few words.');
  if ('device' in command) check(command.device, /^(ringer|speaker|share)$/, 'Say ringer, speaker or share.');
}
