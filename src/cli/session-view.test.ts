import { describe, expect, it } from 'vitest';
import { cell, fitColumns, SESSION_VIEW, tableHeader, tableRow } from './session-view.js';

const row = {
  Id: '1',
  Name: 'WinRM1',
  ComputerName: 'alpha',
  State: 'Opened',
  ConfigurationName: 'Microsoft.PowerShell',
  Availability: 'Available',
};

describe('the session table', () => {
  it('[S25, S51] has six columns of the seed, in order, numbers and availability to the right', () => {
    expect(tableHeader(SESSION_VIEW)).toBe(
      ' Id Name            ComputerName    State         ConfigurationName     Availability\n' +
        ' -- ----            ------------    -----         -----------------     ------------',
    );
    expect(tableRow(SESSION_VIEW, (name) => row[name as keyof typeof row])).toBe(
      '  1 WinRM1          alpha           Opened        Microsoft.PowerShell     Available',
    );
  });
  it('cuts long values with an ellipsis, and wide characters by their width', () => {
    expect(cell('a very long session name', 10, 'left')).toBe('a very lo…');
    expect(cell('日本語の名前', 6, 'left')).toBe('日本… ');
    expect(cell('x\u001b[31my', 8, 'left')).toBe('x [31my ');
  });
  it('narrows and drops the last columns on a narrow terminal', () => {
    expect(fitColumns(SESSION_VIEW, 84).map(({ width }) => width)).toEqual([3, 15, 15, 13, 20, 13]);
    expect(fitColumns(SESSION_VIEW, 60).map(({ width }) => width)).toEqual([3, 15, 15, 13, 10]);
    expect(fitColumns(SESSION_VIEW, 20).map(({ width }) => width)).toEqual([3, 15]);
  });
});
