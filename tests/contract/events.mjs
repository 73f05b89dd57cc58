// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A project small enough to count by hand: the days of May 2026 in UTC. Both ends of the range are met to the
// millisecond, and what must not count stands beside what must.

const event = (name, user, time, properties) => ({ event: name, user, time: `2026-${time}Z`, properties });
const view = (user, time, properties = {}) => event('page_view', user, time, properties);
const purchase = (user, time, properties) => event('purchase', user, time, properties);

export const events = [
  view('ann', '04-30T23:59:59.999'), // before the range
  view('ann', '05-01T00:00:00.000', { plan: 'pro', $geo: { country: 'US' } }),
  view('ann', '05-01T12:00:00.000', { plan: 'pro', '$geo.country': 'US' }), // the same user again, dotted
  view('bob', '05-01T23:59:59.999', { plan: 'free', $geo: { country: 'DE' } }),
  view('ann', '05-02T10:00:00.000', { plan: 'pro', $geo: { country: 'US' } }),
  view('cookieless-1', '05-02T11:00:00.000'), // an id that rotates daily is no user
  view('bob', '05-09T08:00:00.000', { plan: 'pro', $geo: { country: 'DE' } }), // has changed his plan
  view('cid', '05-09T08:00:00.000', { plan: 'Pro', $geo: { country: 'DE' } }), // another value than pro
  view('cid', '05-31T23:59:59.999'),
  view('dan', '06-01T00:00:00.000'), // the end is exclusive

  purchase('ann', '05-03T09:00:00.000', { revenue: 10.5, plan: 'pro', $geo: { country: 'US' } }),
  purchase('ann', '05-03T09:30:00.000', { revenue: '20', plan: 'pro', $geo: { country: 'US' } }), // a numeric string
  purchase('bob', '05-04T09:00:00.000', { revenue: 20.25, plan: 'free', $geo: { country: 'DE' } }),
  purchase('bob', '05-04T10:00:00.000', { revenue: 'gift', plan: 'free', $geo: { country: 'DE' } }), // no number
  purchase('cid', '05-05T09:00:00.000', { revenue: 7 }), // no country
  purchase('ann', '05-20T09:00:00.000', { revenue: 100, plan: 'pro', $geo: { country: 'US' } }),
  purchase('dan', '06-01T00:00:00.000', { revenue: 1000, $geo: { country: 'US' } }),

  event('signup_started', 'ann', '05-03T10:00:00.000', { revenue: 5, $geo: { country: 'US' } }), // another event
  event('signup_completed', 'ann', '05-03T10:05:00.000', {}), // buys only 17 days later
  event('signup_started', 'eve', '05-10T00:00:00.000', {}),
  event('signup_completed', 'eve', '05-12T00:00:00.000', {}),
  purchase('eve', '05-17T00:00:00.000', {}), // seven days to the millisecond
  event('signup_started', 'fay', '05-11T00:00:00.000', {}),
];
