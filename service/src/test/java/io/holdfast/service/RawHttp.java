package io.holdfast.service;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends bytes as they are, for requests that no well-behaved client sends. One connection, kept as long as it lasts. For one thread. */
final class RawHttp implements AutoCloseable {

    private static final int PATIENCE = 30_000;
    private static final int MOST_EVENTS = 2_000;

    private final int port;
    private @Nullable Socket socket;

    RawHttp(int port) {
        this.port = port;
    }

    /**
     * What came back.
     *
     * @param status the status
     * @param headers each as it stands there
     * @param text the whole body read as UTF-8, of a stream of events its beginning
     */
    record Answer(int status, List<String> headers, String text) {

        /** The first header of a name. */
        Optional<String> header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst();
        }

        private boolean isStream() {
            return header("Content-Type").orElse("").startsWith("text/event-stream");
        }
    }

    /** A request of its lines, which get line ends and an empty line behind them, and a body. */
    static byte[] request(byte[] body, List<String> lines) {
        byte[] head = (String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length + body.length);
        whole.writeBytes(head);
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    /** Without a body. */
    static byte[] request(String... lines) {
        return request(new byte[0], Stream.of(lines).toList());
    }

    /** Sends a request and waits for the answer; a kept connection that the server has closed meanwhile is opened anew. */
    Answer send(byte[] request) throws IOException {
        boolean kept = socket != null;
        try {
            return attempt(request);
        } catch (EOFException | SocketException e) {
            close();
            if (!kept) {
                throw e;
            }
            return attempt(request);
        }
    }

    private Answer attempt(byte[] request) throws IOException {
        Socket open = open();
        try {
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
        } catch (SocketException e) {
            if (open.getInputStream().available() == 0) {
                throw e; // else it was refused before it was read to its end, and the answer says so
            }
        }
        Answer answer = read(open.getInputStream());
        if (answer.isStream()
                || answer.header("Connection").orElse("").equalsIgnoreCase("close")
                || (answer.header("Content-Length").isEmpty()
                        && answer.header("Transfer-Encoding").isEmpty())) {
            close();
        }
        return answer;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setSoTimeout(PATIENCE);
            open.setTcpNoDelay(true);
            socket = open;
        }
        return open;
    }

    /** Sends a request, or a part of one, and does not wait. */
    void write(byte[] request) throws IOException {
        open().getOutputStream().write(request);
    }

    /** Whether the connection brings another answer soon, though nothing more was asked. */
    boolean answersAgain() throws IOException {
        Socket open = socket;
        if (open == null) {
            return false;
        }
        open.setSoTimeout(500);
        try {
            return open.getInputStream().read() >= 0;
        } catch (SocketTimeoutException | SocketException e) {
            return false;
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String first = line(in);
        String[] words = first.split(" ", 3);
        if (words.length < 2 || !first.startsWith("HTTP/1.")) {
            throw new IOException("Not an answer of HTTP: " + first);
        }
        List<String> headers = Stream.generate(() -> unchecked(in))
                .takeWhile(line -> !line.isEmpty())
                .toList();
        Answer head = new Answer(Integer.parseInt(words[1]), headers, "");
        return new Answer(head.status(), headers, new String(body(in, head), StandardCharsets.UTF_8));
    }

    private static byte[] body(InputStream in, Answer head) throws IOException {
        if (head.status() == 204 || head.status() == 304 || head.status() < 200) {
            return new byte[0];
        }
        if (head.isStream()) {
            return in.readNBytes(Math.min(in.available(), MOST_EVENTS));
        }
        Optional<String> length = head.header("Content-Length");
        if (length.isPresent()) {
            return in.readNBytes(Integer.parseInt(length.get()));
        }
        return head.header("Transfer-Encoding").isPresent() ? chunks(in) : in.readAllBytes();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size = Integer.parseInt(line(in), 16);
        while (size > 0) {
            body.writeBytes(in.readNBytes(size));
            line(in);
            size = Integer.parseInt(line(in), 16);
        }
        line(in);
        return body.toByteArray();
    }

    private static String unchecked(InputStream in) {
        try {
            return line(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        while (next != '\n') {
            if (next < 0) {
                throw new EOFException("The connection was closed after '" + line + "'");
            }
            if (next != '\r') {
                line.write(next);
            }
            next = in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
