import assert from 'node:assert/strict';
import { longDuration, shortDuration, signedDuration } from '../../../src/core/words/duration';
import { fitName, fitText } from '../../../src/core/timeline/fitText';
import {
  clockTime,
  dayAndTime,
  fullTime,
  instantOf,
  timeColumn,
  utcText,
  wallClockText,
  wallText,
  zoneText,
} from '../../../src/core/words/instant';
import { wholeNumber } from '../../../src/core/words/language';
import { shortUri, subcategoryName } from '../../../src/core/enrollment/storyWords';

describe('a whole number', () => {
  it('is grouped by thousands', () => {
    assert.deepEqual([0, 7, 999, 1_000, 12_345, 999_999, 1_000_000, 1_234_567_890, -1_000].map(wholeNumber), [
      '0',
      '7',
      '999',
      '1,000',
      '12,345',
      '999,999',
      '1,000,000',
      '1,234,567,890',
      '-1,000',
    ]);
  });
});

describe('a duration in words', () => {
  it('has its two largest units', () => {
    const cases: [number, string][] = [
      [0, '0 ms'],
      [39_000, '39 s'],
      [396_000, '6 min 36 s'],
      [3_000_000, '50 min'],
      [12 * 3_600_000 + 27 * 60_000 + 40_060, '12 h 27 min'],
      [86_400_000 * 3, '3 d'],
      [1_250, '1 s 250 ms'],
      [25_407, '25 s'],
      [-396_000, '6 min 36 s'],
    ];
    for (const [milliseconds, words] of cases) {
      assert.equal(shortDuration(milliseconds), words);
    }
  });

  it('rounds up into the next unit', () => {
    assert.equal(shortDuration(59_999.9), '1 min');
    assert.equal(shortDuration(3_599_900), '1 h');
    assert.equal(shortDuration(86_399_999), '1 d');
  });

  it('is spoken in whole words', () => {
    assert.equal(longDuration(61_000), '1 minute 1 second');
  });

  it('keeps the sign where it matters', () => {
    assert.equal(signedDuration(-10_809_000), '−3 h');
    assert.equal(signedDuration(39_000), '+39 s');
  });

  it('is empty for what is no number', () => {
    assert.equal(shortDuration(Number.NaN), '');
  });
});

describe('a time in words', () => {
  const time = Date.parse('2026-08-19T10:42:17.123Z');

  it('is UTC and says so', () => {
    assert.equal(fullTime(time), '2026-08-19 10:42:17.123 UTC');
    assert.equal(clockTime(time), '10:42:17 UTC');
    assert.equal(dayAndTime(time), '2026-08-19 10:42:17');
    assert.equal(zoneText(-420), 'UTC−07:00');
    assert.equal(zoneText(330), 'UTC+05:30');
  });

  it('is the clock on the wall where the zone is known', () => {
    assert.equal(wallText(time, -420), '2026-08-19 03:42:17 -07:00');
    assert.equal(wallClockText(time, 330), '16:12:17');
    assert.equal(utcText(time), '2026-08-19 10:42:17.123Z');
    assert.equal(utcText(8.64e15), '');
  });

  it('stands in a column without a day each when there is only one', () => {
    const column = timeColumn([time, time + 1000]);
    assert.deepEqual([column.heading, column.hasDays, column.text(time)], ['2026-08-19 UTC', false, '10:42:17']);
  });

  it('has its day and year when the column has more than one day', () => {
    for (const other of [time - 86_400_000, time - 400 * 86_400_000]) {
      const column = timeColumn([other, time]);
      assert.deepEqual(
        [column.heading, column.hasDays, column.text(time)],
        ['When (UTC)', true, '2026-08-19 10:42:17'],
      );
      assert.equal(column.text(other).length, column.text(time).length);
    }
    assert.equal(timeColumn([]).heading, 'When (UTC)');
  });

  it('is empty for what is no instant', () => {
    assert.equal(fullTime(1e300), '');
    assert.equal(instantOf('yesterday'), null);
    assert.equal(instantOf(null), null);
  });
});

describe('names', () => {
  it('are read from subcategories and URIs', () => {
    assert.equal(subcategoryName('DeviceSetup.SecurityPoliciesSubcategory'), 'Security policies');
    assert.equal(subcategoryName('DevicePreparation.MdmEnrollmentSubcategory'), 'MDM enrollment');
    assert.equal(subcategoryName('DevicePreparation.EspProviderInstallationSubcategory'), 'ESP provider installation');
    assert.equal(subcategoryName('DevicePreparation.AadjSubcategory'), 'Entra join');
    assert.equal(subcategoryName('DeviceSetup.SaveWhiteGloveSuccessResult'), 'Save pre-provisioning result');
    assert.equal(
      shortUri('./Device/Vendor/MSFT/Policy/Config/DmaGuard/DeviceEnumerationPolicy'),
      'DmaGuard/DeviceEnumerationPolicy',
    );
    assert.deepEqual(['a/b', 'b', '/b', '', 'a//b'].map(shortUri), ['a/b', 'b', '/b', '', '/b']);
  });

  it('are cut with an ellipsis to what fits', () => {
    const measure = (text: string): number => text.length * 10;
    assert.equal(fitText('Device setup', 200, measure), 'Device setup');
    assert.equal(fitText('Device setup', 80, measure), 'Device…');
    assert.equal(fitText('Device setup', 15, measure), '');
    assert.equal(fitName('Device setup', 80, measure), 'Devi…tup');
  });
});
