package io.holdfast.service.kernel.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.holdfast.service.kernel.web.Turns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.Objects;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Renders XHTML as a PDF of pages with embedded typefaces. The same input gives the same bytes. For any number of threads, two of which
 * work at once; a document takes about a second.
 */
public final class PdfPages {

    private static final String FAMILY = "Noto Sans TC";
    private static final String FONTS = "/fonts/noto-sans-tc/";

    /** A document takes much memory while it is made. */
    private static final Turns TURNS = new Turns(2, Duration.ofSeconds(20));

    private PdfPages() {}

    /**
     * What a reader shows of a document besides its pages.
     *
     * @param title its title
     * @param author whose it is
     * @param language the tag of its language
     * @param day the day that it is of
     */
    public record About(String title, String author, String language, LocalDate day) {}

    /** The document of a well-formed XHTML text. */
    public static byte[] render(String html, About about) {
        return TURNS.take(() -> renderNow(html, about));
    }

    private static byte[] renderNow(String html, About about) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(html, null);
        builder.withProducer("Holdfast");
        builder.useFont(() -> font("400Regular/NotoSansTC_400Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("700Bold/NotoSansTC_700Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return bytes(renderer.getPdfDocument(), about);
        } catch (IOException e) {
            throw new UncheckedIOException("The document '" + about.title() + "' cannot be rendered", e);
        }
    }

    private static byte[] bytes(PDDocument document, About about) throws IOException {
        LocalDate on = about.day();
        GregorianCalendar day = new GregorianCalendar(on.getYear(), on.getMonthValue() - 1, on.getDayOfMonth());
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setTitle(about.title());
        document.getDocumentInformation().setAuthor(about.author());
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setModificationDate(day);
        document.getDocumentCatalog().setLanguage(about.language());
        document.setDocumentId(on.toEpochDay());
        byte[] saved = saved(document);
        try (PDDocument mended = Loader.loadPDF(saved)) {
            SearchableText.mend(mended);
            mended.setDocumentId(on.toEpochDay());
            return saved(mended);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(
                PdfPages.class.getResourceAsStream(FONTS + file), FONTS + file + " is part of the web page's jar");
    }
}
