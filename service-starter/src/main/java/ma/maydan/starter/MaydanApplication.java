package ma.maydan.starter;

import ma.maydan.starter.time.CurrentZoneRules;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts an application of Maydan: the current time zone rules first, then Spring. */
public final class MaydanApplication {

    private MaydanApplication() {}

    /**
     * @throws IllegalStateException when the time zone rules of this JVM are not the current ones for Morocco
     */
    public static ConfigurableApplicationContext run(Class<?> application, String... args) {
        CurrentZoneRules.install();
        return SpringApplication.run(application, args);
    }
}
