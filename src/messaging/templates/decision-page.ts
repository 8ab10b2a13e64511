// The words of the page on which a request is decided, in each language.
import type { signOffDecisions } from '../../domain/events';

type Decision = (typeof signOffDecisions)[number];

export interface DecisionPageWords {
  readonly language: 'en' | 'es';
  readonly locale: string;
  readonly title: string;
  readonly withLink: string;
  readonly open: string;
  /** For who came without a link, or without scripts. */
  readonly noLink: string;
  readonly what: string;
  readonly source: string;
  readonly askedBy: string;
  readonly askedOn: string;
  readonly due: string;
  readonly case: string;
  readonly look: string;
  readonly question: string;
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly missing: string;
  readonly reason: string;
  readonly send: string;
  readonly once: string;
  readonly noDecisionChosen: string;
  readonly noReason: string;
  readonly nothingMissing: string;
  readonly badText: string;
  readonly notYet: string;
  readonly recorded: Readonly<Record<Decision, string>>;
  readonly kept: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly notFromPage: string;
  readonly tooOften: string;
}

const en: DecisionPageWords = {
  language: 'en',
  locale: 'en-US',
  title: 'Your decision',
  withLink: 'Press the button to see what you are asked. Nothing is sent before you press.',
  open: 'See it',
  noLink:
    'This page opens with the link in our message. You can also decide in the case itself, when you are signed in.',
  what: 'What you are asked',
  source: 'Source',
  askedBy: 'Asked by',
  askedOn: 'Asked on',
  due: 'Expected by',
  case: 'Case',
  look: 'Look at the case first: there is what was recorded.',
  question: 'What do you decide?',
  decisions: {
    approved: 'I approve it',
    returned: 'I send it back: something is missing',
    refused: 'I refuse it',
  },
  missing: 'What is missing, one thing on each line (only when you send it back)',
  reason: 'Why',
  send: 'Send my decision',
  once: 'This page works once. What you send is on record under your name.',
  noDecisionChosen: 'Please choose what you decide.',
  noReason: 'Please say why.',
  nothingMissing: 'Please list what is missing, one thing on each line.',
  badText: 'Please write less, without special signs.',
  notYet: 'This cannot be recorded yet. Nothing was changed, and this page still works.',
  recorded: {
    approved: 'Thank you. It is approved, and whoever asked can go on.',
    returned:
      'Thank you. It goes back to whoever asked, with what is missing. When it is asked again, you get another message.',
    refused: 'Thank you. It is refused, and whoever asked sees why.',
  },
  kept: 'Thank you. We have kept your decision. It will be on record soon.',
  failedTitle: 'This does not open',
  failed:
    'The link does not work, or not any more. It may be too old or used, or the decision may not be needed from you now. Please look for a newer message from us, or look into the case.',
  notFromPage: 'Please open the link in our message again, and decide there.',
  tooOften: 'That was tried too often. Please wait a minute and try again.',
};

const es: DecisionPageWords = {
  language: 'es',
  locale: 'es-US',
  title: 'Su decisión',
  withLink: 'Oprima el botón para ver lo que se le pide. No se envía nada antes de que lo oprima.',
  open: 'Ver',
  noLink:
    'Esta página se abre con el enlace de nuestro mensaje. También puede decidir en el caso mismo, con su sesión abierta.',
  what: 'Lo que se le pide',
  source: 'Fuente',
  askedBy: 'Lo pidió',
  askedOn: 'Pedido el',
  due: 'Se espera para el',
  case: 'Caso',
  look: 'Mire primero el caso: allí está lo que se registró.',
  question: '¿Qué decide?',
  decisions: {
    approved: 'Lo apruebo',
    returned: 'Lo devuelvo: falta algo',
    refused: 'Lo rechazo',
  },
  missing: 'Lo que falta, una cosa en cada línea (solo si lo devuelve)',
  reason: 'Por qué',
  send: 'Enviar mi decisión',
  once: 'Esta página sirve una vez. Lo que envíe queda registrado a su nombre.',
  noDecisionChosen: 'Elija lo que decide, por favor.',
  noReason: 'Diga por qué, por favor.',
  nothingMissing: 'Escriba lo que falta, una cosa en cada línea, por favor.',
  badText: 'Escriba menos, sin signos especiales, por favor.',
  notYet: 'Todavía no se puede registrar. No se cambió nada, y esta página sigue sirviendo.',
  recorded: {
    approved: 'Gracias. Está aprobado, y quien lo pidió puede seguir.',
    returned:
      'Gracias. Vuelve a quien lo pidió, con lo que falta. Cuando se pida otra vez, usted recibirá otro mensaje.',
    refused: 'Gracias. Está rechazado, y quien lo pidió ve por qué.',
  },
  kept: 'Gracias. Hemos guardado su decisión. Pronto quedará registrada.',
  failedTitle: 'Esto no se abre',
  failed:
    'El enlace no sirve, o ya no sirve. Puede ser demasiado antiguo o estar usado, o quizá ya no se necesita su decisión. Busque un mensaje más reciente de nosotros, o mire el caso.',
  notFromPage: 'Abra otra vez el enlace de nuestro mensaje y decida allí, por favor.',
  tooOften: 'Se intentó demasiadas veces. Espere un minuto e inténtelo de nuevo.',
};

export const decisionPageLanguages: readonly DecisionPageWords[] = [en, es];

/** `es-MX` reads in `es`; whoever's language is not here reads in English. */
export function decisionPageWords(language: string): DecisionPageWords {
  return decisionPageLanguages.find((words) => words.language === language.toLowerCase().split(/[-_]/)[0]) ?? en;
}
