// Spanish as it is read in the United States: usted, short sentences, common words, and no word that depends on whether the
// reader is a man or a woman. Subjects are neutral, as in English.
import { fullDate, moment, shortDate, timeWithZone, weekdayAndDate, type Civil } from '../dates';
import type { Phrases } from './phrases';

const LOCALE = 'es-US';

// «el martes 5 de enero»: after an article there is no comma, and every date here may stand after one.
const plain = (date: string): string => date.replace(',', '');
const day = (civilDate: string): string => plain(weekdayAndDate(civilDate, LOCALE));
const whole = (civilDate: string): string => plain(fullDate(civilDate, LOCALE));

/** As people here say and write it: «10:00 a.m. (hora del Pacífico)», «hora del este». */
function spoken(time: string): string {
  return time
    .replace(/([ap])\.\s?m\./, '$1.m.')
    .replace(/\(hora (estándar |de verano )?oriental\)/, '(hora $1del este)')
    .replace(/\(hora (estándar |de verano )?central\)/, '(hora $1del centro)')
    .replace(/de las Montañas Rocosas\)/, 'de la montaña)');
}
const time = (civil: Civil): string => spoken(timeWithZone(civil, LOCALE));

/** A la una, a las dos. */
const at = (clock: string): string => `${clock.startsWith('1:') ? 'a la' : 'a las'} ${clock}`;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [
    ...(hours > 0 ? [count(hours, 'hora', 'horas')] : []),
    ...(rest > 0 ? [count(rest, 'minuto', 'minutos')] : []),
  ].join(' y ');
}

