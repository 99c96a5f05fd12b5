/** How long a browser may take to begin with it. */
const keptMs = 60_000;

/** Has the browser save this as a file; it is never shown in a page. */
export function saveBlob(content: Blob, name: string): void {
  const href = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), keptMs);
}
