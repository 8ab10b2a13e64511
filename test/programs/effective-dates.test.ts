// Coverage over time: this asserts no date, only that on each day of eleven years every duty of every program has one text and
// not two, or lies wholly before what the program covers.
import { day, iso } from '../../src/domain/calendar';
import { covers, dutiesOf } from '../../src/domain/editions';
import { programs } from '../../src/programs';

const from = day('2020-01-01');
const everyDay = Array.from({ length: day('2030-12-31') - from + 1 }, (_, i) => from + i);

test.each(
  dutiesOf(programs).map((versions) => [`${versions[0].program.id}/${versions[0].duty.id}`, versions] as const),
)('%s: no gap and no overlap on any day from 2020 to 2030', (_id, versions) => {
  const covered = everyDay.map(
    (on) => versions.filter((v) => covers(v.program.effective, on) && covers(v.duty.effective, on)).length,
  );
  const begins = covered.findIndex((n) => n > 0);
  expect(begins).toBeGreaterThanOrEqual(0);
  const wrong = everyDay.filter((_, i) => i >= begins && covered[i] !== 1);
  expect(wrong.slice(0, 3).map(iso)).toEqual([]);
});
