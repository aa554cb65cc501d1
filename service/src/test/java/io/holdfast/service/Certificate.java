package io.holdfast.service;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of this computer's own, with its key, as an operator would make one; nobody but its clients trusts it. */
record Certificate(Path keystore, SSLContext trust) {

    private static final String PASSWORD = "changed-by-every-operator";

    /** Makes one in a folder, with the file of its password beside it. */
    static Certificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path keystore = folder.resolve("holdfast.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "holdfast",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "3072",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException(Files.readString(folder.resolve("keytool.log")));
        }
        Files.writeString(keystore.resolveSibling("holdfast.p12.password"), PASSWORD + "\n");
        return new Certificate(keystore, trust(keystore));
    }

    private static SSLContext trust(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            own.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("holdfast", own.getCertificate("holdfast"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** A client that trusts it and nobody else. */
    HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust).build();
    }
}
