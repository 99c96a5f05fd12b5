import type { ConnectionStatus, ErrorCode } from '@offhook/core';
import type { Texts } from './english.js';

const errorText: Readonly<Record<ErrorCode, string>> = {
  'not-ready': 'El teléfono aún no está listo. Espere un momento e inténtelo de nuevo.',
  'not-supported': 'Este teléfono no puede hacerlo.',
  timeout: 'El teléfono no respondió a tiempo. Inténtelo de nuevo.',
  'not-observed':
    'El teléfono no reaccionó. Compruebe que está abierto y con sesión iniciada, e inténtelo de nuevo.',
  'invalid-argument': 'El dato no es válido. Corríjalo e inténtelo de nuevo.',
  'invalid-state': 'Ahora no es posible. Compruebe el estado de la llamada.',
  offline: 'La línea está caída. Inténtelo cuando vuelva la conexión.',
  'auth-required': 'Inicie sesión en el teléfono e inténtelo de nuevo.',
  'origin-refused': 'El teléfono no acepta esta página. Pida que la añadan a los orígenes aceptados.',
  'ambiguous-connector': 'Hay varios teléfonos. Elija con cuál quiere llamar.',
  'vendor-error': 'El teléfono informó de un error. Inténtelo de nuevo.',
  aborted: 'Se canceló antes de terminar.',
};

const lineHints: Readonly<Record<ConnectionStatus, string>> = {
  connecting: 'El teléfono se está cargando.',
  ready: 'A la espera de llamadas.',
  'signed-out': 'Inicie sesión en el teléfono para hacer y recibir llamadas.',
  offline: 'La línea está caída. Las llamadas vuelven cuando vuelva la conexión.',
  failed: 'El teléfono no se puede usar. Recargue la página o avise a quien lo administra.',
};

export const spanish: Texts = {
  languageName: 'Español',
  product: 'Offhook',
  tagline: 'Cualquier teléfono, un solo modelo',

  language: 'Idioma',
  theme: 'Tema',
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  connectors: 'Conectores',
  events: 'Eventos',

  connection: 'Conexión',
  connectionStatus: {
    connecting: 'Conectando',
    ready: 'Listo',
    'signed-out': 'Sesión cerrada',
    offline: 'Sin conexión',
    failed: 'Error',
  },
  lineHint: ({ status }) => lineHints[status],
  signIn: 'Iniciar sesión',

  presence: 'Presencia',
  presences: {
    available: 'Disponible',
    busy: 'Ocupado',
    paused: 'En pausa',
    'wrap-up': 'Cerrando',
    offline: 'Desconectado',
    unknown: 'Desconocida',
  },

  softphone: 'Teléfono',
  showSoftphone: 'Mostrar el teléfono',
  hideSoftphone: 'Ocultar el teléfono',

  dialer: 'Marcador',
  number: 'Número',
  numberHint: 'Nombre o número',
  suggestions: 'Sugerencias',
  dial: 'Llamar',

  calls: 'Llamadas',
  noCalls: 'Aún no hay llamadas.',
  ringFromBoard: 'Llame a esta página desde el tablero del simulador',
  callState: {
    dialing: 'Marcando',
    ringing: 'Sonando',
    active: 'Activa',
    held: 'En espera',
    ended: 'Terminada',
  },
  talkTime: 'Tiempo hablado',
  unknownCaller: 'Desconocido',
  action: {
    answer: 'Contestar',
    reject: 'Rechazar',
    hangUp: 'Colgar',
    hold: 'Poner en espera',
    resume: 'Retomar',
    mute: 'Silenciar',
    unmute: 'Activar micrófono',
    sendDtmf: 'Teclado',
    transfer: 'Transferir',
  },
  keypad: 'Teclado',
  transfer: 'Transferir',
  transferNow: 'Transferir ahora',
  cancel: 'Cancelar',
  incomingCall: 'Llamada entrante',
  incomingFrom: (name) => `Llamada entrante de ${name}`,
  notInContacts: 'No está en sus contactos',

  recentCalls: 'Llamadas recientes',
  noRecentCalls: 'Aquí aparecen las llamadas terminadas.',
  direction: { inbound: 'Entrante', outbound: 'Saliente' },
  endReason: {
    completed: 'Completada',
    missed: 'Perdida',
    rejected: 'Rechazada',
    cancelled: 'Cancelada',
    busy: 'Ocupado',
    failed: 'Fallida',
    'answered-elsewhere': 'Contestada en otro lugar',
    transferred: 'Transferida',
    unknown: 'Desconocido',
  },

  contact: 'Contacto',
  noContact: 'Aquí aparece quién llama, según sus propios contactos.',
  matches: 'Coincidencias',
  matchCount: (count) => `${count} coincidencias`,
  unknownNumber: 'Número desconocido',
  lookingUp: 'Buscando',

  messages: 'Mensajes',
  noMessages: 'Aquí aparecen los SMS, el buzón de voz y el fax.',
  messageKind: { sms: 'SMS', voicemail: 'Buzón de voz', fax: 'Fax', pager: 'Mensaje interno' },
  unread: 'Sin leer',
  attachment: 'Adjunto',
  sendMessage: 'Enviar mensaje',
  to: 'Para',
  text: 'Texto',
  send: 'Enviar',

  dismiss: 'Descartar',
  error: (error) => errorText[error.code],
  reason: (code) => errorText[code],

  homeTitle: 'Aplicación de ejemplo',
  homeLead: 'Una página de teléfono para cada proveedor, escrita sobre un solo modelo.',
  openPage: (vendor) => `Abrir la página de ${vendor}`,
  openBoard: 'Abrir el tablero del simulador',
  callsGoOn: 'Las llamadas siguen mientras está en otra página.',
  pageNotFound: 'Esta página no existe.',
  backHome: 'Volver al inicio',
};
