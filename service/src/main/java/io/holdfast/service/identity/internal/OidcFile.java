package io.holdfast.service.identity.internal;

import io.holdfast.service.identity.AccountGrant;
import io.holdfast.service.identity.OidcSettings;
import io.holdfast.service.identity.SettingsRefused;
import io.holdfast.service.kernel.SecretFiles;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the file of {@code --oidc}: a properties file in UTF-8. Every fault is a {@link SettingsRefused}. */
public final class OidcFile {

    private static final String GROUP = "group.";

    private static final Set<String> KNOWN = new TreeSet<>(Set.of(
            "issuer",
            "client-id",
            "client-secret",
            "client-secret-file",
            "scopes",
            "name",
            "name.zh-Hant",
            "name-claim",
            "groups-claim",
            "people",
            "roles-last",
            "max-age"));

    private final Path file;
    private final Properties values;

    private OidcFile(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /** The settings of a file. */
    public static OidcSettings read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SettingsRefused(
                    "--oidc names '" + file + "', which cannot be read as a properties file in UTF-8. Name a file as"
                            + " docs/operations/openid-connect.md shows.",
                    e);
        }
        return new OidcFile(file, values).settings();
    }

    private OidcSettings settings() {
        values.stringPropertyNames().stream()
                .filter(key -> !KNOWN.contains(key) && !key.startsWith(GROUP))
                .findFirst()
                .ifPresent(key -> {
                    throw refusal(
                            key,
                            "is not known",
                            "Known are " + String.join(", ", KNOWN) + " and group.NAME. Correct it.");
                });
        URI issuer = issuer();
        Map<String, List<AccountGrant>> groups = groups();
        String name = find("name").orElse(Objects.requireNonNull(issuer.getHost()));
        return new OidcSettings(
                issuer,
                required("client-id", "the id under which the provider knows this service"),
                secret(),
                scopes(),
                name,
                find("name.zh-Hant").orElse(name),
                find("name-claim").orElse("preferred_username"),
                find("groups-claim").orElse("groups"),
                groups,
                creates(groups),
                length("roles-last").orElse(Duration.ofDays(30)),
                length("max-age").orElse(null));
    }

    private URI issuer() {
        String text = required("issuer", "the address that the provider calls itself");
        try {
            URI issuer = URI.create(text);
            if (issuer.getHost() != null && issuer.getQuery() == null && issuer.getFragment() == null) {
                if (SafeAddress.isSafe(issuer)) {
                    return issuer;
                }
                throw refusal("issuer", "is '" + text + "', but secrets travel there", "Use https://.");
            }
        } catch (IllegalArgumentException e) {
            throw new SettingsRefused(
                    sentence("issuer", "is '" + text + "'", "Give it an address, as https://login.example.org."), e);
        }
        throw refusal(
                "issuer",
                "is '" + text + "', but it must be an address without ? and #",
                "Give it one, as https://login.example.org.");
    }

    private String secret() {
        Optional<String> inline = find("client-secret");
        Optional<String> other = find("client-secret-file");
        if (inline.isPresent() == other.isPresent()) {
            throw refusal(
                    "client-secret",
                    inline.isPresent() ? "stands beside client-secret-file" : "is missing",
                    "Give client-secret-file the name of a file that holds nothing else, or write client-secret here.");
        }
        if (inline.isPresent()) {
            requireClosed(file, "client-secret");
            return inline.get();
        }
        Path path = file.toAbsolutePath().resolveSibling(other.get());
        requireClosed(path, "client-secret-file");
        try {
            String secret = Files.readString(path).strip();
            if (!secret.isEmpty()) {
                return secret;
            }
        } catch (IOException e) {
            throw new SettingsRefused(
                    sentence(
                            "client-secret-file",
                            "names '" + path + "', which cannot be read",
                            "Name a file with the secret."),
                    e);
        }
        throw refusal("client-secret-file", "names '" + path + "', which is empty", "Put the secret there.");
    }

    private void requireClosed(Path path, String key) {
        try {
            if (!SecretFiles.isOpen(path)) {
                return;
            }
        } catch (IOException e) {
            throw new SettingsRefused(
                    sentence(key, "names '" + path + "', which cannot be read", "Name a file with the secret."), e);
        }
        throw refusal(
                key,
                "is in '" + path + "', which others on this computer can read or change",
                "Close it: chmod 600 " + path + ".");
    }

    private List<String> scopes() {
        List<String> scopes = List.of(find("scopes").orElse("openid profile").split("\\s+"));
        if (!scopes.contains("openid")) {
            throw refusal(
                    "scopes",
                    "is '" + String.join(" ", scopes) + "', but without openid nobody is told who signs in",
                    "Add openid.");
        }
        return scopes;
    }

    private boolean creates(Map<String, List<AccountGrant>> groups) {
        String people = find("people").orElse("known");
        if (people.equals("known")) {
            return false;
        }
        if (!people.equals("create")) {
            throw refusal("people", "is '" + people + "', but it must be known or create", "Choose one.");
        }
        if (groups.isEmpty()) {
            throw refusal(
                    "people",
                    "is create, but no group gives a role, so that everybody at the provider would be let in",
                    "Add a line group.NAME = ROLE, or write people = known.");
        }
        return true;
    }

    private Optional<Duration> length(String key) {
        return find(key).map(text -> {
            if (!text.matches("[1-9]\\d{0,5}[mhd]")) {
                throw refusal(key, "is '" + text + "', but it must be a length", "Write it as 30m, 12h or 30d.");
            }
            long number = Long.parseLong(text.substring(0, text.length() - 1));
            return switch (text.charAt(text.length() - 1)) {
                case 'm' -> Duration.ofMinutes(number);
                case 'h' -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        });
    }

    private Map<String, List<AccountGrant>> groups() {
        Map<String, List<AccountGrant>> groups = new HashMap<>();
        for (String key : values.stringPropertyNames()) {
            if (key.startsWith(GROUP)) {
                String roles = required(key, "the roles of that group");
                groups.put(
                        key.substring(GROUP.length()),
                        Stream.of(roles.split(","))
                                .map(role -> grant(key, role.strip()))
                                .toList());
            }
        }
        return groups;
    }

    private AccountGrant grant(String key, String text) {
        int at = text.indexOf('@');
        String unit = at < 0 ? null : text.substring(at + 1).strip();
        String word = at < 0 ? text : text.substring(0, at).strip();
        Role role = Role.findByWord(word)
                .orElseThrow(() -> refusal(
                        key,
                        "names the role '" + word + "', which there is not",
                        "Roles are "
                                + String.join(
                                        ", ",
                                        Stream.of(Role.values()).map(Role::word).toList())
                                + "; behind @ stands a unit, as planner@network."));
        if (unit != null && !unit.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw refusal(
                    key,
                    "names the unit '" + unit + "', which cannot be an id",
                    "Write the id of a unit, as planner@network.");
        }
        return new AccountGrant(role, unit);
    }

    private Optional<String> find(String key) {
        @Nullable String value = values.getProperty(key);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private String required(String key, String meaning) {
        return find(key).orElseThrow(() -> refusal(key, "is missing: " + meaning, "Add a line " + key + " = …"));
    }

    private SettingsRefused refusal(String key, String fault, String wayOut) {
        return new SettingsRefused(sentence(key, fault, wayOut));
    }

    private String sentence(String key, String fault, String wayOut) {
        return "--oidc " + file + ": " + key + " " + fault + ". " + wayOut;
    }
}
