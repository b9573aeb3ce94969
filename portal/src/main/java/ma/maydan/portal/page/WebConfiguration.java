package ma.maydan.portal.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.servlet.resource.CssLinkResourceTransformer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Languages, texts, assets and caching of the pages. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Not where a developer wants to see an edit at once. */
    private static final String KEEPS = "${spring.thymeleaf.cache:true}";

    private static final int A_YEAR = (int) Duration.ofDays(365).toSeconds();

    private final Visitors visitors;
    private final boolean keeps;

    /** @param keeps whether what is read of assets is kept */
    WebConfiguration(Visitors visitors, @Value(KEEPS) boolean keeps) {
        this.visitors = visitors;
        this.keeps = keeps;
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** @param keeps whether what is read of texts is kept */
    @Bean
    static MessageSource messageSource(@Value(KEEPS) boolean keeps, Codes codes) {
        var messages = new ResourceBundleMessageSource() {
            /** A code that this portal has yet to learn is shown as one, not as a fault of the page. */
            @Override
            protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
                var known = super.resolveCodeWithoutArguments(code, locale);
                return known == null && codes.isOfAList(code)
                        ? super.resolveCodeWithoutArguments("code.unknown", locale)
                        : known;
            }

            @Override
            protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
                var known = super.resolveCode(code, locale);
                return known == null && codes.isOfAList(code) ? super.resolveCode("code.unknown", locale) : known;
            }
        };
        messages.setBasenames(bundles());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        if (!keeps) {
            messages.setCacheSeconds(0);
        }
        return messages;
    }

    /** Each feature has its own. */
    private static String[] bundles() {
        return names("classpath*:messages/*_fr.properties")
                .map(file -> "messages/" + file.replaceFirst("_fr\\.properties$", ""))
                .toArray(String[]::new);
    }

    /** The names of the files of a pattern. */
    private static Stream<String> names(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .map(Resource::getFilename)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new AbstractLocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return Languages.of(request).locale();
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("The address says the language");
            }
        };
    }

    /** A page is HTML whatever its address ends in. */
    @Bean
    static BeanPostProcessor pagesAreHtml() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ThymeleafViewResolver pages) {
                    pages.setForceContentType(true);
                }
                return bean;
            }
        };
    }

    /** Lets templates name an asset plainly and get its address with the hash of its content. */
    @Bean
    static FilterRegistrationBean<ResourceUrlEncodingFilter> resourceUrls() {
        return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/", htmx())
                .setCacheControl(CacheControl.maxAge(Duration.ofSeconds(A_YEAR))
                        .cachePublic()
                        .immutable())
                // What changes gets another address; a condition on when it did would be refused without a word.
                .setUseLastModified(false)
                .resourceChain(keeps)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"))
                .addResolver(new StyleSheet())
                .addTransformer(new CssLinkResourceTransformer());
    }

    private static String htmx() {
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            var url = found[0].getURL().toString();
            return url.substring(0, url.lastIndexOf('/') + 1);
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("The htmx webjar is missing", e);
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new VisitorArgument());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new PageHeaders()).excludePathPatterns("/assets/**");
        registry.addInterceptor(new OneOfEach()).excludePathPatterns("/assets/**", "/error");
    }

    private final class VisitorArgument implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Visitor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return visitors.of((HttpServletRequest) request.getNativeRequest());
        }
    }

    /** In an address each parameter is there once; which of two is meant, nobody knows. Columns are chosen together. */
    private static final class OneOfEach implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getMethod().equals("GET")
                    && request.getParameterMap().entrySet().stream()
                            .anyMatch(one -> one.getValue().length > 1 && !Addresses.SEVERAL.contains(one.getKey()))) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
            return true;
        }
    }

    /** Remembers the language; keeps what a person sees out of every cache. */
    private static final class PageHeaders implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            var signedIn = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(HttpHeaders.CACHE_CONTROL, signedIn ? "no-store" : "private, no-cache");
            if (Done.of(request) != null) {
                response.addCookie(Done.told(request.getRequestURI()));
            }
            var language = Languages.of(request);
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.code());
            if (Languages.ofPath(request.getRequestURI()).isPresent()
                    && Languages.ofCookie(request).filter(language::equals).isEmpty()) {
                var cookie = new Cookie(Languages.COOKIE, language.code());
                cookie.setPath("/");
                cookie.setMaxAge(A_YEAR);
                cookie.setHttpOnly(true);
                cookie.setAttribute("SameSite", "Lax");
                response.addCookie(cookie);
            }
            return true;
        }
    }
}
