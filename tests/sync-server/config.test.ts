import { describe, expect, it } from 'vitest';
import { readConfig } from '../../sync-server/config.ts';

describe('configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: undefined,
      tokenMinutes: 60,
    });
  });

  it('takes what is set, and an empty value as unset', () => {
    const config = readConfig({
      WSPOLNIE_PORT: ' 9000 ',
      WSPOLNIE_HOST: '',
      WSPOLNIE_PUBLIC_URL: 'https://wspolnie.example.org/',
      WSPOLNIE_ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
    });
    expect(config).toMatchObject({
      port: 9000,
      host: '127.0.0.1',
      publicUrl: 'https://wspolnie.example.org',
      allowedOrigins: ['https://a.example', 'https://b.example:8443'],
    });
  });

  it.each([
    ['WSPOLNIE_PORT', 'osiemdziesiąt'],
    ['WSPOLNIE_PORT', '70000'],
    ['WSPOLNIE_PORT', '-1'],
    ['WSPOLNIE_DATABASE_URL', 'mysql://wspolnie@db/wspolnie'],
    ['WSPOLNIE_DATABASE_URL', 'wspolnie'],
    ['WSPOLNIE_FANOUT_URL', 'http://redis:6379'],
    // Without the database that all nodes share.
    ['WSPOLNIE_FANOUT_URL', 'redis://redis:6379/'],
    ['WSPOLNIE_PUBLIC_URL', 'wspolnie.example.org'],
    ['WSPOLNIE_PUBLIC_URL', 'https://wspolnie.example.org/app'],
    ['WSPOLNIE_PUBLIC_URL', 'ftp://wspolnie.example.org'],
    ['WSPOLNIE_ALLOWED_ORIGINS', 'https://a.example *'],
    ['WSPOLNIE_LOG_LEVEL', 'loud'],
    ['WSPOLNIE_TOKEN_MINUTES', '0'],
    ['WSPOLNIE_MAX_UPDATE_BYTES', '1e6'],
    ['WSPOLNIE_MAX_BODY_BYTES', '2000'],
    ['WSPOLNIE_MAX_FRAME_BYTES', '2000'],
    ['WSPOLNIE_MAX_DOCUMENTS_PER_MEMBER', '0'],
    ['WSPOLNIE_MAX_REQUESTS_PER_MINUTE', '0'],
    ['WSPOLNIE_MAX_CONNECTIONS_PER_MEMBER', 'wiele'],
    ['WSPOLNIE_MAX_REFUSED_BYTES', '-1'],
    ['WSPOLNIE_MAX_NEWCOMERS', '0'],
    ['WSPOLNIE_SIGN_IN_SECONDS', '0'],
    ['WSPOLNIE_MAX_SEND_BUFFER_BYTES', '10'],
    ['WSPOLNIE_SLOW_READER_SECONDS', 'długo'],
    ['WSPOLNIE_METRICS_TOKEN', 'krótki'],
  ])('%s=%s is refused with the name, the value and what is expected', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is ".+"; expected .+\\.$`));
  });

  it('does not repeat a password that it refuses', () => {
    const refused = { WSPOLNIE_DATABASE_URL: 'mysql://wspolnie:hunter2@db/wspolnie' };
    expect(() => readConfig(refused)).not.toThrow(/hunter2/);
    expect(() => readConfig(refused)).toThrow(/postgres:/);
  });

  it('does not repeat a token that it refuses', () => {
    expect(() => readConfig({ WSPOLNIE_METRICS_TOKEN: 'hunter2' })).not.toThrow(/hunter2/);
    expect(() => readConfig({ WSPOLNIE_METRICS_TOKEN: 'hunter2' })).toThrow(/WSPOLNIE_METRICS_TOKEN/);
  });
});
