package io.holdfast.service.kernel.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;

/**
 * Files in the form of age (age-encryption.org/v1) for an X25519 recipient: who writes backups needs no secret, and the secret that
 * reads them can lie elsewhere. The program age reads them too.
 */
public final class Encryption {

    private Encryption() {}

    /**
     * A pair of keys.
     *
     * @param recipient what backups are encrypted for, {@code age1…}; no secret
     * @param identity what reads them, {@code AGE-SECRET-KEY-1…}
     */
    public record Keys(String recipient, String identity) {

        @Override
        public String toString() {
            return "Keys[" + recipient + "]";
        }
    }

    /** A new pair. */
    public static Keys create() {
        try {
            KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
            return new Keys(pair.getPublic().toString(), pair.getPrivate().toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has X25519", e);
        }
    }

    /** What is written to it is written to the other one, encrypted; close it to write the end. */
    public static OutputStream encrypting(OutputStream out, String recipient) throws IOException {
        try {
            return Channels.newOutputStream(new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(out),
                            List.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupDamaged("'" + recipient + "' is no recipient, as age1… that backup-key prints", e);
        }
    }

    /** What an identity can read of a file. */
    public static InputStream decrypting(InputStream in, String identity) throws IOException {
        try {
            return Channels.newInputStream(new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            Channels.newChannel(in),
                            List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new BackupDamaged("it was not encrypted for this identity, or is damaged", e);
        }
    }
}
