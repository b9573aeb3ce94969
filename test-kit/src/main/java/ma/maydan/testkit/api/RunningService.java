package ma.maydan.testkit.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ma.maydan.testkit.backends.MovedClock;
import ma.maydan.testkit.backends.TestBackends;
import ma.maydan.testkit.backends.TestTokens;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** A service in this JVM on free ports, with the real broker, the MongoDB contract, a mailbox and signed tokens. */
public final class RunningService implements AutoCloseable {

    private static final Map<ServiceTest, RunningService> SHARED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;

    private RunningService(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * One of the caller's own.
     *
     * @param sources the application, and what else its tests configure
     * @param properties {@code name=value}, which win over those that all tests run with
     */
    public static RunningService start(List<Class<?>> sources, String... properties) {
        var settings = settings();
        for (var property : properties) {
            var name = property.substring(0, property.indexOf('='));
            settings.put(name, property.substring(name.length() + 1));
        }
        var arguments = settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
        return new RunningService(
                new SpringApplication(sources.toArray(Class<?>[]::new)).run(arguments.toArray(String[]::new)));
    }

    /** What all tests run with. */
    static Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("logging.level.root", "warn");
        settings.put("logging.level.de.bwaldvogel", "error");
        settings.put("server.port", "0");
        settings.put("server.address", "127.0.0.1");
        settings.put("management.server.port", "0");
        settings.put("management.server.address", "127.0.0.1");
        settings.put("maydan.mongodb.uri", TestBackends.mongoUri());
        settings.put("spring.kafka.bootstrap-servers", TestBackends.kafkaBootstrap());
        settings.put("maydan.oidc.issuer", TestTokens.issuer());
        settings.put("maydan.oidc.internal-uri", TestTokens.issuer());
        settings.put("spring.mail.host", TestBackends.mailbox().smtpHost());
        settings.put("spring.mail.port", Integer.toString(TestBackends.mailbox().smtpPort()));
        // What tests before have told people holds up nobody.
        settings.put("maydan.mail.per-minute", "100000");
        return settings;
    }

    /** The one of all tests of this JVM that are declared alike, with a {@link MovedClock}. */
    public static RunningService of(Class<?> test) {
        var declared = test.getAnnotation(ServiceTest.class);
        return SHARED.computeIfAbsent(declared, RunningService::start);
    }

    private static RunningService start(ServiceTest declared) {
        var sources = new ArrayList<Class<?>>(List.of(declared.value(), MovedClock.class));
        sources.addAll(List.of(declared.with()));
        var service = start(sources, declared.properties());
        service.context.getBeanFactory().registerSingleton("api", service.api());
        return service;
    }

    /** Its HTTP interface, for nobody in particular. */
    public Api api() {
        return Api.of(uri());
    }

    /** What it says of itself. */
    public OpenApiDocument document() {
        return OpenApiDocument.of(uri());
    }

    /** Where it answers, without a slash at the end. */
    public String uri() {
        return "http://127.0.0.1:" + port("local.server.port");
    }

    /** Where it answers its operators, without a slash at the end. */
    public String managementUri() {
        return "http://127.0.0.1:" + port("local.management.port");
    }

    private String port(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All of a type. */
    public <T> Stream<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values().stream();
    }

    /** Gives a test what it has {@code @Autowired}; the {@link Api} is among it. */
    void wire(Object test) {
        context.getAutowireCapableBeanFactory().autowireBean(test);
    }

    /** Tells it once more what it is told after a start. */
    public void starts() {
        context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
    }

    @Override
    public void close() {
        context.close();
    }
}
