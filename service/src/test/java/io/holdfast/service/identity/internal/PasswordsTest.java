package io.holdfast.service.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.identity.PasswordWords;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    /** The vector for Argon2id, m = 2^16, t = 2, p = 1 in test.c of the reference implementation (P-H-C/phc-winner-argon2). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void knowsTheReferenceImplementationsPassword() {
        assertThat(Passwords.matches("password", REFERENCE)).isTrue();
        assertThat(Passwords.matches("Password", REFERENCE)).isFalse();
    }

    @Test
    void hashesOnePasswordDifferentlyEachTimeAndKnowsItAgain() {
        String one = Passwords.hash("勇敢的鯨魚 horse battery");
        String other = Passwords.hash("勇敢的鯨魚 horse battery");
        assertThat(one).isNotEqualTo(other).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.matches("勇敢的鯨魚 horse battery", one)).isTrue();
        assertThat(Passwords.matches("勇敢的鯨魚 horse batterie", one)).isFalse();
    }

    @Test
    void aLetterTypedInTwoWaysIsOnePassword() {
        assertThat(Passwords.matches("cafe\u0301 au lait", Passwords.hash("caf\u00e9 au lait")))
                .isTrue();
    }

    @Test
    void nobodysPasswordIsNotToBeGuessed() {
        assertThat(Passwords.matches("", Passwords.nobodys())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "12345678901",
                "passwordpassword",
                "qwertyuiop123",
                "holdfast-holdfast",
                "chen.chen.chen"
            })
    void refusesWhatIsShortOrFirstTried(String password) {
        assertThat(PasswordRules.fault(password, List.of("chen", "Chen"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Taipei-Power-Taipei",
                "taipeipower-2026!",
                "chen-continuity-drill",
                "administrator-planner",
                "HOLDFASTrecovery1"
            })
    void refusesWhatIsMadeOfWordsOfTheOrganisation(String password) {
        List<String> words = List.of("taipei", "Power", "chen", "Chen");
        assertThat(PasswordRules.fault(password, words)).isPresent();
    }

    @Test
    void wordsOfTheOrganisationCountFromThreeCharacters() {
        assertThat(new PasswordWords(List.of(" acme ", "it", "")).words()).containsExactly("acme");
    }

    @Test
    void secretsHave256RandomBitsAndOnlyTheirHashIsKept() {
        String secret = Secrets.create();
        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32);
        assertThat(Stream.generate(Secrets::create).limit(1_000).distinct()).hasSize(1_000);
        assertThat(Secrets.hash(secret))
                .hasSize(32)
                .isNotEqualTo(Base64.getUrlDecoder().decode(secret));
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct-horse-battery-staple-9", "勇敢的鯨魚喝三杯冷咖啡跳舞", "N7#kq!vT2zLw0p"})
    void takesWhatIsLongAndUnlikely(String password) {
        assertThat(PasswordRules.fault(password, List.of("chen", "Chen"))).isEmpty();
    }
}
