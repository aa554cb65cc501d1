package io.holdfast.service.kernel.retry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key as its sender knows it. What is stored under it is found and read with it alone: AES-256-GCM, HMAC-SHA-256. */
final class SentKey {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,100}");
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private SentKey(byte[] secret) {
        this.secret = secret;
    }

    /** A key from a header; empty where it has another form than a key may have: 22 to 100 letters, digits, {@code _} and {@code -}. */
    static Optional<SentKey> find(String header) {
        return FORM.matcher(header).matches()
                ? Optional.of(new SentKey(header.getBytes(StandardCharsets.US_ASCII)))
                : Optional.empty();
    }

    /** Under which it is stored; does not tell the key. */
    byte[] hash() {
        return derive("lookup");
    }

    byte[] seal(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, nonce, plain);
        byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
        return whole;
    }

    byte[] open(byte[] whole) {
        return apply(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE), Arrays.copyOfRange(whole, NONCE, whole.length));
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(derive("answer"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An answer that was kept cannot be read", e);
        }
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(("holdfast request " + purpose).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
