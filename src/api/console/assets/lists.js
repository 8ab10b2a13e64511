'use strict';
// The lists beside the worklists: letters to post, what waits for a decision, caseloads, and what does not add up.
(() => {
  const { ask, element, table, due, showList, otherLists } = window.casework;

  const caseLink = (id, text = id) => element('a', text, { href: `/cases/${encodeURIComponent(id)}` });

  otherLists.letters = async () => {
    const { asOf, letters } = await ask('/v1/worklists/letters');
    const rows = letters.map((one) => [
      (one.startsAt ?? '').replace('T', ' '),
      element('a', one.to.name ?? one.to.id, { href: `/cases/${one.case}/letters/${one.letter}` }),
      one.says,
      one.facilitator,
      one.since.slice(0, 10),
    ]);
    const caption = `Letters to print and post, as of ${asOf}: ${rows.length}`;
    showList(table(caption, ['Meeting', 'To', 'What it says', 'Facilitator', 'Since'], rows));
  };

  otherLists.decisions = async () => {
    const { toDecide, askedByMe } = await ask('/v1/sign-offs');
    const heads = ['By', 'What', 'Case', 'Asked by', 'Put to', 'Source'];
    const row = (one) => [
      due(one),
      one.says,
      caseLink(one.case),
      one.askedBy.name ?? one.askedBy.staff,
      one.asked.name ?? one.asked.role,
      one.cites.join(', '),
    ];
    showList(
      table(`Waits for my decision: ${toDecide.length}`, heads, toDecide.map(row)),
      table(`I asked, and nobody has decided: ${askedByMe.length}`, heads, askedByMe.map(row)),
    );
  };

  otherLists.caseload = async () => {
    const { unit, asOf, limit, staff, withNobody } = await ask('/v1/units/mine/caseload');
    const away = (one) => {
      if (!one.active) return one.leavesOn ? `left on ${one.leavesOn}` : 'no longer active';
      if (one.away)
        return `away ${one.away.from} to ${one.away.to}${one.away.acting ? `, ${one.away.acting} acts` : ''}`;
      return one.leavesOn ? `leaves on ${one.leavesOn}` : 'here';
    };
    showList(
      table(
        `Facilitators of ${unit}, as of ${asOf}; a supervisor must agree to more than ${limit} families`,
        ['Name', 'Families', 'Here', 'Languages', 'Days a week'],
        staff.map((one) => [one.name ?? one.staff, one.families, away(one), one.languages.join(', '), one.workingDays]),
      ),
      table(
        `Families with nobody: ${withNobody.length}`,
        ['Case'],
        withNobody.map((id) => [caseLink(id)]),
      ),
    );
  };

  otherLists.findings = async () => {
    const { at, cases, findings } = await ask('/v1/integrity');
    const caption =
      at === null
        ? 'Nobody has looked yet what does not add up: it is done each day'
        : `What does not add up: ${findings.length} (${at.slice(0, 16).replace('T', ' ')} UTC, ${cases} cases)`;
    showList(
      table(
        caption,
        ['What', 'Case', 'Unit', 'What mends it'],
        findings.map((one) => [one.says, one.case ? caseLink(one.case) : '', one.unit, one.mend]),
      ),
    );
  };
})();
