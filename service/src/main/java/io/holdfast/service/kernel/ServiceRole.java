package io.holdfast.service.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The role with which the service works in its database: it reads and writes rows, but changes no tables and deletes nothing of
 * the audit. Its password follows from the owner's, so that every service on one database has the same.
 *
 * @param name the name in the database
 * @param password its password
 */
public record ServiceRole(String name, String password) {

    /** The role beside an owner. */
    static ServiceRole of(String owner, String ownerPassword) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ownerPassword.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] derived = mac.doFinal("holdfast service role".getBytes(StandardCharsets.UTF_8));
            return new ServiceRole(owner + "_service", HexFormat.of().formatHex(derived));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "ServiceRole[" + name + "]";
    }
}
