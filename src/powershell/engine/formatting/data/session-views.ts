/**
 * Views of sessions, and of the records of PowerShell's streams.
 *
 * The session table is the one of the page this project follows: six columns (PowerShell 3.0 and 4.0). The tables of 5.1
 * and of 7.x are there by name: `Format-Table -View PSSession5.1`, `-View PSSession7`. cmdlets.md 2.7
 */
import type { ColumnData, FormatView, HeaderData, TableView } from '../format-data.js';
import { asText, self } from './expressions.js';

const SESSION_COLUMNS: Readonly<Record<string, HeaderData>> = {
  Id: { width: 3, align: 'right' },
  Name: { width: 15, align: 'left' },
  Transport: { width: 9, align: 'left' },
  ComputerName: { width: 15, align: 'left' },
  ComputerType: { width: 15, align: 'left' },
  State: { width: 13, align: 'left' },
  ConfigurationName: { width: 20, align: 'left' },
  Availability: { width: 13, align: 'right' },
};
function sessionTable(name: string, without: readonly string[]): TableView {
  const shown = Object.entries(SESSION_COLUMNS).filter(([column]) => !without.includes(column));
  return {
    shape: 'table',
    name,
    types: ['System.Management.Automation.Runspaces.PSSession'],
    headers: shown.map(([label, header]): HeaderData => ({ label, ...header })),
    rows: [{ columns: shown.map(([property]): ColumnData => ({ property })) }],
  };
}

export const SESSION_VIEWS: readonly FormatView[] = [
  sessionTable('PSSession', ['Transport', 'ComputerType']),
  sessionTable('PSSession5.1', ['Transport']),
  sessionTable('PSSession7', []),
  {
    shape: 'table',
    name: 'KeyHandler',
    types: ['Microsoft.PowerShell.KeyHandler'],
    headers: [{ label: 'Key', width: 21 }, { label: 'Function', width: 24 }, { label: 'Description' }],
    rows: [{ columns: ['Key', 'Function', 'Description'].map((property): ColumnData => ({ property })) }],
  },
  {
    shape: 'table',
    name: 'WatchableSession',
    types: ['PSSession.WatchableSession'],
    headers: [
      { label: 'Name', width: 15 },
      { label: 'ComputerName', width: 15 },
      { label: 'Owner', width: 10 },
      { label: 'State', width: 12 },
      { label: 'Watcher', width: 20 },
      { label: 'WatchedBy' },
    ],
    rows: [
      {
        columns: ['Name', 'ComputerName', 'Owner', 'State', 'Watcher', 'WatchedBy'].map(
          (property): ColumnData => ({ property }),
        ),
      },
    ],
  },
  {
    shape: 'table',
    name: 'EndpointSession',
    types: ['PSSession.EndpointSession'],
    headers: [
      { label: 'Name', width: 15 },
      { label: 'Owner', width: 10 },
      { label: 'State', width: 12 },
      { label: 'ConfigurationName', width: 20 },
      { label: 'Since', width: 19 },
      { label: 'ClientAddress', width: 15 },
      { label: 'Waiting', width: 8, align: 'right' },
      { label: 'Running' },
    ],
    rows: [
      {
        columns: [
          'Name',
          'Owner',
          'State',
          'ConfigurationName',
          'Since',
          'ClientAddress',
          'OutputWaiting',
          'Running',
        ].map((property): ColumnData => ({ property })),
      },
    ],
  },
];

/** Records print as their text, wherever they meet a formatter. Error records have a view of their own: error-view.ts. */
export const RECORD_VIEWS: readonly FormatView[] = [
  {
    shape: 'custom',
    name: 'InformationRecord',
    types: ['System.Management.Automation.InformationRecord'],
    outOfBand: true,
    entries: [{ items: [{ native: asText }] }],
  },
  {
    shape: 'custom',
    name: 'ScriptBlock',
    types: ['System.Management.Automation.ScriptBlock'],
    outOfBand: true,
    entries: [{ items: [{ native: self }] }],
  },
];
