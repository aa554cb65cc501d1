package io.holdfast.service.kernel.paper;

import io.holdfast.service.kernel.paper.Paper.Column;
import io.holdfast.service.kernel.paper.Paper.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A document as DOCX: A4, heading styles, tables whose first row is a repeated header. For any number of threads. */
public final class PaperDocx {

    /** The media type of the file. */
    public static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String GREY = "676D76";
    private static final String LINE = "CDCDC7";
    private static final String LATIN = "Arial";
    private static final String CHINESE = "Microsoft JhengHei";

    /** The text of a page of A4 with margins of 15 mm is 180 mm wide, in twentieths of a point. */
    private static final int WIDTH = 10_206;

    private final XWPFDocument document = new XWPFDocument();
    private final Paper paper;

    private PaperDocx(Paper paper) {
        this.paper = paper;
    }

    /**
     * The bytes of a document.
     *
     * @param day the day that it is of
     */
    public static byte[] render(Paper paper, LocalDate day) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PaperDocx made = new PaperDocx(paper);
        try (XWPFDocument document = made.document) {
            made.write(day);
            document.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The document '" + paper.title() + "' cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(LocalDate day) {
        styles();
        page();
        var properties = document.getProperties().getCoreProperties();
        properties.setTitle(paper.title());
        properties.setCreator(paper.author());
        properties.setCreated(
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant())));
        line(paper.kind(), 9, false, GREY);
        paragraph("Title", paper.title());
        for (int i = 0; i < paper.answer().size(); i++) {
            line(paper.answer().get(i), i == 0 ? 12 : 10, i == 0, "");
        }
        paper.sections().forEach(section -> {
            paragraph("Heading1", section.heading());
            section.parts().forEach(this::part);
        });
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margin = section.addNewPgMar();
        margin.setLeft(BigInteger.valueOf(850));
        margin.setRight(BigInteger.valueOf(850));
        margin.setTop(BigInteger.valueOf(1134));
        margin.setBottom(BigInteger.valueOf(1020));
        margin.setHeader(BigInteger.valueOf(500));
        margin.setFooter(BigInteger.valueOf(500));
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        run(foot, paper.foot() + "  ·  ", 8, false, GREY);
        field(foot, "PAGE");
        run(foot, " / ", 8, false, GREY);
        field(foot, "NUMPAGES");
    }

    /** What the reader's program counts, in the size of the text around it. */
    private static void field(XWPFParagraph paragraph, String what) {
        CTSimpleField field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(what);
        XWPFRun run = new XWPFRun(field.addNewR(), (IRunBody) paragraph);
        run.setText("1");
        run.setFontSize(8);
        run.setColor(GREY);
    }

    private void styles() {
        XWPFStyles styles = document.createStyles();
        style(styles, "Title", "Title", 17, -1);
        style(styles, "Heading1", "heading 1", 12, 0);
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(CHINESE);
        fonts.setCs(LATIN);
        styles.setDefaultFonts(fonts);
        styles.setEastAsia(paper.language().startsWith("zh") ? "zh-TW" : "en-GB");
        styles.setSpellingLanguage(paper.language().startsWith("zh") ? "zh-TW" : "en-GB");
    }

    private static void style(XWPFStyles styles, String id, String name, int size, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTPPrGeneral layout = style.addNewPPr();
        layout.addNewKeepNext();
        var spacing = layout.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(outline < 0 ? 0 : 280));
        spacing.setAfter(BigInteger.valueOf(120));
        if (outline >= 0) {
            layout.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        CTRPr letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(2L * size));
        styles.addStyle(new XWPFStyle(style));
    }

    private void paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
    }

    private void line(String text, int size, boolean bold, String colour) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingAfter(80);
        run(paragraph, text, size, bold, colour);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size, boolean bold, String colour) {
        XWPFRun run = paragraph.createRun();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(plain(lines.get(i)), i);
        }
        run.setFontSize(size);
        run.setBold(bold);
        if (!colour.isEmpty()) {
            run.setColor(colour);
        }
        return run;
    }

    /** The text without what XML cannot hold. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(code -> code >= ' ' || code == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void part(Part part) {
        switch (part) {
            case Paper.Words words -> line(words.text(), 10, false, "");
            case Paper.Points points ->
                points.texts().forEach(text -> {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.setIndentationLeft(260);
                    paragraph.setIndentationHanging(200);
                    paragraph.setSpacingAfter(60);
                    run(paragraph, "•  " + text, 10, false, "");
                });
            case Paper.Facts facts ->
                table(
                        List.of(new Column("", 28, false), new Column("", 72, false)),
                        facts.facts().stream()
                                .map(fact -> List.of(fact.name(), fact.value()))
                                .toList(),
                        false);
            case Paper.Table table -> table(table.columns(), table.rows(), true);
        }
    }

    private void table(List<Column> columns, List<List<String>> rows, boolean headed) {
        if (rows.isEmpty() && !headed) {
            return;
        }
        int first = headed ? 1 : 0;
        XWPFTable table = document.createTable(rows.size() + first, columns.size());
        table.setWidth(WIDTH);
        table.setTopBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, LINE);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        if (headed) {
            table.getRow(0).setRepeatHeader(true);
            cells(table.getRow(0), columns, columns.stream().map(Column::name).toList(), true);
        }
        for (int r = 0; r < rows.size(); r++) {
            table.getRow(r + first).setCantSplitRow(true);
            cells(table.getRow(r + first), columns, rows.get(r), false);
        }
        document.createParagraph().setSpacingAfter(60);
    }

    private static void cells(XWPFTableRow row, List<Column> columns, List<String> texts, boolean head) {
        for (int c = 0; c < columns.size(); c++) {
            XWPFTableCell cell = row.getCell(c);
            var properties = cell.getCTTc().isSetTcPr()
                    ? cell.getCTTc().getTcPr()
                    : cell.getCTTc().addNewTcPr();
            CTTblWidth width = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
            width.setType(STTblWidth.DXA);
            width.setW(BigInteger.valueOf((long) WIDTH * columns.get(c).width() / 100));
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setSpacingBefore(30);
            paragraph.setSpacingAfter(30);
            if (columns.get(c).figure()) {
                paragraph.setAlignment(ParagraphAlignment.RIGHT);
            }
            run(paragraph, texts.get(c), head ? 8 : 9, false, head ? GREY : "");
        }
    }
}
