package ma.maydan.gateway.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** One small page for whatever went wrong. It needs nothing from behind the gateway, not even its stylesheet. */
final class Pages {

    private final String template;

    Pages() {
        try (var in = Pages.class.getResourceAsStream("/gateway/refusal.html")) {
            if (in == null) {
                throw new IllegalStateException("refusal.html is missing");
            }
            template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param offered where the button leads; null for what fits the refusal */
    String render(Refusal refusal, Language language, String path, @Nullable String offered) {
        var texts = ResourceBundle.getBundle("pages", language.locale());
        var signIn = refusal.status().value() == 401;
        var wait = refusal.status().is5xxServerError() || refusal.status().value() == 429;
        var action = signIn ? "sign-in" : wait ? "again" : "home";
        var target = offered != null
                ? offered
                : switch (action) {
                    case "sign-in" -> "/login?lang=" + language.code();
                    case "again" -> path;
                    default -> "/" + language.code() + "/";
                };
        return template.replace("{lang}", language.code())
                .replace("{dir}", language.direction())
                .replace("{brand}", texts.getString("brand"))
                .replace("{title}", texts.getString(refusal.code() + ".title"))
                .replace("{text}", texts.getString(refusal.code() + ".text"))
                .replace("{action}", texts.getString("action." + action))
                .replace("{target}", HtmlUtils.htmlEscape(target))
                .replace("{status}", String.valueOf(refusal.status().value()));
    }
}
