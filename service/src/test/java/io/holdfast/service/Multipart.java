package io.holdfast.service;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Builds a form with files, as a browser sends it. */
public final class Multipart {

    private static final AtomicLong COUNT = new AtomicLong(4711);

    /** Another one for each form, and not of one length, as browsers have it. */
    private final String boundary = "----holdfast-test-" + COUNT.getAndUpdate(last -> last * 7 % 1_000_003);

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** An empty form. */
    public Multipart() {}

    /** Adds a file. */
    public Multipart file(String part, byte[] bytes) {
        head("form-data; name=\"" + part + "\"; filename=\"" + part + ".csv\"", "application/octet-stream");
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    /** Adds a file of a name and type. */
    public Multipart file(String part, String name, String type, byte[] bytes) {
        head("form-data; name=\"" + part + "\"; filename=\"" + name + "\"", type);
        body.writeBytes(bytes);
        text("\r\n");
        return this;
    }

    /** Adds a field. */
    public Multipart field(String part, String value) {
        head("form-data; name=\"" + part + "\"", "text/plain; charset=utf-8");
        text(value + "\r\n");
        return this;
    }

    private void head(String disposition, String type) {
        text("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: " + type + "\r\n\r\n");
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The header's value. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole form. */
    public byte[] bytes() {
        text("--" + boundary + "--\r\n");
        return body.toByteArray();
    }
}
