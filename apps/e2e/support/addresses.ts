/** The launcher's port; the simulator's are 100 above it. */
export const port = Number(process.env['OFFHOOK_E2E_PORT'] ?? 5210);

export const board = `http://localhost:${port + 100}`;

export const ringCentralOrigin = `http://127.0.0.1:${port + 101}`;

export const connectMeOrigin = `http://127.0.0.1:${port + 102}`;

export const kunziteOrigin = `http://127.0.0.1:${port + 103}`;
