/** The bank's sign. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1c5f7d"/><path d="M7 13.5 16 8l9 5.5M9.5 14v8m4.3-8v8m4.4-8v8m4.3-8v8M7 23.5h18" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
