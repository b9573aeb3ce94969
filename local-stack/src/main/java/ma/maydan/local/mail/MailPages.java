package ma.maydan.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.json.JsonMapper;

/** The mails in a browser, and as JSON. What a mail brings along runs no script and loads nothing from anywhere. */
final class MailPages {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String OURS =
            "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";
    private static final String OF_A_MAIL =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none';"
                    + " frame-ancestors 'self'";
    private static final Pattern PATH = Pattern.compile("/mails/(\\d{1,18})(?:/(html|attachments/(\\d{1,4})))?");
    private static final Pattern SMTP = Pattern.compile("/smtp/(away|back|slow/(\\d{1,4}))");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final MailFolder folder;
    private final SmtpDoor smtp;
    private final HttpServer server;
    private final TemplateEngine templates = new TemplateEngine();

    MailPages(MailFolder folder, SmtpDoor smtp, int port) {
        this.folder = folder;
        this.smtp = smtp;
        var resolver = new ClassLoaderTemplateResolver(MailPages.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Content-Security-Policy", OURS);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            // A page of somebody else's whose name was made to lead here sees nothing.
            if (!Set.of("localhost:" + port(), "127.0.0.1:" + port())
                    .contains(exchange.getRequestHeaders().getFirst("Host"))) {
                say(exchange, 421, "This is the mailbox of localhost.");
            } else if (exchange.getRequestMethod().equals("PUT")) {
                change(exchange);
            } else if (exchange.getRequestMethod().equals("GET")) {
                show(exchange);
            } else {
                say(exchange, 405, "Mails are read here, by GET.");
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            throw e;
        }
    }

    /** For tests and operators; a page of another site cannot send a PUT here. */
    private void change(HttpExchange exchange) throws IOException {
        var asked = SMTP.matcher(exchange.getRequestURI().getPath());
        if (!asked.matches()) {
            say(exchange, 404, "SMTP can be /smtp/away, /smtp/back or /smtp/slow/SECONDS.");
        } else {
            if (asked.group(1).equals("away")) {
                smtp.close();
            } else {
                smtp.open(Duration.ofSeconds(asked.group(2) == null ? 0 : Long.parseLong(asked.group(2))));
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void show(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var to = recipient(exchange.getRequestURI().getRawQuery());
        var mails = to == null ? folder.all() : folder.to(to);
        switch (path) {
            case "/" -> page(exchange, "list", values("mails", mails, "to", to));
            case "/mails.json" -> json(exchange, mails);
            case "/style.css" -> style(exchange);
            default -> {
                var asked = PATH.matcher(path);
                var mail = asked.matches() ? folder.one(Long.parseLong(asked.group(1))) : Optional.<Mail>empty();
                if (mail.isEmpty()) {
                    say(exchange, 404, "There is no such mail, or it has made room for later ones.");
                } else if (asked.group(3) != null) {
                    attachment(exchange, mail.get(), Integer.parseInt(asked.group(3)));
                } else if (asked.group(2) != null) {
                    html(exchange, mail.get());
                } else {
                    one(exchange, mail.get());
                }
            }
        }
    }

    private void one(HttpExchange exchange, Mail mail) throws IOException {
        var content = mail.content();
        page(
                exchange,
                "mail",
                values(
                        "mail", mail,
                        "content", content,
                        "text", content.text() == null ? null : pieces(content.text())));
    }

    private static void html(HttpExchange exchange, Mail mail) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", OF_A_MAIL);
        var html = mail.content().html();
        send(exchange, 200, HTML, (html == null ? "" : html).getBytes(StandardCharsets.UTF_8));
    }

    private static void attachment(HttpExchange exchange, Mail mail, int number) throws IOException {
        var attachments = mail.content().attachments();
        if (number >= attachments.size()) {
            say(exchange, 404, "The mail has no such attachment.");
            return;
        }
        var name = URLEncoder.encode(attachments.get(number).name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename*=UTF-8''" + name);
        send(exchange, 200, "application/octet-stream", attachments.get(number).bytes());
    }

    private void page(HttpExchange exchange, String template, Map<String, Object> values) throws IOException {
        var html = templates.process(template, new Context(Locale.ENGLISH, values));
        send(exchange, 200, HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    /** One mail at a time, since all of them together may be large. */
    private static void json(HttpExchange exchange, List<Mail> mails) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        JsonMapper.shared()
                .writeValue(
                        exchange.getResponseBody(),
                        mails.stream().map(MailPages::view).iterator());
    }

    private static Map<String, Object> view(Mail mail) {
        var content = mail.content();
        return values(
                "id", mail.id(),
                "received", mail.received().toString(),
                "to", mail.to(),
                "from", mail.from(),
                "subject", mail.subject(),
                "messageId", mail.messageId(),
                "headers", mail.headers(),
                "text", content.text(),
                "html", content.html(),
                "attachments",
                        content.attachments().stream()
                                .map(one -> values("name", one.name(), "type", one.type(), "size", one.bytes().length))
                                .toList());
    }

    private static void style(HttpExchange exchange) throws IOException {
        try (var in = Objects.requireNonNull(MailPages.class.getResourceAsStream("/mail/style.css"))) {
            send(exchange, 200, "text/css;charset=utf-8", in.readAllBytes());
        }
    }

    /** Of a text, what is a link and what is not, by turns. */
    private static List<Piece> pieces(String text) {
        var pieces = Stream.<Piece>builder();
        var links = LINK.matcher(text);
        var done = 0;
        while (links.find()) {
            pieces.add(new Piece(text.substring(done, links.start()), false)).add(new Piece(links.group(), true));
            done = links.end();
        }
        return pieces.add(new Piece(text.substring(done), false)).build().toList();
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        send(exchange, status, "text/plain;charset=utf-8", sentence.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static @Nullable String recipient(@Nullable String query) {
        return Stream.of(query == null ? new String[0] : query.split("&"))
                .filter(one -> one.startsWith("to="))
                .map(one -> URLDecoder.decode(one.substring(3), StandardCharsets.UTF_8)
                        .strip())
                .filter(to -> !to.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Names and values by turns, in their order; what is null is left out. */
    private static Map<String, Object> values(@Nullable Object... given) {
        var values = new LinkedHashMap<String, Object>();
        for (var i = 0; i < given.length; i += 2) {
            var value = given[i + 1];
            if (value != null) {
                values.put(String.valueOf(given[i]), value);
            }
        }
        return values;
    }

    record Piece(String text, boolean link) {}
}
