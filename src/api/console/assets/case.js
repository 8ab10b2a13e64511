'use strict';
(() => {
  const { ask, element, table, due, byId } = window.casework;
  const caseId = location.pathname.split('/').pop();
  const OPEN = ['overdue', 'due', 'window', 'unknown'];

  function why(obligation) {
    const lines = element('ol');
    const details = element('details', [element('summary', 'Why this date'), lines]);
    details.addEventListener('toggle', async () => {
      if (!details.open || lines.children.length > 0) return;
      try {
        const answer = await ask(obligation.explanation);
        lines.replaceChildren(...answer.lines.map((line) => element('li', line)));
      } catch (error) {
        lines.replaceChildren(element('li', error.message));
      }
    });
    return details;
  }

  /** MeetingScheduled -> "Meeting scheduled". */
  const inWords = (name) => {
    const words = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return words.charAt(0).toUpperCase() + words.slice(1);
  };

  /** How a person is reached, and what whoever calls must know. */
  const ways = ({ reachedBy, safeHours, noVoicemail, optOut, doNotContact }) =>
    reachedBy === undefined
      ? ''
      : [
          doNotContact ? 'nothing is sent' : reachedBy.join(', then '),
          safeHours ? `from ${safeHours.from} to ${safeHours.to}` : '',
          noVoicemail ? 'leave no message' : '',
          optOut.length > 0 ? `not wanted: ${optOut.join(', ')}` : '',
        ]
          .filter((part) => part !== '')
          .join('; ');
  /** The substitute, for somebody whose own address is kept confidential. */
  const addressOf = ({ postal, addressConfidential }) =>
    `${postal ? postal.join(', ') : ''}${addressConfidential ? ' (own address confidential)' : ''}`;

  const recordNamed = ({ events, kinds }) =>
    [events.map(inWords).join(' or '), kinds.join(', ')].filter((part) => part !== '').join(': ');
  const placeNamed = (offer) =>
    [recordNamed(offer), [offer.field ?? [], offer.codes].flat().join(', ')].filter((part) => part !== '').join(' – ');

  const section = (title, ...content) => element('section', [element('h2', title), ...content]);

  async function show() {
    const view = await ask(`/v1/cases/${caseId}`);
    const [history, sent, { closings }] = await Promise.all([
      ask(`/v1/cases/${caseId}/history`),
      ask(`/v1/cases/${caseId}/deliveries`),
      ask(`/v1/cases/${caseId}/closure-checklist`, {}),
    ]);
    const people = [...view.children.map((c) => ({ ...c, role: 'child' })), ...view.participants, ...view.staff];
    const names = new Map(people.map((p) => [p.id, p.name ?? p.id]));
    const answersTo = (meeting) =>
      element(
        'ul',
        meeting.invitations.map(({ to, state, answer }) => {
          const parts = answer
            ? [`${answer.answer} on ${answer.on}`, ...answer.needs, ...answer.proposed, answer.note ?? '']
            : [state === 'invited' ? 'no answer yet' : state];
          return element('li', `${names.get(to.id) ?? to.id}: ${parts.filter((part) => part !== '').join('; ')}`);
        }),
      );
    /** Case and Web UI know ids alone; who reads here may read names. */
    const named = (text) => text.replace(/\b[pc]-[0-9a-f]{16,}\b/g, (id) => names.get(id) ?? id);
    const about = (subject) => names.get(subject.replace(/^.*[:/]/, '')) ?? 'the family';
    const owed = view.obligations
      .filter((o) => OPEN.includes(o.status))
      .sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
    const done = view.obligations.filter((o) => !OPEN.includes(o.status) && o.status !== 'not-applicable');
    const gateOf = (gate) => [
      gate.state,
      gate.says,
      gate.of
        .filter((part) => part.state === 'open')
        .map((part) => {
          const whom = names.get(part.child ?? part.participant) ?? part.household ?? 'the family';
          const when = part.opensOn ? [`opens on ${part.opensOn}`] : [];
          return [whom, ...part.lacking, ...when].join(': ');
        })
        .join('; '),
      gate.by.map((one) => one.name ?? one.role).join(', '),
      gate.mend,
      gate.cites.join(', '),
    ];
    const checklist = ({ reason, ready, gates, also }) => {
      const asked = gates.filter((gate) => gate.state !== 'not-asked');
      const open = asked.filter((gate) => gate.state === 'open').length;
      const standing = ready ? 'nothing stands before it' : `${open} of ${asked.length} gates open`;
      return element('details', [
        element('summary', `${inWords(reason ?? 'closed')}: ${standing}`),
        ...also.map((one) => element('p', one.says)),
        table('Gates', ['State', 'What', 'For whom', 'Who can see to it', 'How', 'Source'], asked.map(gateOf)),
      ]);
    };
    document.title = `Case of ${view.children.map((c) => c.name ?? c.id).join(', ')}`;
    byId('case').replaceChildren(
      element('h1', document.title),
      element('p', named(view.headline)),
      element(
        'p',
        `${view.programs.map((p) => p.title).join(', ')}. Opened ${view.openedOn}${view.closedOn ? `, closed ${view.closedOn}` : ''}. Wakes ${view.wakesAt}.`,
        { class: 'quiet' },
      ),
      section(
        'Owed',
        table(
          `${owed.length} open`,
          ['Due', 'What', 'About', 'Owner', 'Source', 'Why'],
          owed.map((o) => [
            due(o),
            [
              o.says,
              o.status === 'unknown' ? ` Waits for: ${(o.missing ?? []).map((m) => m.fact).join('; ')}` : '',
            ].join(''),
            about(o.subject),
            o.owner.name ?? o.owner.role,
            o.cites.join(', '),
            why(o),
          ]),
        ),
      ),
      view.closedOn ? '' : section('Closing, by its reason', ...closings.map(checklist)),
      section(
        'People',
        table(
          'Who takes part',
          ['Name', 'Role', 'E-mail', 'Telephone', 'Address', 'Messages go by'],
          people.map((p) => [p.name ?? p.id, p.role, p.email, p.phone, addressOf(p), ways(p)]),
        ),
      ),
      section(
        'Meetings',
        table(
          'Meetings',
          ['When', 'Kinds', 'Status', 'Place', 'Answers'],
          view.meetings.map((m) => [
            `${m.startsAt.replace('T', ' ')} ${m.zone}`,
            m.kinds.join(', '),
            m.status,
            m.place,
            answersTo(m),
          ]),
        ),
      ),
      section(
        'Messages',
        table(
          'What was sent',
          ['Wanted', 'Kind', 'To', 'State', 'Answer of the carrier'],
          sent.deliveries.map((d) => [
            d.wantedAt,
            `${inWords(d.kind)}${d.late ? ' (late)' : ''}`,
            d.to.name ?? d.to.id,
            d.letter
              ? element('a', d.stands, { href: `/cases/${caseId}/letters/${d.letter}` })
              : `${d.stands}${d.possibleDuplicate ? ' (perhaps twice)' : ''}`,
            [
              ...d.attempts.map((a) => `${a.channel ? `${a.channel}: ` : ''}${a.result}`),
              ...d.receipts.map((r) => `reported: ${r.status}`),
            ].join(', '),
          ]),
        ),
      ),
      section(
        'Done or ended',
        table(
          `${done.length} obligations`,
          ['Status', 'What', 'About', 'Due', 'Done', 'Why'],
          done.map((o) => [o.status, o.says, about(o.subject), o.due, o.doneOn, why(o)]),
        ),
      ),
      section(
        'What the policy recommends',
        element('details', [
          element('summary', `${view.guidance.length} recommendations: they ask for nothing and stop nothing`),
          table(
            'Recommendations',
            ['What', 'Read beside', 'Place in the record', 'Source'],
            view.guidance.map((g) => [
              [g.says, ...g.resources].join('\n'),
              recordNamed(g.beside),
              g.offers.map((o) => element('div', placeNamed(o))),
              g.cites.join(', '),
            ]),
          ),
        ]),
      ),
      section(
        'History',
        table(
          'Record',
          ['Recorded', 'By', 'Event', 'Happened'],
          history.journal.map((line) => [
            line.recordedAt,
            line.by,
            `${inWords(line.event.type)}${line.stands ? '' : ' (no longer counts)'}`,
            line.event.on,
          ]),
        ),
        table(
          'Refused',
          ['When', 'Why'],
          history.refused.map((r) => [r.recordedAt, r.unmet.map((u) => u.says).join(' ')]),
        ),
      ),
    );
  }

  window.casework.show = show;
})();
