package io.holdfast.service.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.service.evidence.internal.FileName;
import io.holdfast.service.evidence.internal.FileType;
import io.holdfast.service.evidence.internal.Pieces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What files are called and what they are. */
class FilesTest {

    private static String type(String hex) {
        return FileType.of(HexFormat.of().parseHex(hex)).mediaType();
    }

    @Test
    void theFirstBytesSayWhatAFileIs() {
        assertThat(type("89504e470d0a1a0a00")).isEqualTo("image/png");
        assertThat(type("ffd8ffe0")).isEqualTo("image/jpeg");
        assertThat(type("255044462d312e37")).isEqualTo("application/pdf");
        assertThat(type("504b030414")).isEqualTo("application/zip");
        assertThat(type("0000001866747970")).isEqualTo("video/mp4");
        assertThat(type("8950")).isEqualTo("application/octet-stream");
        assertThat(type("00ff")).isEqualTo("application/octet-stream");
        assertThat(FileType.of("機房\t3\n".getBytes(StandardCharsets.UTF_8)).mediaType())
                .isEqualTo("text/plain");
        assertThat(FileType.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))
                        .mediaType())
                .isEqualTo("text/plain");
    }

    @Test
    void onlyPicturesThatHoldNoScriptAreShown() {
        assertThat(List.of(FileType.values()).stream().map(FileType::mediaType).filter(FileType::isShown))
                .containsExactly("image/png", "image/jpeg");
    }

    @Test
    void aNameIsItsLastPartWithoutWhatMisleads() {
        assertThat(FileName.plain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.plain("C:\\temp\\機房.png")).isEqualTo("機房.png");
        assertThat(FileName.plain("photo\u202Egnp.exe")).isEqualTo("photognp.exe");
        assertThat(FileName.plain(" ..a<b>\r\n.txt.. ")).isEqualTo("a_b_.txt");
        assertThat(FileName.plain("/")).isEqualTo("file");
        assertThat(FileName.plain("x".repeat(500) + ".jpeg")).hasSize(200).endsWith("x.jpeg");
        assertThat(FileName.plain("😀".repeat(300))).hasSize(200);
    }

    @Test
    void aNameCannotEndTheHeaderThatItStandsIn() {
        assertThat(FileName.disposition(false, "機房\"; x=\".png"))
                .isEqualTo(
                        "attachment; filename=\"____ x__.png\"; filename*=UTF-8''%E6%A9%9F%E6%88%BF%22%3B%20x%3D%22.png");
    }

    @Test
    void piecesAreOneStreamAndAMissingOneIsNotAnEnd() throws IOException {
        List<byte[]> pieces = List.of(new byte[] {1, 2, 3}, new byte[] {-1});
        try (Pieces whole = new Pieces(at -> at < 2 ? Optional.of(pieces.get(at)) : Optional.empty(), 4)) {
            assertThat(whole.readAllBytes()).containsExactly(1, 2, 3, -1);
        }
        try (Pieces broken = new Pieces(at -> at < 1 ? Optional.of(pieces.get(at)) : Optional.empty(), 4)) {
            assertThatThrownBy(broken::readAllBytes).hasMessageContaining("byte 3 of 4");
        }
    }
}