export const es: Phrases = {
  language: 'es',
  direction: 'ltr',
  dates: {
    day,
    fullDate: whole,
    when: (civil) => `${whole(civil.startsAt)}, ${at(time(civil))}`,
    brief: (civil) =>
      [day(civil.startsAt), plain(shortDate(civil.startsAt, LOCALE))].map((date) => `${date}, ${time(civil)}`),
    moment: (instant, zone) => spoken(plain(moment(instant, zone, LOCALE))),
    duration,
  },
  meeting: {
    subject: {
      invitation: (date) => `Reunión el ${date}`,
      change: (date) => `Reunión el ${date}: por favor, revise la hora`,
      cancellation: (date) => `Cancelada: reunión del ${date}`,
      reminder: (date) => `Recordatorio: reunión el ${date}`,
      times: '¿Qué hora le queda bien?',
      timesReminder: 'Recordatorio: ¿qué hora le queda bien?',
    },
    hello: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
    invited: 'Le invitamos a una reunión. Queremos contar con usted.',
    moved: (before) => `La reunión cambió. Antes era el ${before}. Esta es la nueva fecha y hora.`,
    asItStands: 'Este es el plan de la reunión por ahora. Si antes le dijimos otra cosa, lo que vale es esto.',
    notNeeded: 'No hace falta que venga a esta reunión. Por favor, bórrela de su calendario.',
    another: 'Si hacemos planes para otra reunión con usted, le escribiremos.',
    reminded: 'Le recordamos que tiene esta reunión. Será un gusto verle ahí.',
    times: {
      asked: 'Queremos reunirnos con usted. Ayúdenos a encontrar una hora que le quede bien.',
      stillAsked: 'Le preguntamos qué hora le queda bien. Aún no tenemos su respuesta.',
      possible: 'Estas son las horas posibles',
      length: (time) => `La reunión dura cerca de ${time}.`,
      by: (date) =>
        `Por favor, responda a más tardar el ${date}. Aún no hay hora fija. Cuando la haya, le escribiremos.`,
      onPage: 'Usted tiene una página propia. Ahí puede marcar cada hora en que puede venir y decir qué necesita.',
      tellUs: 'Díganos cada hora en que puede venir. Si ninguna le queda bien, díganos eso también.',
    },
    labels: { when: 'Cuándo', length: 'Duración', where: 'Dónde', wasSetFor: 'Estaba prevista para' },
    about: (length) => `cerca de ${length}`,
    askWhere: 'Por favor, pregúntenos. Le diremos dónde es.',
    how: {
      heading: 'Cómo es la reunión',
      text:
        'Una persona guía la reunión y se asegura de que todos puedan hablar. ' +
        'Hablamos de lo que va bien, de lo que preocupa y de los pasos que siguen.',
      familyTime: 'También hay tiempo para que la familia hable a solas y haga su propio plan.',
    },
    mayName: 'Puede traer a dos personas que usted elija. Díganos quiénes son y también las invitaremos.',
    needs: {
      heading: 'Díganos qué necesita',
      asked: [
        '¿Necesita un intérprete? Es gratis para usted.',
        '¿Necesita ayuda para oír, ver, leer o entrar al lugar?',
        '¿Necesita transporte, o prefiere participar por teléfono?',
        '¿Siente que no estaría a salvo en la reunión? Puede decírnoslo en privado.',
      ],
    },
    answer: {
      heading: 'Cómo responder',
      onPage: 'Usted tiene una página propia para responder. Ahí puede:',
      ways: [
        'decir que va a venir',
        'decir que no puede venir',
        'pedir otra fecha u hora',
        'pedir ayuda para venir: un intérprete, transporte u otra ayuda',
      ],
      link: 'Su página',
      yoursAlone: 'La página es solo para usted. Por favor, no reenvíe este mensaje.',
      code: (code) => `Si la página pide un código, escriba ${code}.`,
      orElse: 'También puede responder de otra manera.',
      tellUs: 'Díganos si puede venir. Si la hora no le queda bien, podemos buscar otra.',
      notInCalendar: 'No responda en su calendario, por favor. No leemos esas respuestas.',
    },
    reach({ name, phone, email }) {
      const ways = [
        ...(phone === null ? [] : [`llame al ${phone}`]),
        ...(email === null ? [] : [`escriba a ${email}`]),
      ];
      if (ways.length === 0) ways.push('escríbanos a la dirección que está en esta carta');
      return `Por favor, ${ways.join(' o ')}.${name === null ? '' : ` Pregunte por ${name}.`}`;
    },
    questions: '¿Tiene preguntas?',
  },
  duty: {
    subject: {
      overdue: (date) => `Atrasado: venció el ${date}`,
      reminder: (date) => `Recordatorio: vence el ${date}`,
      today: 'Por favor, revise esto hoy',
      escalation: (date) => `Por favor, intervenga: fecha límite ${date}`,
      escalationNoDate: 'Por favor, intervenga',
      correction: (date) => `Corrección: ahora vence el ${date}`,
      correctionNoDate: 'Corrección: una fecha ya no vale',
      signOff: 'Se necesita su decisión',
      withdrawn: 'Ya no se necesita su decisión',
      announcement: 'A quién puede llamar',
    },
    overdue: 'La fecha de esto ya pasó, y no está registrado que se haya hecho.',
    reminder: 'Usted tiene esto pendiente.',
    escalation: [
      'No está registrado que esto se haya hecho, y ya se le avisó a la persona encargada.',
      'Por favor, ayude a que se haga, o páselo a otra persona.',
    ],
    correction: 'Antes le dijimos otra cosa. Por favor, use la fecha que sigue.',
    noLonger: 'Le dimos una fecha que ya no vale. Por ahora, esto no tiene fecha límite.',
    signOff: 'Alguien espera su aprobación. Por favor, apruebe, devuelva o rechace la solicitud, y diga por qué.',
    withdrawn: 'Le pedimos que decidiera sobre esto. Ya no hace falta.',
    decide: {
      how: ['Puede decidir en su propia página.', 'Sirve una vez, y solo para usted. No la reenvíe, por favor.'],
      link: 'Decida aquí',
    },
    announcement: [
      'Se asignó a una persona para trabajar con usted en este caso.',
      'Puede llamarle al número que sigue.',
    ],
    labels: {
      name: 'Nombre',
      phone: 'Teléfono',
      due: 'Fecha límite',
      wasDue: 'Fecha límite, ya pasada',
      before: 'Antes le dijimos',
      now: 'Lo que vale ahora',
      case: 'Caso',
      reference: 'Referencia',
      link: 'Dónde verlo',
      why: 'Por qué',
    },
    noDate: 'sin fecha',
    noDueDate: 'sin fecha límite',
    dueOn: (date) => `vence el ${date}`,
    late: (instant) => `Este mensaje llega tarde. Debió salir el ${instant}.`,
  },
  digest: {
    subject: (date, open, overdue) =>
      `Su lista del ${date}: ${count(open, 'pendiente', 'pendientes')}${
        overdue === 0 ? '' : `, ${count(overdue, 'atrasado', 'atrasados')}`
      }`,
    intro: ['Esto es lo que tiene pendiente. Lo más antiguo va primero.'],
    case: (caseId) => `Caso ${caseId}`,
    overdue: (date, says) => `Venció el ${date}: ${says}`,
    due: (date, says) => `Vence el ${date}: ${says}`,
    noDate: (says) => `Sin fecha: ${says}`,
  },
  sms: {
    // Accents cost half of the room of a text message; they are kept all the same, and so every word counts.
    invitation: (brief) => `Le invitamos a una reunión el ${brief}.`,
    change: (brief) => `Revise la hora de su reunión: ${brief}.`,
    cancellation: (brief) => `No tiene que venir a la reunión del ${brief}.`,
    reminder: (brief) => `Recordatorio: reunión el ${brief}.`,
    times: 'Buscamos una hora para una reunión con usted. Díganos cuándo puede venir.',
    timesReminder: 'Díganos cuándo puede venir a una reunión. Aún no tenemos su respuesta.',
    from: (office, text) => `${office}: ${text}`,
    contact: (how) => `Contacto: ${how}`,
    segments: 2,
  },
  calendar: {
    summary: 'Reunión',
    note: 'Por favor, llámenos o escríbanos sobre esta reunión. No leemos las respuestas dadas en el calendario.',
  },
  paper: { phone: (number) => `Teléfono ${number}` },
};
