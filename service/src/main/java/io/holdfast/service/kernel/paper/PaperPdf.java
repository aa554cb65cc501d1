package io.holdfast.service.kernel.paper;

import io.holdfast.service.kernel.paper.Paper.Column;
import io.holdfast.service.kernel.paper.Paper.Part;
import java.time.LocalDate;
import java.util.List;

/** A document as PDF: A4, embedded typefaces, a bookmark for each section. For any number of threads. */
public final class PaperPdf {

    private static final String STYLE = """
            @page { size: A4; margin: 20mm 15mm 18mm 15mm;
              @top-left { content: element(running); vertical-align: bottom; padding-bottom: 3mm; }
              @bottom-left { content: element(footing); vertical-align: top; padding-top: 3mm; }
              @bottom-right { content: counter(page) ' / ' counter(pages); font-family: 'Noto Sans TC'; font-size: 7.5pt; color: #676d76; vertical-align: top; padding-top: 3mm; } }
            @page :first { @top-left { content: none; } }
            body { font-family: 'Noto Sans TC'; font-size: 9pt; line-height: 1.45; color: #17191c; margin: 0; }
            .running { position: running(running); font-size: 7.5pt; color: #676d76; width: 180mm; }
            .footing { position: running(footing); font-size: 7.5pt; color: #676d76; width: 150mm; }
            .kind { color: #676d76; margin: 0 0 1mm 0; }
            h1 { font-size: 17pt; line-height: 1.25; font-weight: bold; margin: 0 0 4mm 0; }
            h2 { font-size: 12pt; font-weight: bold; margin: 7mm 0 2mm 0; padding-top: 2mm; border-top: 0.6pt solid #cdcdc7; page-break-after: avoid; page-break-inside: avoid; }
            p { margin: 0 0 1.5mm 0; orphans: 3; widows: 3; word-wrap: break-word; }
            .answer { background-color: #f7f7f5; border: 0.6pt solid #e5e5e1; padding: 4mm; page-break-inside: avoid; }
            .answer p.first { font-size: 11pt; font-weight: bold; }
            ul { margin: 0 0 2mm 0; padding: 0 0 0 4mm; }
            li { margin: 0 0 0.8mm 0; page-break-inside: avoid; word-wrap: break-word; }
            table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 0; margin: 1mm 0 3mm 0; -fs-table-paginate: paginate; }
            thead { display: table-header-group; }
            tr { page-break-inside: avoid; }
            th { text-align: left; vertical-align: bottom; font-weight: normal; font-size: 7.5pt; color: #676d76; padding: 1mm 2.5mm 1mm 0; border-bottom: 0.6pt solid #cdcdc7; }
            td { text-align: left; vertical-align: top; padding: 1mm 2.5mm 1mm 0; border-bottom: 0.4pt solid #e5e5e1; word-wrap: break-word; }
            th.num, td.num { text-align: right; }
            td.name { color: #676d76; }
            """;

    private final StringBuilder out = new StringBuilder();
    private final Paper paper;

    private PaperPdf(Paper paper) {
        this.paper = paper;
    }

    /**
     * The bytes of a document.
     *
     * @param day the day that it is of; the same document of the same day has the same bytes
     */
    public static byte[] render(Paper paper, LocalDate day) {
        return PdfPages.render(
                new PaperPdf(paper).html(), new PdfPages.About(paper.title(), paper.author(), paper.language(), day));
    }

    private String html() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(paper.language())
                .append("\"><head>");
        put("title", paper.title(), "");
        out.append("<style>").append(STYLE).append("</style><bookmarks>");
        for (int i = 0; i < paper.sections().size(); i++) {
            out.append("<bookmark name=\"")
                    .append(escape(paper.sections().get(i).heading()))
                    .append("\" href=\"#s")
                    .append(i)
                    .append("\"/>");
        }
        out.append("</bookmarks></head><body>");
        put("div", paper.kind() + " · " + paper.title(), " class=\"running\"");
        put("div", paper.foot(), " class=\"footing\"");
        put("p", paper.kind(), " class=\"kind\"");
        put("h1", paper.title(), "");
        answer();
        for (int i = 0; i < paper.sections().size(); i++) {
            put("h2", paper.sections().get(i).heading(), " id=\"s" + i + "\"");
            paper.sections().get(i).parts().forEach(this::part);
        }
        return out.append("</body></html>").toString();
    }

    private void answer() {
        out.append("<div class=\"answer\">");
        for (int i = 0; i < paper.answer().size(); i++) {
            put("p", paper.answer().get(i), i == 0 ? " class=\"first\"" : "");
        }
        out.append("</div>");
    }

    private void part(Part part) {
        switch (part) {
            case Paper.Words words -> words(words.text());
            case Paper.Points points -> {
                out.append("<ul>");
                points.texts().forEach(text -> put("li", text, ""));
                out.append("</ul>");
            }
            case Paper.Facts facts -> {
                out.append("<table><tbody>");
                facts.facts().forEach(fact -> {
                    out.append("<tr>");
                    put("td", fact.name(), " class=\"name\" style=\"width: 28%\"");
                    out.append("<td>");
                    words(fact.value());
                    out.append("</td></tr>");
                });
                out.append("</tbody></table>");
            }
            case Paper.Table table -> table(table);
        }
    }

    /** A text whose line breaks are kept. */
    private void words(String text) {
        text.lines().forEach(line -> put("p", line, ""));
    }

    private void table(Paper.Table table) {
        out.append("<table><thead><tr>");
        for (Column column : table.columns()) {
            put("th", column.name(), mark(column) + " style=\"width: " + column.width() + "%\"");
        }
        out.append("</tr></thead><tbody>");
        for (List<String> row : table.rows()) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                put("td", row.get(i), mark(table.columns().get(i)));
            }
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private static String mark(Column column) {
        return column.figure() ? " class=\"num\"" : "";
    }

    private void put(String tag, String text, String attributes) {
        out.append('<').append(tag).append(attributes).append('>');
        out.append(escape(text)).append("</").append(tag).append('>');
    }

    private static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            switch (code) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> {
                    if (code >= ' ' || code == '\t') {
                        safe.appendCodePoint(code); // what XML cannot hold is left out
                    }
                }
            }
        });
        return safe.toString();
    }
}
