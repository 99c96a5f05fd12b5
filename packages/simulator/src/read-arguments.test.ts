import { readArguments } from './read-arguments.js';

describe('the command line', () => {
  test('knows its options', () => {
    expect(readArguments([])).toEqual({ help: false });
    expect(
      readArguments(['--port', '5300', '--strict-origins', 'http://localhost:4200, http://localhost:5200']),
    ).toEqual({
      help: false,
      port: 5300,
      strictOrigins: ['http://localhost:4200', 'http://localhost:5200'],
    });
    expect(readArguments(['--no-live-chat'])).toEqual({ help: false, tetherfi: false });
    expect(readArguments(['-h'])).toMatchObject({ help: true });
  });

  test.each([[['--port', 'x']], [['--port', '0']], [['--port', '70000']], [['--nonsense']], [['word']]])(
    'refuses %j with a sentence',
    (args) => {
      expect(() => readArguments(args)).toThrow(/./);
    },
  );
});
