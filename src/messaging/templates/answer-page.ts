// The words of the page on which an invitation is answered, in each language. Nothing here names a case, a child or anybody else.
import type { answerNeeds, invitationAnswers } from '../../domain/events';

export type AnswerCode = (typeof invitationAnswers)[number];
export type NeedCode = (typeof answerNeeds)[number];

export interface AnswerPageWords {
  readonly language: 'en' | 'es';
  /** For dates and times. */
  readonly locale: string;
  readonly title: string;
  readonly withLink: string;
  readonly open: string;
  readonly withCode: string;
  readonly code: string;
  readonly noCode: string;
  readonly when: string;
  readonly howLong: string;
  readonly minutes: (n: number) => string;
  readonly where: string;
  readonly noPlace: string;
  readonly question: string;
  readonly answers: Readonly<Record<AnswerCode, string>>;
  readonly needsQuestion: string;
  readonly needs: Readonly<Record<NeedCode, string>>;
  readonly timesQuestion: string;
  readonly time: (n: number) => string;
  readonly note: string;
  readonly send: string;
  /** Before the answer that counts. */
  readonly answered: string;
  readonly asked: string;
  readonly proposed: string;
  readonly recorded: string;
  readonly kept: string;
  readonly otherStands: string;
  readonly changeable: string;
  readonly noAnswerChosen: string;
  readonly noTimeGiven: string;
  readonly noNeedGiven: string;
  readonly badTime: string;
  readonly badNote: string;
  /** Where several times are proposed. */
  readonly slotsQuestion: string;
  readonly noSlot: string;
  readonly noTimeChosen: string;
  readonly noneAndSome: string;
  readonly changeableSearch: string;
  readonly failedTitle: string;
  readonly failed: string;
  readonly again: string;
  readonly notFromPage: string;
  readonly tooOften: string;
}

const en: AnswerPageWords = {
  language: 'en',
  locale: 'en-US',
  title: 'Your answer',
  withLink: 'Press the button to see when and where, and to answer. Nothing is sent before you press.',
  open: 'See it',
  withCode: 'Type the code that we told you. Small or capital letters do not matter.',
  code: 'Code',
  noCode: 'If you have no code, please call the person who wrote to you.',
  when: 'When',
  howLong: 'How long',
  minutes: (n) => `about ${n} minutes`,
  where: 'Where',
  noPlace: 'Please ask us. We will tell you.',
  question: 'Can you come?',
  answers: {
    accepted: 'Yes, I will come',
    declined: 'No, I cannot come',
    'another-time': 'I need another time',
    'needs-help': 'I can come if I get help',
  },
  needsQuestion: 'What do you need? All of it is free for you.',
  needs: {
    interpreter: 'An interpreter',
    accessibility: 'Help to hear, see, read, or get into the room',
    transport: 'A ride',
    'child-care': 'Care for my children',
    'safety-talk': 'To talk in private about my safety first',
    remote: 'To join by phone or video',
  },
  timesQuestion: 'Which times would be better? You can give up to three.',
  time: (n) => `Time ${n}`,
  note: 'Anything else that we should know',
  send: 'Send my answer',
  answered: 'Your answer',
  asked: 'You asked for',
  proposed: 'Times that you gave',
  recorded: 'Thank you. We have your answer.',
  kept: 'Thank you. We have kept your answer. It will be on record soon.',
  otherStands: 'That answer came before the one that counts now. Nothing was changed.',
  changeable: 'You can change your answer until the start.',
  noAnswerChosen: 'Please choose an answer.',
  noTimeGiven: 'Please give a time that would be better, or write some words.',
  noNeedGiven: 'Please mark what you need, or write some words.',
  badTime: 'One of the times does not exist. Please check it.',
  badNote: 'Please write at most 1000 letters, without special signs.',
  slotsQuestion: 'When can you come? Please mark each time that is good for you.',
  noSlot: 'I cannot come at any of these times',
  noTimeChosen: 'Please mark a time, or say that none of them is good for you.',
  noneAndSome: 'You marked a time, and also that none is good for you. Please check it.',
  changeableSearch: 'No time is set yet. You can change your answer until it is.',
  failedTitle: 'This does not open',
  failed:
    'The link or code is not known here. It may be too old, or the plan has changed. Please look for a newer message from us, or call the person who wrote to you.',
  again: 'Type a code',
  notFromPage: 'Please open the link in our message again, and answer there.',
  tooOften: 'That was tried too often. Please wait a minute and try again.',
};

