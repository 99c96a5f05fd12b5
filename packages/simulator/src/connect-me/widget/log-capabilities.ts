/** What the vendor's document promises to see in the console. */
export function logCapabilities(): void {
  console.log('GOT-CAPABILITIES');
}
