import assert from 'node:assert/strict';
import { explainUri } from '../../../src/core/catalog/cspUris';
import { rebootCatalog } from '../../bundles/rebootCatalog';

describe('explaining the URI of a setting', () => {
  it('knows the listed settings, their builds and what moving them costs', () => {
    const meaning = explainUri('./Device/Vendor/MSFT/Policy/Config/DeviceGuard/LsaCfgFlags');
    assert.equal(meaning?.area, 'DeviceGuard');
    assert.equal(meaning.setting, 'LsaCfgFlags');
    assert.equal(meaning.words, 'Credential Guard');
    assert.deepEqual(meaning.scopes, ['device']);
    assert.equal(meaning.reboot?.kind, 'catalogue');
    assert.deepEqual(meaning.reboot.builds, [19592, 22631, 26100]);
    assert.equal(meaning.reboot.anyValue, true);
    assert.match(meaning.reboot.price, /until the next restart/);
  });

  it('knows on which builds a setting is on the list', () => {
    const builds = (path: string) => explainUri(`./Device/Vendor/MSFT/${path}`)?.reboot?.builds;
    assert.deepEqual(builds('WindowsLicensing/UpgradeEditionWithProductKey'), [19592, 22631]);
    assert.deepEqual(builds('Policy/Config/MixedReality/HeadTrackingMode'), [22631, 26100]);
    assert.deepEqual(builds('policy/config/start/hidelock'), [19592, 22631, 26100]);
  });

  it('knows every URI that the registry of a device lists', () => {
    const uris = [19592, 22631, 26100].flatMap((build) => rebootCatalog(build));
    assert.ok(uris.length > 0);
    for (const uri of uris) {
      assert.equal(explainUri(uri)?.reboot?.kind, 'catalogue', uri);
    }
  });

  it('takes a URI without a scope for the device, and none of the user for the listed one', () => {
    assert.equal(explainUri('./Vendor/MSFT/Uefi/Settings/Apply')?.words, 'firmware configuration (DFCI): settings');
    assert.equal(explainUri('./User/Vendor/MSFT/Policy/Config/Start/HideLock')?.reboot, null);
  });

  it('knows settings that trouble the status page without being listed', () => {
    const meaning = explainUri('./Device/Vendor/MSFT/Policy/Config/DeviceLock/DevicePasswordEnabled');
    assert.equal(meaning?.reboot?.kind, 'outside');
    assert.match(meaning.reboot.price, /automatic sign-in/);
  });

  it('splits the names of others and claims nothing', () => {
    assert.deepEqual(explainUri('./User/Vendor/MSFT/Policy/Config/Experience/AllowCortana'), {
      uri: './User/Vendor/MSFT/Policy/Config/Experience/AllowCortana',
      area: 'Experience',
      setting: 'AllowCortana',
      words: null,
      scopes: [],
      reboot: null,
      usualSource: null,
    });
    assert.equal(explainUri('./Vendor/MSFT/DMClient/Provider/X/EntDMID')?.setting, 'Provider/X/EntDMID');
  });

  it('has nothing to say on other text', () => {
    for (const text of ['', './Vendor', 'Device/Vendor/MSFT/Uefi', 'https://example.com', './Device/Vendor/MSFT/']) {
      assert.equal(explainUri(text), null, text);
    }
  });
});
