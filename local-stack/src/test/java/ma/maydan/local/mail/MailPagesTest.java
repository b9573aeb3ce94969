package ma.maydan.local.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MailPagesTest {

    private static final String SCRIPT = "<script>document.title = 'taken'</script>";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Mailbox mailbox;
    private Sender sender;

    @BeforeEach
    void open() {
        mailbox = new Mailbox(folder, 0, 0);
        sender = new Sender(mailbox);
    }

    @AfterEach
    void close() {
        mailbox.close();
        http.close();
    }

    @Test
    void whileThereIsNoMailTheListSaysSo() throws Exception {
        assertThat(get("/").body()).contains("No mail yet.");
        assertThat(get("/?to=a%40maydan.test").body()).contains("No mail to <bdi>a@maydan.test</bdi>");
        assertThat(get("/mails.json").body()).isEqualTo("[]");
    }

    @Test
    void theListIsThatOfOnePersonWhenAskedForAndTheLatestComesFirst() throws Exception {
        sender.text("a@maydan.test", "Erste Nachricht", "…");
        sender.text("a@maydan.test", "رسالة ثانية", "…");
        sender.text("b@maydan.test", "For another", "…");

        assertThat(get("/").body()).containsSubsequence("For another", "رسالة ثانية", "Erste Nachricht");
        assertThat(get("/?to=A%40maydan.test").body())
                .containsSubsequence("رسالة ثانية", "Erste Nachricht")
                .doesNotContain("For another");
    }

    @Test
    void aMailIsShownWithAllOfIt() throws Exception {
        var ticket = new MimeBodyPart();
        ticket.setText("seat", "UTF-8", "html");
        ticket.setFileName("billet \"1\".html");
        var body = new MimeBodyPart();
        body.setContent(Sender.alternatives("See https://maydan.example/e?a=1&b=2 now", "<b>See</b>"));
        var message = sender.message("a@maydan.test", "Ticket");
        message.setContent(new MimeMultipart(body, ticket));
        Transport.send(message);

        assertThat(get("/mails/1").body())
                .contains("<h1 dir=\"auto\">Ticket</h1>", "<iframe src=\"/mails/1/html\" sandbox")
                .contains("<a href=\"https://maydan.example/e?a=1&amp;b=2\" rel=\"noreferrer\">")
                .contains("<dt>Message-ID</dt>", "/mails/1/attachments/0");
        assertThat(get("/mails/1/html").body()).isEqualTo("<b>See</b>");
        var download = get("/mails/1/attachments/0");
        assertThat(download.body()).isEqualTo("seat");
        assertThat(header(download, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(download, "Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''billet%20%221%22.html");
    }

    @Test
    void whatAMailBringsAlongNeitherRunsNorLoadsAnything() throws Exception {
        sender.both("a@maydan.test", "Hostile", "…", SCRIPT + "<img src='https://elsewhere.example/seen.png'>");

        var html = get("/mails/1/html");
        assertThat(header(html, "Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:;");
        assertThat(header(html, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(get("/mails/1"), "Content-Security-Policy"))
                .startsWith("default-src 'none'; style-src 'self'; frame-src 'self';");
    }

    @Test
    void hostileHeadsAndTextsAreText() throws Exception {
        var message = sender.message("\"<script>\"@maydan.test", SCRIPT);
        message.setHeader("X-Odd", "\"><img src=x onerror=alert(1)>");
        message.setText(SCRIPT + " javascript:alert(1) https://maydan.example/\"onclick=alert(1)", "UTF-8");
        Transport.send(message);

        for (var path : new String[] {"/", "/mails/1", "/?to=" + URLEncoder.encode(SCRIPT, StandardCharsets.UTF_8)}) {
            assertThat(get(path).body())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script", "<img", "href=\"javascript", "\"onclick");
        }
    }

    @Test
    void testsAskForTheMailsOfAPersonAsJson() throws Exception {
        sender.both("a@maydan.test", "مرحبا", "text", "<p>html</p>");
        sender.text("b@maydan.test", "Other", "…");

        var mails = JsonMapper.shared()
                .readTree(get("/mails.json?to=a%40maydan.test").body());
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.path("to").asString()).isEqualTo("a@maydan.test");
            assertThat(mail.path("subject").asString()).isEqualTo("مرحبا");
            assertThat(mail.path("text").asString()).isEqualTo("text");
            assertThat(mail.path("html").asString()).isEqualTo("<p>html</p>");
            assertThat(mail.path("messageId").asString()).matches("<.+@.+>");
            assertThat(mail.path("received").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.+Z");
            assertThat(mail.path("headers").findValuesAsString("name")).contains("Subject", "Message-ID");
        });
    }

    @Test
    void anOperatorTakesItAwayAndBringsItBack() throws Exception {
        assertThat(put("/smtp/away").statusCode()).isEqualTo(204);
        assertThatThrownBy(() -> sender.text("a@maydan.test", "x", "…")).isInstanceOf(MessagingException.class);
        assertThat(put("/smtp/slow/2").statusCode()).isEqualTo(204);
        assertThatThrownBy(() -> sender.text("a@maydan.test", "x", "…"))
                .isInstanceOf(MessagingException.class)
                .hasStackTraceContaining("timed out");
        assertThat(put("/smtp/back").statusCode()).isEqualTo(204);
        sender.text("a@maydan.test", "x", "…");
        assertThat(put("/smtp/elsewhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/mails/7", "/mails/1/html", "/mails/999999999999999999", "/mails/x", "/../pom.xml", "/mail.html"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aNameOfSomebodyElsesThatLeadsHereShowsNothing() throws IOException {
        try (var socket = new Socket("localhost", URI.create(mailbox.url()).getPort())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421 ");
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(mailbox.url() + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(mailbox.url() + path))
                        .PUT(HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
