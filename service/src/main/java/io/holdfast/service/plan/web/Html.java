package io.holdfast.service.plan.web;

/** Writes well-formed XHTML; every text is escaped. Not for several threads. */
final class Html {

    private final StringBuilder out = new StringBuilder();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element with a text, of a class where one is given. */
    Html put(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** The start of a table with its heads, each a text and a class in turn. */
    Html table(String kind, String... heads) {
        open("table", "class", kind).open("thead").open("tr");
        for (int i = 0; i < heads.length; i += 2) {
            put("th", heads[i], "class", heads[i + 1]);
        }
        return close("tr").close("thead").open("tbody");
    }

    Html endTable() {
        return close("tbody").close("table");
    }

    /** A cell of text. */
    Html cell(String text) {
        return put("td", text);
    }

    /** A box to tick. */
    Html box() {
        return open("span", "class", "box").text("\u00a0").close("span");
    }

    /** A cell of a figure. */
    Html figure(String text) {
        return put("td", text, "class", "num");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
