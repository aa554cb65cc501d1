package io.holdfast.service.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes of passwords by Argon2id (RFC 9106), as {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash}: 19 MiB, two passes, one lane, the
 * least that OWASP's cheat sheet names. For any number of threads; at most four are at it at once, so that attempts to sign in
 * cannot use up the memory.
 */
public final class Passwords {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Semaphore AT_ONCE = new Semaphore(4, true);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private static final String NOBODYS = hash(Secrets.create());

    private Passwords() {}

    /** The hash of a password with a new salt. */
    public static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, HASH_BYTES);
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + ENCODER.encodeToString(salt) + "$"
                + ENCODER.encodeToString(hash);
    }

    /** Whether a password is the one of a hash. */
    public static boolean matches(String password, String stored) {
        Matcher form = FORM.matcher(stored);
        if (!form.matches()) {
            throw new IllegalArgumentException("The stored hash of a password is not one of Argon2id");
        }
        byte[] expected = Base64.getDecoder().decode(form.group(4));
        byte[] hash = argon2id(
                password,
                Base64.getDecoder().decode(form.group(3)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                expected.length);
        return MessageDigest.isEqual(expected, hash);
    }

    /** What to compare with where there is no account, so that the answer takes as long; no password matches it. */
    public static String nobodys() {
        return NOBODYS;
    }

    private static byte[] argon2id(String password, byte[] salt, int memory, int passes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        AT_ONCE.acquireUninterruptibly();
        try {
            // what two keyboards send for one letter is one password
            generator.generateBytes(
                    Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            AT_ONCE.release();
        }
        return hash;
    }
}
