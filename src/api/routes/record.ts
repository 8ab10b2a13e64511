// What happened: events as they are, their corrections and retractions, and allegations, which have an address of their own.
import * as contracts from '../contracts';
import { operation } from '../operation';
import { commandAnswers as answers, param, recordAll, recordOne } from './about-case';

export const recordEvents = operation({
  id: 'recordEvents',
  needs: 'each-event',
  summary: 'Put events on record: all of them, or none',
  about:
    'Each event says what happened (`type`), and when (`on`; today when it is left out). They are read one after the other, in their order. A late one answers with what it changes, and sends nothing about the past unless `tellPast` is true.',
  body: contracts.recordEvents,
  answers,
  handle: (call) =>
    recordAll(
      call,
      call.body.events.map((event, i) => ({ event, at: ['events', i] })),
      { tellPast: call.body.tellPast },
    ),
});

export const correctEvent = operation({
  id: 'correctEvent',
  needs: 'each-event',
  summary: 'Correct an event: it keeps its id, and both stay visible',
  body: contracts.correction,
  answers,
  handle(call) {
    const { tellPast, ...body } = call.body;
    const event = { type: 'EventCorrected' as const, event: param(call, 'event'), ...body };
    return recordOne(call, event, { tellPast, missing: ['unknown-event'] });
  },
});

export const retractEvent = operation({
  id: 'retractEvent',
  needs: 'each-event',
  summary: 'Retract an event: it stays visible, and no longer counts',
  body: contracts.retraction,
  answers,
  handle(call) {
    const { tellPast, ...body } = call.body;
    const event = { type: 'EventRetracted' as const, event: param(call, 'event'), ...body };
    return recordOne(call, event, { tellPast, missing: ['unknown-event'] });
  },
});

export const reportAllegation = operation({
  id: 'reportAllegation',
  needs: 'report-allegation',
  summary: 'Report a new allegation: it is owed at once that it is reported and the child made safe',
  body: contracts.reportAllegation,
  answers,
  handle: (call) => recordOne(call, { type: 'AllegationReported', ...call.body }),
});
