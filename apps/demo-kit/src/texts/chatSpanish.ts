import type { ChatTexts } from './chatEnglish.js';
import { mediaSpanish } from './mediaSpanish.js';

export const chatSpanish: ChatTexts = {
  chatWithUs: 'Hable con nosotros',
  chat: 'Conversación',
  minimise: 'Minimizar',
  restore: 'Restaurar',
  move: 'Mover la conversación',
  moveHint: 'Arrástrela o use las flechas. Inicio la devuelve a su sitio.',

  state: 'Estado de la conversación',
  notStarted: 'Sin empezar',
  waiting: 'En espera',
  withAgents: (agents) => `Con ${agents}`,
  endedBy: {
    agent: 'Terminada por el agente',
    customer: 'Terminada por el cliente',
    server: 'Terminada por el servidor',
  },
  connectionLost: 'Conexión perdida',
  someAgent: 'un agente',

  server: 'Servidor',
  serverStatus: { online: 'En línea', offline: 'Sin conexión', unknown: 'Comprobando' },
  offlineHint: 'Intentamos llegar al servidor. Lo que escriba se enviará cuando vuelva.',

  startForm: 'Empezar una conversación',
  startLead: 'Díganos quién es y de qué se trata. Alguien responde enseguida.',
  startAgain: 'Puede empezar otra conversación cuando quiera.',
  name: 'Nombre',
  email: 'Correo electrónico',
  topic: 'Tema',
  start: 'Empezar',
  captcha: 'Imagen de comprobación',
  captchaText: 'Texto de la imagen',
  captchaAnother: 'Otra imagen',
  captchaReason: {
    asked: 'Escriba los caracteres de la imagen.',
    empty: 'Escriba los caracteres de la imagen y pulse Empezar.',
    wrong: 'No coincide. Escriba los caracteres de la imagen nueva.',
    missing: 'La imagen era demasiado antigua. Escriba los caracteres de la nueva.',
  },

  queuePosition: 'Puesto en la cola',
  queueAt: (position) => `Está en el puesto ${position} de la cola.`,
  messages: 'Mensajes',
  noMessages: 'Aquí aparece lo que escribe usted y lo que escribimos nosotros.',
  typing: 'Escribiendo',
  isTyping: (agents) => `${agents} está escribiendo`,
  message: 'Mensaje',
  send: 'Enviar',
  sendAgain: 'Enviar de nuevo',
  messageStatus: { pending: 'Enviando', sent: 'Enviado', delivered: 'Enviado', failed: 'No enviado' },
  author: { customer: 'Usted', agent: 'Agente', bot: 'Asistente', system: 'Aviso' },
  joined: (name) => `${name} se ha unido`,
  left: (name) => `${name} ha salido`,
  news: (count, author) => `${count === 1 ? '1 nuevo' : `${count} nuevos`}, el último de ${author}`,

  tools: 'Más',
  tool: {
    attach: 'Adjuntar un archivo',
    audioCall: 'Llamada de voz',
    videoCall: 'Videollamada',
    shareScreen: 'Compartir pantalla',
    cobrowse: 'Navegar juntos',
    requestCallback: 'Pedir que me llamen',
    end: 'Terminar la conversación',
  },
  uploads: 'Archivos',
  percentSent: (percent) => `${percent} % enviado`,
  uploadFailed: 'No enviado',

  media: mediaSpanish,

  callback: 'Llamada de vuelta',
  callbackLead: 'Le llamamos por teléfono. La conversación sigue mientras tanto.',
  phone: 'Teléfono',
  request: 'Pedir',
  callbackBy: {
    customer: 'Anotado: alguien le llamará.',
    agent: 'El agente ha anotado una llamada: alguien le llamará.',
    server: 'Ahora no hay nadie libre. Hemos anotado una llamada: alguien le llamará.',
  },
  callbackState: {
    requested: 'Estamos anotando la llamada.',
    failed: 'No se pudo anotar. Compruebe el número, con el prefijo del país, e inténtelo de nuevo.',
  },

  notice: {
    ErrorInGetAgentDetails: 'El agente no puede atenderle. Inténtelo de nuevo.',
    ErrorAgentDetails: 'El agente no puede atenderle. Inténtelo de nuevo.',
    NoStaffedAgents: 'Ahora no hay nadie. Inténtelo más tarde o deje sus datos.',
    QueueIsTooBig: 'Hay demasiada gente esperando. Inténtelo más tarde o deje sus datos.',
    TimedOutInQueue: 'Nadie quedó libre a tiempo. Inténtelo de nuevo o deje sus datos.',
    InternalServerError: 'Algo falló por nuestra parte. Inténtelo de nuevo.',
  },

  chats: 'Conversaciones',
  newChat: 'Otra conversación',
  chatNumber: (number) => `Conversación ${number}`,

  detailsForm: 'Deje sus datos',
  detailsLead: '¿No tiene tiempo ahora? Nos ponemos en contacto con usted.',
  sendDetails: 'Enviar los datos',
  detailsSent: 'Gracias. Nos pondremos en contacto con usted.',

  earlier: 'Antes, con nuestro asistente',
  botTalk: [
    'En la estación no aceptaron mi tarjeta.',
    'Lo siento. ¿Era la primera vez que la usaba allí?',
    'Sí, y tengo saldo.',
    'Le paso con una persona.',
  ],
  site: {
    name: 'Caja del Puerto',
    nav: 'Sitio',
    page: (number) => `Página ${number}`,
    titles: ['Ahorros sin sobresaltos', 'Solicite una tarjeta', 'Preguntas y respuestas'],
    leads: [
      'Una cuenta para lo que importa y personas que responden. La conversación está en la esquina, en cada página.',
      'Rellénelo a su ritmo. Si se atasca, pregúntenos: la conversación le sigue de página en página.',
      'Lo que más nos preguntan. Para todo lo demás está la conversación.',
    ],
    facts: [
      ['2,4 % al año', 'Por cada euro, desde el primer día.'],
      ['Sin comisiones', 'Ni por la cuenta ni por la tarjeta.'],
      ['En unos minutos', 'Con su teléfono y un documento de identidad.'],
    ],
    questions: [
      [
        '¿Puedo cambiar de página mientras hablo con ustedes?',
        'Sí. La conversación le acompaña, también a otra pestaña.',
      ],
      ['¿Qué pasa si se corta mi conexión?', 'Lo que escribió se guarda y se envía cuando vuelve.'],
      ['¿Pueden llamarme?', 'Sí. Pulse Pedir que me llamen.'],
    ],
    application: 'Solicitud',
    applicationHint: 'Para probar. Nada de esto se envía.',
    fullName: 'Nombre completo',
    cardNumber: 'Número de tarjeta',
  },
};
