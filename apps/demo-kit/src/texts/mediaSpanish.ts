import type { MediaTexts } from './mediaEnglish.js';

export const mediaSpanish: MediaTexts = {
  consent: 'Consentimiento',
  allow: 'Permitir',
  deny: 'No permitir',
  theAgent: 'Nuestro agente',
  ask: {
    audioCall: {
      title: '¿Empezar una llamada de voz?',
      text: (agent) => `${agent} le oirá por su micrófono. Nadie le verá.`,
    },
    videoCall: {
      title: '¿Empezar una videollamada?',
      text: (agent) => `${agent} le oirá por su micrófono y le verá por su cámara.`,
    },
    shareScreen: {
      title: '¿Compartir su pantalla?',
      text: (agent) =>
        `${agent} verá todo lo que muestre la pantalla, ventana o pestaña que elija a continuación. ${agent} no puede pulsar ni escribir en ella.`,
    },
    cobrowse: {
      title: '¿Ver este sitio juntos?',
      text: (agent) =>
        `${agent} verá las páginas de este sitio como las ve usted, el puntero del ratón y lo que escriba en «Nombre completo». Lo que escriba en otros campos no sale de aquí. Los dos pueden dibujar en la página.`,
    },
  },
  agentAsks: {
    audioCall: (agent) => `${agent} le pide una llamada de voz`,
    videoCall: (agent) => `${agent} le pide una videollamada`,
  },
  stopAnyTime: 'Puede pararlo en cualquier momento. Es posible que el navegador le pregunte también.',

  call: 'Llamada',
  callState: {
    requested: (agent) => `${agent} le pide una llamada.`,
    calling: (agent) => `Llamando: ${agent} aún no ha respondido.`,
    connecting: (agent) => `${agent} ha respondido. Se está estableciendo la llamada.`,
    connected: (agent) => `En una llamada con ${agent}.`,
    reconnecting: 'Se cortó la conexión de la llamada. Se está recuperando.',
  },
  otherMuted: (agent) => `${agent} tiene el micrófono apagado.`,
  otherCameraOff: (agent) => `${agent} tiene la cámara apagada.`,
  quality: { good: 'Buena conexión', fair: 'Conexión regular', poor: 'Mala conexión' },
  otherPicture: (agent) => `Imagen: ${agent}`,
  ownPicture: 'Su propia imagen',
  cameraOff: 'Apagar la cámara',
  cameraOn: 'Encender la cámara',
  microphone: 'Micrófono',
  camera: 'Cámara',
  device: (kind, number) => `${kind} ${number}`,

  sharing: 'Está compartiendo',
  stopSharing: 'Dejar de compartir',
  screenState: {
    starting: 'Su pantalla está a punto de mostrarse.',
    on: (agent) => `${agent} ve su pantalla.`,
    reconnecting: 'Se cortó la conexión. Su pantalla se mostrará de nuevo cuando vuelva.',
  },
  cobrowseState: {
    starting: 'Esta página está a punto de mostrarse.',
    on: (agent) => `${agent} ve esta página.`,
    reconnecting: 'Se cortó la conexión. Esta página se mostrará de nuevo cuando vuelva.',
  },

  ended: {
    call: {
      byCustomer: {
        'hung-up': 'Usted terminó la llamada.',
        declined: 'Usted rechazó la llamada.',
        'no-permission':
          'No hay llamada: el navegador no tuvo permiso para usar el micrófono o la cámara. Permítalo junto a la dirección de la página y llame de nuevo.',
        'no-device':
          'No hay llamada: no se encontró micrófono o cámara. Conecte el que falte y llame de nuevo.',
      },
      byAgent: {
        'hung-up': (agent) => `${agent} terminó la llamada.`,
        declined: (agent) => `${agent} no puede atender una llamada ahora. Escriba, o llame más tarde.`,
        'no-permission': (agent) => `${agent} no puede usar micrófono o cámara ahora. Escriba.`,
        'no-device': (agent) => `${agent} no tiene micrófono o cámara ahora. Escriba.`,
      },
      anyhow: {
        unanswered: 'Nadie respondió a la llamada. Escriba, o llame más tarde.',
        lost: 'Se perdió la llamada. Compruebe su red y llame de nuevo.',
        failed: 'No se pudo establecer la llamada. Llame de nuevo, o escriba.',
        'chat-ended': 'La llamada terminó con la conversación.',
      },
      stopped: 'La llamada ha terminado.',
    },
    sharing: {
      byCustomer: {
        'hung-up': 'Dejó de compartir. Ya nadie lo ve.',
        declined: 'Usted no quiso compartir.',
        'no-permission':
          'No se comparte nada: el navegador no tuvo permiso. Empiece de nuevo y elija qué compartir.',
        'no-device':
          'No se comparte nada: este navegador no puede mostrar una pantalla. Use otro, en un ordenador.',
      },
      byAgent: {
        'hung-up': (agent) => `${agent} dejó de mirar. Ya no se comparte nada.`,
        declined: (agent) => `${agent} no puede mirar ahora. Escriba, o empiece más tarde.`,
        'no-permission': (agent) => `${agent} no puede mirar ahora. Escriba.`,
        'no-device': (agent) => `${agent} no puede mirar ahora. Escriba.`,
      },
      anyhow: {
        unanswered: 'Nadie vino a mirar. No se comparte nada. Empiece más tarde.',
        lost: 'Se perdió la conexión y ya no se comparte nada. Compruebe su red y empiece de nuevo.',
        failed: 'No se pudo compartir. Empiece de nuevo, o escriba.',
        'chat-ended': 'Se dejó de compartir al terminar la conversación.',
      },
      stopped: 'Ya no se comparte nada.',
    },
  },
};
