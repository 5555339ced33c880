/** What is larger than an object may be is refused by the endpoint, and its client hears of it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lab, type LabClient } from './support/lab.js';

describe('an argument that is larger than an object may be', () => {
  let lab: Lab;
  let me: LabClient;
  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01']);
    me = await lab.client();
    await me.values('$s = New-PSSession Server01');
  });
  afterAll(async () => {
    await lab[Symbol.asyncDispose]();
  });

  it('ends its command with the reason, and the session goes on', { timeout: 60_000 }, async () => {
    const error = await me.error("Invoke-Command $s { $args[0].Length } -ArgumentList ('y' * 11MB)");
    expect(error.exception.message).toMatch(/limit of 10485760 bytes/);
    expect(await me.texts('"$($s.State) $($s.Availability)"; Invoke-Command $s { 1 }')).toEqual([
      'Opened Available',
      '1',
    ]);
  });
});
