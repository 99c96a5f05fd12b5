/** The customer's session at the bank; the proxy reads it too. */
export const sessionCookie = 'bank_session';
/** The password was right, and the code is still to come. */
export const loginCookie = 'bank_login';
/** What a form's token is bound to. */
export const visitCookie = 'bank_visit';
/** The chat's own cookie, which never leaves the company's network: the proxy makes it. */
export const chatCookie = 'offhook_chat';
