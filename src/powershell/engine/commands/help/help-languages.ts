/** Folders of help files: that of a culture, of its language, and English. */
export const helpLanguages = (culture: string): readonly string[] =>
  [...new Set([culture, culture.split('-')[0] ?? '', 'en-US', 'en'])].filter((name) => name !== '');