const es: AnswerPageWords = {
  language: 'es',
  locale: 'es-US',
  title: 'Su respuesta',
  withLink: 'Oprima el botón para ver cuándo y dónde, y para responder. No se envía nada antes de que lo oprima.',
  open: 'Ver',
  withCode: 'Escriba el código que le dijimos. No importa si usa mayúsculas o minúsculas.',
  code: 'Código',
  noCode: 'Si no tiene un código, llame a la persona que le escribió.',
  when: 'Cuándo',
  howLong: 'Duración',
  minutes: (n) => `unos ${n} minutos`,
  where: 'Dónde',
  noPlace: 'Pregúntenos, por favor. Se lo diremos.',
  question: '¿Puede venir?',
  answers: {
    accepted: 'Sí, vendré',
    declined: 'No, no puedo venir',
    'another-time': 'Necesito otra hora',
    'needs-help': 'Puedo venir si recibo ayuda',
  },
  needsQuestion: '¿Qué necesita? Todo es gratis para usted.',
  needs: {
    interpreter: 'Un intérprete',
    accessibility: 'Ayuda para oír, ver, leer o entrar en la sala',
    transport: 'Transporte',
    'child-care': 'Cuidado de mis hijos',
    'safety-talk': 'Hablar antes en privado sobre mi seguridad',
    remote: 'Participar por teléfono o video',
  },
  timesQuestion: '¿Qué horas serían mejores? Puede dar hasta tres.',
  time: (n) => `Hora ${n}`,
  note: 'Algo más que debamos saber',
  send: 'Enviar mi respuesta',
  answered: 'Su respuesta',
  asked: 'Usted pidió',
  proposed: 'Horas que usted dio',
  recorded: 'Gracias. Tenemos su respuesta.',
  kept: 'Gracias. Hemos guardado su respuesta. Pronto quedará registrada.',
  otherStands: 'Esa respuesta llegó antes de la que vale ahora. No se cambió nada.',
  changeable: 'Puede cambiar su respuesta hasta la hora de comienzo.',
  noAnswerChosen: 'Elija una respuesta, por favor.',
  noTimeGiven: 'Indique una hora que sería mejor, o escriba unas palabras.',
  noNeedGiven: 'Marque lo que necesita, o escriba unas palabras.',
  badTime: 'Una de las horas no existe. Revísela, por favor.',
  badNote: 'Escriba como máximo 1000 letras, sin signos especiales.',
  slotsQuestion: '¿Cuándo puede venir? Marque cada hora que le queda bien.',
  noSlot: 'No puedo venir a ninguna de estas horas',
  noTimeChosen: 'Marque una hora, o diga que ninguna le queda bien.',
  noneAndSome: 'Marcó una hora y también que ninguna le queda bien. Revíselo, por favor.',
  changeableSearch: 'Aún no hay hora fija. Puede cambiar su respuesta hasta que la haya.',
  failedTitle: 'Esto no se abre',
  failed:
    'El enlace o el código no se conoce aquí. Puede ser demasiado antiguo, o el plan ha cambiado. Busque un mensaje más reciente de nosotros, o llame a la persona que le escribió.',
  again: 'Escribir un código',
  notFromPage: 'Abra otra vez el enlace de nuestro mensaje y responda allí, por favor.',
  tooOften: 'Se intentó demasiadas veces. Espere un minuto e inténtelo de nuevo.',
};

export const answerPageLanguages: readonly AnswerPageWords[] = [en, es];

/** `es-MX` reads in `es`; whoever's language is not here reads in English. */
export function answerPageWords(language: string): AnswerPageWords {
  return answerPageLanguages.find((words) => words.language === language.toLowerCase().split(/[-_]/)[0]) ?? en;
}
