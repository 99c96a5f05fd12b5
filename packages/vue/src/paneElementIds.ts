/** The ids by which a pane's tab and panel name each other: their own in each host, and without spaces. */
export function paneElementIds(
  host: string,
  paneId: string,
): { readonly tab: string; readonly panel: string } {
  // Ids come from vendors, and a space in one would make two of it.
  const name = paneId.replaceAll(/[^\w.:-]|_/g, (character) => `_${character.charCodeAt(0)}_`);
  return { tab: `${host}-tab-${name}`, panel: `${host}-panel-${name}` };
}
