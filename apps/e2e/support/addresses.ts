/** The launcher's port; the simulator's are 100 above it. */
export const port = Number(process.env['OFFHOOK_E2E_PORT'] ?? 5210);

/** The launcher's origin, which is the apps' too. */
export const launcher = `http://localhost:${port}`;

export const board = `http://localhost:${port + 100}`;

export const ringCentralOrigin = `http://127.0.0.1:${port + 101}`;

export const connectMeOrigin = `http://127.0.0.1:${port + 102}`;

export const kunziteOrigin = `http://127.0.0.1:${port + 103}`;

export const xivoDesktopOrigin = `http://127.0.0.1:${port + 104}`;

/** The web service that the XiVO desktop and our softphones' pages ask. */
export const serviceOrigin = `http://localhost:${port + 106}`;
