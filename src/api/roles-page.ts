// docs/roles.md, from the table of rights and the routes.
import { assignedRoles, staffRoles } from '../domain/events';
import { afterAssignment, eventRights, permissions, rights, roleNames, scopes, type Permission } from './permissions';
import { routes } from './routes';

const PREFACE = `# Who may do what

Written by \`npm run roles\` from \`src/api/permissions.ts\`; a test fails when it is stale.

- A right is one of a *role* and of an *assignment*. The cell says for which cases: ${Object.entries(scopes)
  .map(([scope, says]) => `*${scope}* ${says}`)
  .join('; ')}. No cell: never.
- An assignment counts from its start to its end. Who is assigned reads the case, whatever his or her unit, and has what *assigned* and *primary* give to the role of the *assignment*: an administrator who is assigned
  as a case worker works on that case as one. What is given to those in charge goes by a person's own role: nobody becomes a supervisor by being put down as one.
- After its end an assignment gives for a while (agency setting \`readAfterAssignment\`): ${afterAssignment.map((one) => permissions[one]).join(', ')}. Nothing else.
- Who acts for somebody who is away (the deputy of the absence, else whoever is above) may meanwhile do what that person may.
- A person who is not active may do nothing.
- A case that somebody may not see is answered like one that does not exist (404). What somebody may not do with a case that he or she sees is refused (403), and the refusal says which right it needs, and who has it. Roles that see
  no case are refused before anything is looked up.
- The policies add conditions of their own: whoever has the right to close a case closes it only when its gates are met; nobody decides what he or she asked for.
- Those invited have no role: an invitation is answered by its own link or code ([answers](answers.md)).`;

export function rolesPage(): string {
  const names = Object.keys(permissions) as Permission[];
  const needed = routes.flatMap(({ operation }) => (operation.open ? [] : [[operation.id, operation.needs] as const]));
  const carried = (permission: Permission): string[] => [
    ...needed.filter(([, needs]) => needs === permission).map(([id]) => `\`${id}\``),
    ...Object.entries(eventRights)
      .filter(([, needs]) => needs === permission)
      .map(([type]) => type),
  ];
  const each = needed.filter(([, needs]) => needs === 'each-event').map(([id]) => `\`${id}\``);
  const open = routes.flatMap(({ operation }) => (operation.open ? [`\`${operation.id}\``] : []));
  return [
    PREFACE,
    '',
    '## Rights',
    '',
    `| may | ${staffRoles.map((role) => roleNames[role]).join(' | ')} |`,
    `| --- |${' --- |'.repeat(staffRoles.length)}`,
    ...names.map(
      (name) => `| ${permissions[name]} | ${staffRoles.map((role) => rights[role][name] ?? '').join(' | ')} |`,
    ),
    '',
    `A case is assigned to people in the roles ${assignedRoles.map((role) => roleNames[role]).join(', ')}.`,
    '',
    '## What each right is needed for',
    '',
    '| right | operations, and events that are recorded |',
    '| --- | --- |',
    ...names.map((name) => `| \`${name}\` | ${carried(name).join(', ')} |`),
    '',
    `${each.join(', ')} ask for what each event in the request asks for: a correction for the right to the event that it corrects, a retraction likewise. ${open.join(' and ')} need no token.`,
    '',
  ].join('\n');
}
