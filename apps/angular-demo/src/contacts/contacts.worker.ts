// The thread that the index of contacts works in.
import '@offhook/contacts/worker';
