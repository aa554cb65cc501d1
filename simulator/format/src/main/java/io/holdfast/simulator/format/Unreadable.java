package io.holdfast.simulator.format;

import java.util.regex.Pattern;

/** Ends the reading of a document that cannot be read on. Stays inside this package. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    /** Names of classes and settings in the parser's messages. */
    private static final Pattern PROGRAMMING =
            Pattern.compile("\\s*\\(?,? ?from `[^`]*`\\)?|\\s*\\(start marker at \\[[^]]*]\\)");

    private final int line;
    private final int column;
    private final transient Message text;

    Unreadable(int line, int column, Message text) {
        super(text.key());
        this.line = line;
        this.column = column;
        this.text = text;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    Message text() {
        return text;
    }

    /** The parser's own words on what is wrong, without its programming terms. */
    static Unreadable syntax(int line, int column, String what) {
        String plain = PROGRAMMING
                .matcher(what.lines().findFirst().orElse(""))
                .replaceAll("")
                .strip();
        String end = plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
        return new Unreadable(line, column, Message.of("unreadable.syntax", "what", end));
    }

    static Unreadable tooDeep(int line, int column) {
        return new Unreadable(line, column, Message.of("unreadable.depth", "most", DocumentParser.DEEPEST));
    }

    static Unreadable severalDocuments(int line, int column) {
        return new Unreadable(line, column, Message.of("unreadable.several-documents"));
    }
}
