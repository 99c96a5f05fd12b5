import { activityRows } from './activityRows.js';

test('activities come as they are, with their time, and the opened one is known by its id', () => {
  const at = new Date(2026, 0, 2, 21, 4).getTime();
  const activities = ['a', 'b'].map((id) => ({ id, subject: id, at }));
  const rows = activityRows(activities, { id: 'b', subject: 'From the widget', at: 0 }, 'en');
  expect(rows).toMatchObject([
    { activity: { subject: 'a' }, when: 'Jan 2, 2026, 21:04', open: false },
    { activity: { subject: 'b' }, iso: new Date(at).toISOString(), open: true },
  ]);
});
