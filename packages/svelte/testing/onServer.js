/** Whether components are to be what a server gets of them. A test that plays a server beside a page mocks it. */
export const onServer = typeof document === 'undefined';
