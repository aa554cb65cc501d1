package io.holdfast.service.plan.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.holdfast.service.kernel.web.Turns;
import io.holdfast.service.plan.ContinuityPlan;
import jakarta.inject.Singleton;
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
 * Renders a plan as a PDF of A4 pages with embedded typefaces. The same plan, language, day and approval give the same bytes. For
 * any number of threads, two of which work at once; a document takes about a second.
 */
@Singleton
final class PlanDocument {

    private static final String FAMILY = "Noto Sans TC";
    private static final String FONTS = "/fonts/noto-sans-tc/";

    /** A document takes much memory while it is made. */
    private static final Turns TURNS = new Turns(2, Duration.ofSeconds(20));

    byte[] render(ContinuityPlan plan, PlanLanguage language, LocalDate printed, SignOff signOff) {
        return TURNS.take(() -> renderNow(plan, language, printed, signOff));
    }

    private byte[] renderNow(ContinuityPlan plan, PlanLanguage language, LocalDate printed, SignOff signOff) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(PlanHtml.of(plan, language, printed, signOff), null);
        builder.withProducer("Holdfast");
        builder.useFont(() -> font("400Regular/NotoSansTC_400Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("700Bold/NotoSansTC_700Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return bytes(renderer.getPdfDocument(), plan, language, printed);
        } catch (IOException e) {
            throw new UncheckedIOException("The plan of " + plan.element().id() + " cannot be rendered", e);
        }
    }

    private static byte[] bytes(PDDocument document, ContinuityPlan plan, PlanLanguage language, LocalDate printed)
            throws IOException {
        GregorianCalendar day =
                new GregorianCalendar(printed.getYear(), printed.getMonthValue() - 1, printed.getDayOfMonth());
        day.setTimeZone(TimeZone.getTimeZone("UTC"));
        document.getDocumentInformation().setTitle(PlanHtml.title(plan, language));
        document.getDocumentInformation().setAuthor(plan.organisation());
        document.getDocumentInformation().setCreationDate(day);
        document.getDocumentInformation().setModificationDate(day);
        document.getDocumentCatalog().setLanguage(language.tag());
        document.setDocumentId(printed.toEpochDay());
        byte[] saved = saved(document);
        try (PDDocument mended = Loader.loadPDF(saved)) {
            SearchableText.mend(mended);
            mended.setDocumentId(printed.toEpochDay());
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
                PlanDocument.class.getResourceAsStream(FONTS + file), FONTS + file + " is part of the web page's jar");
    }
}
