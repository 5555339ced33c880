import { describe, expect, test } from 'vitest';
import { textsOf } from '../test-support/run-script.js';

describe('$PSDefaultParameterValues', () => {
  test.each([
    ['refuses a key that names no parameter', `try { $PSDefaultParameterValues['bad'] = 1 } catch { 'refused' }`],
    ['refuses what is no table', `try { $PSDefaultParameterValues = 5 } catch { 'refused' }`],
    ['refuses a table with a bad key', `try { $PSDefaultParameterValues = @{ bad = 1 } } catch { 'refused' }`],
  ])('%s', async (_name, script) => {
    expect(await textsOf(`${script}; $PSDefaultParameterValues.Count`)).toEqual(['refused', '0']);
  });
  test('makes an assigned table its own, and passes over white space around keys', async () => {
    expect(
      await textsOf(
        `$PSDefaultParameterValues = @{ 'Get-Date:Year' = 1999 }; $PSDefaultParameterValues[' Get-Date:Month '] = 3
        $PSDefaultParameterValues.GetType().Name; '{0:yyyy-MM}' -f (Get-Date); $PSDefaultParameterValues.Keys -join ','`,
      ),
    ).toEqual(['DefaultParameterDictionary', '1999-03', 'Get-Date:Year,Get-Date:Month']);
  });
});
