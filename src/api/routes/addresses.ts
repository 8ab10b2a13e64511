// Postal addresses, and substitutes for them.
import { namesAddress } from '../../domain/addresses';
import * as contracts from '../contracts';
import { operation } from '../operation';
import { notFound, Problem } from '../problems';
import { commandAnswers, param, recordOne } from './about-case';

export const changeAddress = operation({
  id: 'changeAddress',
  needs: 'change-people',
  summary: 'Change a postal address, or keep it confidential',
  about:
    'Somebody with a substitute address is shown with it everywhere: to staff, on letters, in invitations and calendars. The own address is taken in and never given out again; no meeting may be set there. The record says who gave or took the label, not which address it is.',
  body: contracts.changeAddress,
  answers: commandAnswers,
  async handle(call) {
    const { deps, body } = call;
    const { store } = deps;
    const [caseId, person] = [param(call, 'case'), param(call, 'person')];
    const [known] = await store.people({ caseId, ids: [person] });
    if (!known) throw notFound();
    const now = (await store.addresses(caseId)).find((one) => one.person === person);
    const confidential = body.confidential ?? now?.confidential ?? false;
    const becomes = confidential && now?.confidential !== true;
    if (body.actual !== undefined && !confidential)
      throw wrong(
        '/actual',
        'not-confidential',
        'Only a confidential address has another behind it.',
        'Set `confidential`, or give the address as `postal`.',
      );
    const postal = body.postal === undefined ? (becomes ? null : (now?.postal ?? null)) : body.postal;
    const own = [...(body.actual ? [body.actual] : []), ...(becomes && now?.postal ? [now.postal] : [])];
    const text = postal?.join(', ') ?? '';
    if (
      confidential &&
      (own.some((address) => namesAddress(text, address)) || (await store.confidentialAmong(caseId, [text])).size > 0)
    )
      throw wrong(
        '/postal',
        'confidential-address',
        'The substitute is the address that is kept confidential.',
        'Give the substitute that the program has assigned, or null.',
      );
    const address =
      confidential === (now?.confidential ?? false)
        ? ('changed' as const)
        : confidential
          ? ('made-confidential' as const)
          : ('no-longer-confidential' as const);
    return recordOne(
      call,
      {
        type: 'ContactDetailsChanged',
        participant: person,
        address,
        ...(body.on === undefined ? {} : { on: body.on }),
      },
      {
        before: () => store.saveAddress({ caseId, person, postal, confidential }, body.actual),
        missing: ['unknown-person'],
      },
    );
  },
});

const wrong = (pointer: string, code: string, says: string, mend: string): Problem =>
  new Problem('refused', 'Nothing was recorded.', [{ pointer, code, says, cites: [], mend }]);
