package io.holdfast.service.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.service.identity.AccountGrant;
import io.holdfast.service.identity.OidcSettings;
import io.holdfast.service.identity.SettingsRefused;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcFileTest {

    private static final String LEAST =
            "issuer = https://login.example.org/realms/main\nclient-id = holdfast\nclient-secret = s3cret\n";

    @TempDir
    private Path folder;

    private Path file(String text, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve("oidc.properties"), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private OidcSettings read(String text) throws IOException {
        return OidcFile.read(file(text, "rw-------"));
    }

    @Test
    void threeLinesAreEnoughAndTheRestHasDefaults() throws IOException {
        OidcSettings settings = read(LEAST);
        assertThat(settings.issuer()).hasToString("https://login.example.org/realms/main");
        assertThat(settings.scopes()).containsExactly("openid", "profile");
        assertThat(settings.name()).isEqualTo("login.example.org");
        assertThat(settings.nameZhHant()).isEqualTo("login.example.org");
        assertThat(settings.nameClaim()).isEqualTo("preferred_username");
        assertThat(settings.groupsClaim()).isEqualTo("groups");
        assertThat(settings.groups()).isEmpty();
        assertThat(settings.creates()).isFalse();
        assertThat(settings.rolesLast()).isEqualTo(Duration.ofDays(30));
        assertThat(settings.maxAge()).isNull();
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void groupsGiveRolesInUnitsOrEverywhereEachOnce() throws IOException {
        OidcSettings settings =
                read(LEAST + "group./bcm/planners = planner, operator@network\ngroup.On\\ call = operator@network\n"
                        + "people = create\nname = Beispiel\nname.zh-Hant = 範例組織\nmax-age = 12h\nroles-last = 7d\n");
        assertThat(settings.grantsOf(List.of("On call", "/bcm/planners", "unknown")))
                .containsExactly(new AccountGrant(Role.OPERATOR, "network"), new AccountGrant(Role.PLANNER, null));
        assertThat(settings.creates()).isTrue();
        assertThat(settings.nameZhHant()).isEqualTo("範例組織");
        assertThat(settings.maxAge()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.rolesLast()).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    issuer = http://login.example.org   | issuer is 'http://login.example.org', but secrets travel there. Use https://
                    issuer = login.example.org          | issuer is 'login.example.org', but it must be an address
                    issuer = https://a b                | issuer is 'https://a b'. Give it an address
                    client-id =                         | client-id is missing
                    client-secret =                     | client-secret is missing. Give client-secret-file
                    client-secret-file = other          | client-secret stands beside client-secret-file
                    scopes = profile                    | scopes is 'profile', but without openid
                    people = everybody                  | people is 'everybody', but it must be known or create
                    people = create                     | people is create, but no group gives a role
                    max-age = soon                      | max-age is 'soon', but it must be a length. Write it as 30m, 12h or 30d
                    group.a = boss                      | group.a names the role 'boss', which there is not. Roles are planner,
                    group.a = planner@No Such           | group.a names the unit 'No Such', which cannot be an id
                    group.a =                           | group.a is missing: the roles of that group
                    isuer = https://login.example.org   | isuer is not known. Known are client-id,
                    """)
    void aFaultNamesFileKeyValueRuleAndWayOut(String line, String sentence) throws IOException {
        Path file = file(LEAST + line + "\n", "rw-------");
        assertThatThrownBy(() -> OidcFile.read(file))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("--oidc " + file + ": " + sentence);
    }

    @Test
    void aSecretThatOthersCanReadIsRefused() throws IOException {
        Path file = file(LEAST, "rw-r--r--");
        assertThatThrownBy(() -> OidcFile.read(file))
                .hasMessageContaining("client-secret is in")
                .hasMessageContaining("chmod 600");
        Path secret = Files.writeString(folder.resolve("oidc.secret"), "s3cret\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        Path other = file(LEAST.replace("client-secret = s3cret", "client-secret-file = oidc.secret"), "rw-r--r--");
        assertThatThrownBy(() -> OidcFile.read(other)).hasMessageContaining("client-secret-file is in");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
        assertThat(OidcFile.read(other).clientSecret()).isEqualTo("s3cret");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> OidcFile.read(folder.resolve("absent")))
                .hasMessageContaining("absent")
                .hasMessageContaining("docs/operations/openid-connect.md");
    }
}
