import assert from 'node:assert/strict';
import { agentLogNames, agentLogOf, rolloverOrder } from '../../../src/core/logs/agentLogFiles';

describe('the logs of the management extension', () => {
  it('are put in the order of writing, the live one last', () => {
    const folder = '(62) FoldersFiles Logs/';
    const given = [
      'IntuneManagementExtension.log',
      'IntuneManagementExtension-20260217-131427.log',
      'AppWorkload-20260301-000000.log',
      'intunemanagementextension-20251231-235959.log',
      'AppWorkload.log',
    ].map((name) => folder + name);
    assert.deepEqual(
      rolloverOrder(given).map((path) => path.slice(folder.length)),
      [
        'intunemanagementextension-20251231-235959.log',
        'IntuneManagementExtension-20260217-131427.log',
        'IntuneManagementExtension.log',
        'AppWorkload-20260301-000000.log',
        'AppWorkload.log',
      ],
    );
  });

  it('of two folders are two series', () => {
    const paths = ['b/Sensor.log', 'a/Sensor-20260101-000000.log', 'a/Sensor.log', 'x.txt'];
    assert.deepEqual(rolloverOrder(paths), paths);
  });

  it('are known by name, rolled over or not, in any case', () => {
    for (const name of agentLogNames) {
      assert.equal(agentLogOf(`logs/${name.toLowerCase()}.log`), name);
      assert.equal(agentLogOf(`logs\\${name}-20260217-131427.log`), name);
    }
    assert.equal(agentLogOf('_IntuneManagementExtension.log'), 'IntuneManagementExtension');
    assert.equal(agentLogOf('IntuneManagementExtensionX.log'), null);
    assert.equal(agentLogOf('setupact.log'), null);
  });
});
