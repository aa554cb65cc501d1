package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.exchange.internal.AssetRow;
import io.holdfast.service.exchange.internal.ImportedRegister;
import io.holdfast.service.exchange.internal.NetboxRegister;
import io.holdfast.service.exchange.internal.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Dumps of other shape than the demo: other keys, other versions of NetBox, parts left out. */
class OtherDumpTest {

    private final List<String> objects = new ArrayList<>();
    private final Report report = new Report();

    private OtherDumpTest with(String model, Object pk, String fields) {
        String key = pk instanceof String ? "\"" + pk + "\"" : pk.toString();
        objects.add(
                "{\"model\": \"" + model + "\", \"pk\": " + key + ", \"fields\": {" + fields.replace('\'', '"') + "}}");
        return this;
    }

    private ImportedRegister read() {
        ImportedRegister register = NetboxRegister.read(Fixtures.bytes("[" + String.join(",\n", objects) + "]"), report)
                .orElse(null);
        assertThat(report.violations()).isEmpty();
        return Objects.requireNonNull(register);
    }

    private List<String> relations() {
        return read().relations().stream()
                .map(each -> each.from() + " " + each.kind() + " " + each.to()
                        + (each.group() == null ? "" : " [" + each.group() + "]"))
                .toList();
    }

    @Test
    void placesWhatHasNoRackAtItsLocationOrSite() {
        with("dcim.site", 900, "'name': '臺北, \\\"A\\\"', 'latitude': '25.04', 'longitude': '121.56'");
        with("dcim.location", 7, "'name': 'Floor', 'site': 900, 'parent': null");
        with("dcim.location", 8, "'name': 'Cage', 'site': 900, 'parent': 7");
        with("dcim.device", 5001, "'name': null, 'site': 900, 'rack': null, 'location': 8, 'position': null");
        with("dcim.device", 5002, "'name': '  ', 'site': 900, 'rack': null, 'location': null");
        assertThat(relations())
                .containsExactlyInAnyOrder(
                        "location:7 located-in site:900",
                        "location:8 located-in location:7",
                        "device:5001 located-in location:8",
                        "device:5002 located-in site:900");
        List<AssetRow> assets = read().assets();
        assertThat(assets)
                .filteredOn(each -> each.key().startsWith("device"))
                .extracting(AssetRow::name)
                .containsExactly("(unnamed 5001)", "(unnamed 5002)");
        assertThat(assets)
                .filteredOn(each -> each.kind().equals("site"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.name()).isEqualTo("臺北, \"A\"");
                    assertThat(each.lat()).isEqualTo(25.04);
                });
    }

    @Test
    void givesADeviceOneOfItsPowerSources() {
        with("dcim.site", 1, "'name': 'S'");
        for (int device : new int[] {1, 2, 3}) {
            with("dcim.device", device, "'name': 'd" + device + "', 'site': 1");
        }
        with("dcim.powerpanel", 4, "'name': 'P', 'site': 1, 'location': null");
        with("dcim.powerfeed", 6, "'name': 'F', 'power_panel': 4, 'rack': null, 'type': 'primary'");
        with("dcim.powerport", 10, "'device': 1").with("dcim.powerport", 11, "'device': 1");
        with("dcim.poweroutlet", 20, "'device': 2").with("dcim.powerport", 21, "'device': 2");
        cable(1, "dcim.powerport", 10, "dcim.poweroutlet", 20);
        cable(2, "dcim.powerfeed", 6, "dcim.powerport", 11);
        cable(3, "dcim.powerfeed", 6, "dcim.powerport", 21);
        assertThat(relations())
                .contains(
                        "device:1 powered-by device:2 [power:device:1]",
                        "device:1 powered-by powerfeed:6 [power:device:1]",
                        "device:2 powered-by powerfeed:6 [power:device:2]",
                        "powerfeed:6 fed-by powerpanel:4");
    }

    private void cable(int cable, String a, int first, String b, int second) {
        end(cable, "A", a, first);
        end(cable, "B", b, second);
    }

    private void end(int cable, String side, String type, int id) {
        String[] words = type.split("\\.", 2);
        with(
                "dcim.cabletermination",
                cable * 10 + side.charAt(0),
                "'cable': " + cable + ", 'cable_end': '" + side + "', 'termination_type': ['" + words[0] + "', '"
                        + words[1] + "'], 'termination_id': " + id);
    }

    @Test
    void joinsTwoDevicesOnceHoweverManyCablesRunBetweenThem() {
        with("dcim.site", 1, "'name': 'S'");
        with("dcim.device", 1, "'name': 'a', 'site': 1").with("dcim.device", 2, "'name': 'b', 'site': 1");
        for (int port : new int[] {1, 2, 3}) {
            with("dcim.interface", port, "'device': 1").with("dcim.interface", port + 10, "'device': 2");
        }
        cable(1, "dcim.interface", 1, "dcim.interface", 11);
        cable(2, "dcim.interface", 12, "dcim.interface", 2);
        cable(3, "dcim.interface", 3, "dcim.interface", 2);
        assertThat(relations().stream().filter(each -> each.contains("undirected")))
                .containsExactly("device:1 connected-to device:2 [undirected]");
        assertThat(report.warnings()).extracting(ImportWarning::code).contains("cable-to-itself");
    }

    @Test
    void readsMachinesWithAndWithoutCluster() {
        with("dcim.site", 1, "'name': 'S'").with("dcim.device", 2, "'name': 'h', 'site': 1, 'cluster': 3");
        with("virtualization.cluster", 3, "'name': 'c', 'type': null, 'site': 1");
        with(
                "virtualization.virtualmachine",
                1,
                "'name': 'v1', 'cluster': 3, 'device': null, 'vcpus': '4.00', 'memory': 8192");
        with("virtualization.virtualmachine", 2, "'name': 'v2', 'cluster': null, 'site': 1, 'device': null");
        with("virtualization.virtualmachine", 3, "'name': 'v3', 'cluster': null, 'site': 1, 'device': 2");
        assertThat(relations())
                .containsExactlyInAnyOrder(
                        "device:2 located-in site:1",
                        "cluster:3 member device:2 [cluster:3]",
                        "cluster:3 located-in site:1",
                        "vm:1 runs-on cluster:3",
                        "vm:2 located-in site:1",
                        "vm:3 runs-on device:2");
        assertThat(read().assets())
                .filteredOn(each -> each.key().equals("vm:1"))
                .extracting(AssetRow::capacity)
                .containsExactly("4.00 vCPU 8192 MB");
    }

    @Test
    void readsTheNamesThatOtherVersionsOfNetboxUse() {
        with("contenttypes.contenttype", 40, "'app_label': 'dcim', 'model': 'interface'");
        with("dcim.site", 1, "'name': 'S'").with("dcim.devicerole", 1, "'name': 'Router'");
        with("dcim.device", 1, "'name': 'a', 'site': 1, 'device_role': 1")
                .with("dcim.device", 2, "'name': 'b', 'site': 1");
        with("dcim.interface", 1, "'device': 1").with("dcim.interface", 2, "'device': 2");
        with(
                "dcim.cable",
                5,
                "'termination_a_type': 40, 'termination_a_id': 1, 'termination_b_type': ['dcim', 'interface'], 'termination_b_id': 2");
        with("circuits.provider", 1, "'name': 'P'").with("circuits.circuit", 1, "'cid': 'C1', 'provider': 1");
        with(
                "circuits.circuittermination",
                1,
                "'circuit': 1, 'termination_type': ['dcim', 'site'], 'termination_id': 1");
        with("virtualization.cluster", 1, "'name': 'c', 'scope_type': ['dcim', 'site'], 'scope_id': 1");
        assertThat(relations())
                .contains(
                        "device:1 connected-to device:2 [undirected]",
                        "site:1 uplink circuit:1 [wan:site:1]",
                        "circuit:1 supplied-by provider:1",
                        "cluster:1 located-in site:1");
        assertThat(read().assets())
                .filteredOn(each -> each.key().equals("device:1"))
                .extracting(AssetRow::role)
                .containsExactly("Router");
    }

    @Test
    void countsAnUplinkOnceAndLeavesProviderNetworksOut() {
        with("dcim.site", 1, "'name': 'S'").with("circuits.provider", 1, "'name': 'P'");
        with("circuits.circuit", 1, "'cid': 'C1', 'provider': 1");
        with("circuits.circuittermination", 1, "'circuit': 1, 'site': 1");
        with("circuits.circuittermination", 2, "'circuit': 1, 'site': 1");
        with("circuits.circuittermination", 3, "'circuit': 1, 'site': null, 'provider_network': 4");
        assertThat(relations().stream().filter(each -> each.contains("uplink")))
                .containsExactly("site:1 uplink circuit:1 [wan:site:1]");
    }

    @Test
    void importsAPartialDumpAndSaysWhatItLeftOut() {
        with("dcim.device", "a7", "'name': 'd', 'site': 1, 'rack': 2, 'tenant': 3");
        with("extras.tag", 1, "'name': 'x'")
                .with("plugins.thing", 2, "'any': 1")
                .with("plugins.thing", 3, "'any': 1");
        assertThat(relations()).isEmpty();
        assertThat(read().assets()).singleElement().satisfies(each -> {
            assertThat(each.key()).isEqualTo("device:a7");
            assertThat(each.parent()).isNull();
        });
        assertThat(report.warnings())
                .extracting(ImportWarning::code)
                .contains("model-missing:dcim.rack", "model-missing:tenancy.tenant", "models-left-out");
    }
}
