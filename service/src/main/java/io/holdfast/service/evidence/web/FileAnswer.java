package io.holdfast.service.evidence.web;

import io.holdfast.service.evidence.EvidenceItem;
import io.holdfast.service.evidence.internal.FileName;
import io.holdfast.service.evidence.internal.FileType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;

/** A file of somebody's as an answer: a browser stores it and runs nothing of it. */
final class FileAnswer {

    private static final String POLICY = "default-src 'none'; img-src 'self'; sandbox; frame-ancestors 'none'";

    private FileAnswer() {}

    static HttpResponse<StreamedFile> of(EvidenceItem item, InputStream bytes, boolean inlineWanted) {
        boolean inline = inlineWanted && FileType.isShown(item.detectedType());
        MediaType type = inline ? MediaType.of(item.detectedType()) : MediaType.APPLICATION_OCTET_STREAM_TYPE;
        return HttpResponse.ok(new StreamedFile(bytes, type, item.uploadedAt().toEpochMilli(), item.size()))
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(inline, item.fileName()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", POLICY);
    }
}
