/** Whether a person may edit the element's content in place. jsdom knows no `isContentEditable`, so attributes are read. */
export function isEditable(element: Element): boolean {
  if (element.ownerDocument.designMode === 'on') return true;
  const host = element.closest('[contenteditable]');
  if (host === null) return false;
  // An element in it that may not be edited is the editor's own, such as a mention: as private as the rest.
  return (
    host.getAttribute('contenteditable')?.toLowerCase() !== 'false' ||
    host.parentElement?.closest('[contenteditable]:not([contenteditable="false" i])') != null
  );
}
